-- The wallet: what the hotline reads of it, and the little it changes.
create table customers (
  id                  bigint primary key,
  display_name        nvarchar(400) not null,
  birth_date          date,
  language            nvarchar(64) not null,
  elder_mode          bit not null default 0,
  identity_type       nvarchar(64) not null,
  identity_tail_hash  nvarchar(400) not null
);

create table phone_bindings (
  id              bigint primary key,
  customer_id     bigint not null references customers (id),
  e164            nvarchar(64) not null,
  is_primary      bit not null,
  verified_at     datetime2(6) not null,
  sim_changed_at  datetime2(6)
);
create unique index phone_bindings_e164 on phone_bindings (e164);
create index phone_bindings_customer on phone_bindings (customer_id);

create table wallets (
  id                    bigint primary key,
  customer_id           bigint not null references customers (id),
  wallet_no             nvarchar(64) not null,
  class                 nvarchar(64) not null,
  status                nvarchar(64) not null,
  balance_minor         bigint not null,
  currency              nvarchar(64) not null,
  opened_at             datetime2(6) not null,
  limits_lowered_until  datetime2(6),
  row_version           bigint not null default 0
);
create unique index wallets_wallet_no on wallets (wallet_no);
create index wallets_customer on wallets (customer_id);

create table wallet_locks (
  id               bigint primary key,
  wallet_id        bigint not null references wallets (id),
  reason_code      nvarchar(64) not null,
  scope            nvarchar(64) not null,
  placed_by        nvarchar(64) not null,
  placed_at        datetime2(6) not null,
  auto_release_at  datetime2(6),
  released_at      datetime2(6),
  released_by      nvarchar(64),
  release_channel  nvarchar(64)
);
create index wallet_locks_in_force on wallet_locks (wallet_id, placed_at) where released_at is null;

create table security_questions (
  id       bigint primary key,
  kind     nvarchar(64) not null,
  text_zh  nvarchar(400) not null,
  text_en  nvarchar(400) not null,
  digits   int not null,
  active   bit not null
);
create index security_questions_kind on security_questions (kind, active);

create table security_answers (
  customer_id  bigint not null references customers (id),
  question_id  bigint not null references security_questions (id),
  answer_hash  nvarchar(400) not null,
  enrolled_at  datetime2(6) not null,
  primary key (customer_id, question_id)
);

create table bank_cards (
  id          bigint primary key,
  wallet_id   bigint not null references wallets (id),
  bank_code   nvarchar(64) not null,
  kind        nvarchar(64) not null,
  tail4       nvarchar(64) not null,
  status      nvarchar(64) not null,
  bound_at    datetime2(6) not null,
  unbound_at  datetime2(6)
);
create index bank_cards_wallet on bank_cards (wallet_id);

create table payments (
  id             bigint primary key,
  order_no       nvarchar(64) not null,
  wallet_id      bigint not null references wallets (id),
  card_id        bigint references bank_cards (id),
  payee_name     nvarchar(400) not null,
  amount_minor   bigint not null,
  currency       nvarchar(64) not null,
  method         nvarchar(64) not null,
  status         nvarchar(64) not null,
  fund_position  nvarchar(64) not null,
  reason_code    nvarchar(64),
  channel_code   nvarchar(64),
  created_at     datetime2(6) not null,
  settled_at     datetime2(6)
);
create unique index payments_order_no on payments (order_no);
create index payments_wallet on payments (wallet_id, created_at);

create table reversals (
  id          bigint primary key,
  payment_id  bigint not null references payments (id),
  state       nvarchar(64) not null,
  due_at      datetime2(6),
  done_at     datetime2(6)
);
create unique index reversals_payment on reversals (payment_id);

create table refunds (
  id                 bigint primary key,
  refund_no          nvarchar(64) not null,
  payment_id         bigint not null references payments (id),
  wallet_id          bigint not null references wallets (id),
  amount_minor       bigint not null,
  state              nvarchar(64) not null,
  channel            nvarchar(64) not null,
  receiving_card_id  bigint references bank_cards (id),
  reject_code        nvarchar(64),
  requested_at       datetime2(6) not null,
  approved_at        datetime2(6),
  sent_at            datetime2(6),
  expected_at        datetime2(6),
  arrived_at         datetime2(6)
);
create unique index refunds_refund_no on refunds (refund_no);
create index refunds_wallet on refunds (wallet_id, requested_at);
create index refunds_payment on refunds (payment_id);
