-- What callers ask for by phone: refunds with their reason, once for each payment, and the amounts they say are wrong.
alter table refunds add reason_code nvarchar(64);
alter table refunds add rejected_at datetime2(6);
alter table refunds add requested_by nvarchar(128);
create unique index refunds_once on refunds (payment_id) where state <> 'REJECTED' and state <> 'CANCELED';

create table wrong_amounts (
  payment_id     bigint primary key references payments (id),
  wallet_id      bigint not null references wallets (id),
  case_no        nvarchar(64) not null,
  charged_minor  bigint not null,
  right_minor    bigint not null,
  currency       nvarchar(64) not null,
  call_sid       nvarchar(128) not null,
  claimed_at     datetime2(6) not null
);
create index wrong_amounts_wallet on wrong_amounts (wallet_id);
