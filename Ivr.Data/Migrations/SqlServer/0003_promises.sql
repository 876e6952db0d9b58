-- The promise ledger: each date that a caller was told. T-SQL has a word rule of its own: the column is named in brackets.
create table promises (
  id             nvarchar(64) primary key,
  wallet_id      bigint not null references wallets (id),
  call_sid       nvarchar(128) not null,
  subject        nvarchar(256) not null,
  [rule]         nvarchar(64) not null,
  calendar       nvarchar(64) not null,
  made_at        datetime2(6) not null,
  due_at         datetime2(6) not null,
  kept_at        datetime2(6),
  broken_at      datetime2(6),
  apologised_at  datetime2(6)
);
create unique index promises_told on promises (subject, [rule], due_at);
create index promises_open on promises (due_at) where kept_at is null and broken_at is null;
create index promises_broken on promises (wallet_id, due_at) where broken_at is not null and apologised_at is null;
create index promises_wallet on promises (wallet_id, [rule], due_at);
