-- The promise ledger: each date that a caller was told.
create table promises (
  id             text primary key,
  wallet_id      integer not null references wallets (id),
  call_sid       text not null,
  subject        text not null,
  rule           text not null,
  calendar       text not null,
  made_at        text not null,
  due_at         text not null,
  kept_at        text,
  broken_at      text,
  apologised_at  text
) strict;
create unique index promises_told on promises (subject, rule, due_at);
create index promises_open on promises (due_at) where kept_at is null and broken_at is null;
create index promises_broken on promises (wallet_id, due_at) where broken_at is not null and apologised_at is null;
create index promises_wallet on promises (wallet_id, rule, due_at);
