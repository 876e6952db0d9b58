-- The wallet: what the hotline reads of it, and the little it changes.
create table customers (
  id                  integer primary key,
  display_name        text not null,
  birth_date          text,
  language            text not null,
  elder_mode          integer not null default 0,
  identity_type       text not null,
  identity_tail_hash  text not null
) strict;

create table phone_bindings (
  id              integer primary key,
  customer_id     integer not null references customers (id),
  e164            text not null,
  is_primary      integer not null,
  verified_at     text not null,
  sim_changed_at  text
) strict;
create unique index phone_bindings_e164 on phone_bindings (e164);
create index phone_bindings_customer on phone_bindings (customer_id);

create table wallets (
  id                    integer primary key,
  customer_id           integer not null references customers (id),
  wallet_no             text not null,
  class                 text not null,
  status                text not null,
  balance_minor         integer not null,
  currency              text not null,
  opened_at             text not null,
  limits_lowered_until  text,
  row_version           integer not null default 0
) strict;
create unique index wallets_wallet_no on wallets (wallet_no);
create index wallets_customer on wallets (customer_id);

create table wallet_locks (
  id               integer primary key,
  wallet_id        integer not null references wallets (id),
  reason_code      text not null,
  scope            text not null,
  placed_by        text not null,
  placed_at        text not null,
  auto_release_at  text,
  released_at      text,
  released_by      text,
  release_channel  text
) strict;
create index wallet_locks_in_force on wallet_locks (wallet_id, placed_at) where released_at is null;

create table security_questions (
  id       integer primary key,
  kind     text not null,
  text_zh  text not null,
  text_en  text not null,
  digits   integer not null,
  active   integer not null
) strict;
create index security_questions_kind on security_questions (kind, active);

create table security_answers (
  customer_id  integer not null references customers (id),
  question_id  integer not null references security_questions (id),
  answer_hash  text not null,
  enrolled_at  text not null,
  primary key (customer_id, question_id)
) strict;

create table bank_cards (
  id          integer primary key,
  wallet_id   integer not null references wallets (id),
  bank_code   text not null,
  kind        text not null,
  tail4       text not null,
  status      text not null,
  bound_at    text not null,
  unbound_at  text
) strict;
create index bank_cards_wallet on bank_cards (wallet_id);

create table payments (
  id             integer primary key,
  order_no       text not null,
  wallet_id      integer not null references wallets (id),
  card_id        integer references bank_cards (id),
  payee_name     text not null,
  amount_minor   integer not null,
  currency       text not null,
  method         text not null,
  status         text not null,
  fund_position  text not null,
  reason_code    text,
  channel_code   text,
  created_at     text not null,
  settled_at     text
) strict;
create unique index payments_order_no on payments (order_no);
create index payments_wallet on payments (wallet_id, created_at);

create table reversals (
  id          integer primary key,
  payment_id  integer not null references payments (id),
  state       text not null,
  due_at      text,
  done_at     text
) strict;
create unique index reversals_payment on reversals (payment_id);

create table refunds (
  id                 integer primary key,
  refund_no          text not null,
  payment_id         integer not null references payments (id),
  wallet_id          integer not null references wallets (id),
  amount_minor       integer not null,
  state              text not null,
  channel            text not null,
  receiving_card_id  integer references bank_cards (id),
  reject_code        text,
  requested_at       text not null,
  approved_at        text,
  sent_at            text,
  expected_at        text,
  arrived_at         text
) strict;
create unique index refunds_refund_no on refunds (refund_no);
create index refunds_wallet on refunds (wallet_id, requested_at);
create index refunds_payment on refunds (payment_id);
