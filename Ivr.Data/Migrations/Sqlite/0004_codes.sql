-- One-time codes: what was sent, what is left to try, and what was tried too often.
create table code_challenges (
  id           text primary key,
  wallet_id    integer not null references wallets (id),
  call_sid     text not null,
  action       text not null,
  code_hash    text not null,
  sealed_code  text,
  tries        integer not null,
  created_at   text not null,
  expires_at   text not null,
  used_at      text
) strict;
create index code_challenges_call on code_challenges (call_sid, action, created_at);
create index code_challenges_wallet on code_challenges (wallet_id);
create index code_challenges_sealed on code_challenges (expires_at) where sealed_code is not null;

create table code_messages (
  id            text primary key,
  challenge_id  text not null references code_challenges (id),
  wallet_id     integer not null references wallets (id),
  call_sid      text not null,
  at            text not null
) strict;
create index code_messages_challenge on code_messages (challenge_id);
create index code_messages_call on code_messages (call_sid);
create index code_messages_wallet on code_messages (wallet_id, at);

create table code_guards (
  wallet_id          integer primary key references wallets (id),
  consecutive_wrong  integer not null,
  locked_at          text
) strict;
