-- The outbox gets a sender. due_at is when somebody has to look at a row again: to send it, to look for it, or because its lease is over.
alter table notifications add wallet_id bigint;
alter table notifications add secret int not null default 0;
alter table notifications add due_at datetime2(6);
alter table notifications add expires_at datetime2(6);
alter table notifications add attempts int not null default 0;
alter table notifications add budgeted int not null default 0;
alter table notifications add claimed_by nvarchar(64);
alter table notifications add left_at datetime2(6);
alter table notifications add marker nvarchar(64);
alter table notifications add channel nvarchar(64);
alter table notifications add message_sid nvarchar(128);
alter table notifications add sent_at datetime2(6);
alter table notifications add error_code nvarchar(64);
-- The columns are new in this batch: a statement that reads or writes them is compiled when it runs.
exec (N'
update notifications
set due_at = created_at,
    wallet_id = (
      select min(w.id)
      from wallets w
      join phone_bindings p on p.customer_id = w.customer_id
      where p.e164 = notifications.to_e164
    );
');
create index notifications_due on notifications (state, due_at);
create index notifications_waiting on notifications (to_e164, state, created_at);
create index notifications_sid on notifications (message_sid);

-- What the wallet's app shows its customer.
create table inbox_messages (
  id          nvarchar(64) primary key,
  wallet_id   bigint not null,
  template    nvarchar(64) not null,
  language    nvarchar(64) not null,
  body        nvarchar(max) not null,
  created_at  datetime2(6) not null,
  expires_at  datetime2(6),
  read_at     datetime2(6)
);
create index inbox_messages_wallet on inbox_messages (wallet_id, created_at);
create index inbox_messages_expiring on inbox_messages (expires_at);

-- Numbers whose owners told the carrier to stop.
create table message_optouts (
  e164  nvarchar(64) primary key,
  at    datetime2(6) not null
);

-- How many short messages left in an hour or a day, for everybody, a prefix or an account.
create table message_budgets (
  scope         nvarchar(64) not null,
  window_start  datetime2(6) not null,
  used          int not null,
  alarmed_at    datetime2(6),
  primary key (scope, window_start)
);
create index message_budgets_window on message_budgets (window_start);
