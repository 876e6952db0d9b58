-- What the hotline owns, in the same database, so that a turn is one transaction.
create table cases (
  case_no    nvarchar(64) primary key,
  type       nvarchar(64) not null,
  state      nvarchar(64) not null,
  wallet_id  bigint references wallets (id),
  call_sid   nvarchar(128) not null,
  subject    nvarchar(256) not null,
  opened_at  datetime2(6) not null
);
create index cases_of_call on cases (call_sid, type);
create unique index cases_open on cases (subject, type) where state <> 'RESOLVED' and subject <> '';
create index cases_wallet on cases (wallet_id);

create table calls (
  sid              nvarchar(128) primary key,
  account_sid      nvarchar(128) not null,
  caller           nvarchar(256) not null,
  called           nvarchar(256) not null,
  direction        nvarchar(64) not null,
  attestation      nvarchar(64),
  turn             int not null,
  session_version  int not null,
  session          nvarchar(max) not null,
  flow             nvarchar(64) not null,
  state            nvarchar(64) not null,
  language         nvarchar(64) not null,
  level            nvarchar(64) not null,
  outcome          nvarchar(64),
  started_at       datetime2(6) not null,
  ended_at         datetime2(6),
  row_version      bigint not null
);

create table call_turns (
  call_sid    nvarchar(128) not null references calls (sid),
  turn        int not null,
  at          datetime2(6) not null,
  flow        nvarchar(64) not null,
  state       nvarchar(64) not null,
  input_kind  nvarchar(64) not null,
  next_flow   nvarchar(64) not null,
  next_state  nvarchar(64) not null,
  reply       nvarchar(max) not null,
  primary key (call_sid, turn)
);

create table verification_attempts (
  id           nvarchar(64) primary key,
  call_sid     nvarchar(128) not null,
  wallet_id    bigint references wallets (id),
  question_id  bigint not null,
  result       nvarchar(64) not null,
  at           datetime2(6) not null
);
create index verification_attempts_call on verification_attempts (call_sid, result);
create index verification_attempts_wallet on verification_attempts (wallet_id);

create table question_guards (
  wallet_id          bigint primary key references wallets (id),
  consecutive_wrong  int not null,
  paused_until       datetime2(6),
  locked_at          datetime2(6)
);

create table notifications (
  id          nvarchar(64) primary key,
  dedupe_key  nvarchar(256) not null,
  to_e164     nvarchar(64) not null,
  language    nvarchar(64) not null,
  template    nvarchar(64) not null,
  body        nvarchar(max) not null,
  state       nvarchar(64) not null,
  created_at  datetime2(6) not null,
  call_sid    nvarchar(128)
);
create unique index notifications_dedupe on notifications (dedupe_key);
create index notifications_to on notifications (to_e164, created_at);

create table audit_log (
  id        bigint identity primary key,
  at        datetime2(6) not null,
  actor     nvarchar(64) not null,
  action    nvarchar(64) not null,
  object    nvarchar(256) not null,
  call_sid  nvarchar(128)
);
create index audit_log_call on audit_log (call_sid);

create table hotline_settings (
  name   nvarchar(64) primary key,
  value  nvarchar(400) not null
);
