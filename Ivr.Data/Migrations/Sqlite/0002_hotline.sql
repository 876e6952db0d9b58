-- What the hotline owns, in the same database, so that a turn is one transaction.
create table cases (
  case_no    text primary key,
  type       text not null,
  state      text not null,
  wallet_id  integer references wallets (id),
  call_sid   text not null,
  subject    text not null,
  opened_at  text not null
) strict;
create index cases_of_call on cases (call_sid, type);
create unique index cases_open on cases (subject, type) where state <> 'RESOLVED' and subject <> '';
create index cases_wallet on cases (wallet_id);

create table calls (
  sid              text primary key,
  account_sid      text not null,
  caller           text not null,
  called           text not null,
  direction        text not null,
  attestation      text,
  turn             integer not null,
  session_version  integer not null,
  session          text not null,
  flow             text not null,
  state            text not null,
  language         text not null,
  level            text not null,
  outcome          text,
  started_at       text not null,
  ended_at         text,
  row_version      integer not null
) strict;

create table call_turns (
  call_sid    text not null references calls (sid),
  turn        integer not null,
  at          text not null,
  flow        text not null,
  state       text not null,
  input_kind  text not null,
  next_flow   text not null,
  next_state  text not null,
  reply       text not null,
  primary key (call_sid, turn)
) strict;

create table verification_attempts (
  id           text primary key,
  call_sid     text not null,
  wallet_id    integer references wallets (id),
  question_id  integer not null,
  result       text not null,
  at           text not null
) strict;
create index verification_attempts_call on verification_attempts (call_sid, result);
create index verification_attempts_wallet on verification_attempts (wallet_id);

create table question_guards (
  wallet_id          integer primary key references wallets (id),
  consecutive_wrong  integer not null,
  paused_until       text,
  locked_at          text
) strict;

create table notifications (
  id          text primary key,
  dedupe_key  text not null,
  to_e164     text not null,
  language    text not null,
  template    text not null,
  body        text not null,
  state       text not null,
  created_at  text not null,
  call_sid    text
) strict;
create unique index notifications_dedupe on notifications (dedupe_key);
create index notifications_to on notifications (to_e164, created_at);

create table audit_log (
  id        integer primary key,
  at        text not null,
  actor     text not null,
  action    text not null,
  object    text not null,
  call_sid  text
) strict;
create index audit_log_call on audit_log (call_sid);

create table hotline_settings (
  name   text primary key,
  value  text not null
) strict;
