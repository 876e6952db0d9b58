-- One-time codes: what was sent, what is left to try, and what was tried too often.
create table code_challenges (
  id           nvarchar(64) primary key,
  wallet_id    bigint not null references wallets (id),
  call_sid     nvarchar(128) not null,
  action       nvarchar(64) not null,
  code_hash    nvarchar(64) not null,
  sealed_code  nvarchar(128),
  tries        int not null,
  created_at   datetime2(6) not null,
  expires_at   datetime2(6) not null,
  used_at      datetime2(6)
);
create index code_challenges_call on code_challenges (call_sid, action, created_at);
create index code_challenges_wallet on code_challenges (wallet_id);
create index code_challenges_sealed on code_challenges (expires_at) where sealed_code is not null;

create table code_messages (
  id            nvarchar(64) primary key,
  challenge_id  nvarchar(64) not null references code_challenges (id),
  wallet_id     bigint not null references wallets (id),
  call_sid      nvarchar(128) not null,
  at            datetime2(6) not null
);
create index code_messages_challenge on code_messages (challenge_id);
create index code_messages_call on code_messages (call_sid);
create index code_messages_wallet on code_messages (wallet_id, at);

create table code_guards (
  wallet_id          bigint primary key references wallets (id),
  consecutive_wrong  int not null,
  locked_at          datetime2(6)
);
