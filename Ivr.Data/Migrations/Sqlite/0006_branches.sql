-- Emergency freeze, fraud reports, and how the hotline proves itself.
alter table cases add priority text not null default 'NORMAL';
alter table customers add proof_phrase text;

-- One freeze by phone is in force at a time.
create unique index wallet_locks_frozen on wallet_locks (wallet_id) where reason_code = 'SELF_FREEZE' and released_at is null;
create index wallet_locks_freezes on wallet_locks (wallet_id, placed_at) where reason_code = 'SELF_FREEZE';

create table fraud_reports (
  case_no     text not null references cases (case_no),
  call_sid    text not null,
  sign        text not null,
  happened    text not null,
  money_sent  integer not null,
  code_told   integer not null,
  at          text not null,
  primary key (case_no, call_sid)
) strict;

-- How often a number and a certificate tail were tried: by keyed number and by caller.
create table tail_guards (
  name   text primary key,
  tries  integer not null,
  since  text not null
) strict;
