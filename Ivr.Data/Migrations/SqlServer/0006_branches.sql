-- Emergency freeze, fraud reports, and how the hotline proves itself.
alter table cases add priority nvarchar(64) not null default 'NORMAL';
alter table customers add proof_phrase nvarchar(100);

-- One freeze by phone is in force at a time.
create unique index wallet_locks_frozen on wallet_locks (wallet_id) where reason_code = 'SELF_FREEZE' and released_at is null;
create index wallet_locks_freezes on wallet_locks (wallet_id, placed_at) where reason_code = 'SELF_FREEZE';

create table fraud_reports (
  case_no     nvarchar(64) not null references cases (case_no),
  call_sid    nvarchar(128) not null,
  sign        nvarchar(64) not null,
  happened    nvarchar(64) not null,
  money_sent  bit not null,
  code_told   bit not null,
  at          datetime2(6) not null,
  primary key (case_no, call_sid)
);

-- How often a number and a certificate tail were tried: by keyed number and by caller.
create table tail_guards (
  name   nvarchar(256) primary key,
  tries  int not null,
  since  datetime2(6) not null
);
