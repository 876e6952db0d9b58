-- What callers ask for by phone: refunds with their reason, once for each payment, and the amounts they say are wrong.
alter table refunds add reason_code text;
alter table refunds add rejected_at text;
alter table refunds add requested_by text;
create unique index refunds_once on refunds (payment_id) where state <> 'REJECTED' and state <> 'CANCELED';

create table wrong_amounts (
  payment_id     integer primary key references payments (id),
  wallet_id      integer not null references wallets (id),
  case_no        text not null,
  charged_minor  integer not null,
  right_minor    integer not null,
  currency       text not null,
  call_sid       text not null,
  claimed_at     text not null
) strict;
create index wrong_amounts_wallet on wrong_amounts (wallet_id);
