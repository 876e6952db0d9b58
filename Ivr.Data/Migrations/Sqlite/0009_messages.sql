-- The outbox gets a sender. due_at is when somebody has to look at a row again: to send it, to look for it, or because its lease is over.
alter table notifications add wallet_id integer;
alter table notifications add secret integer not null default 0;
alter table notifications add due_at text;
alter table notifications add expires_at text;
alter table notifications add attempts integer not null default 0;
alter table notifications add budgeted integer not null default 0;
alter table notifications add claimed_by text;
alter table notifications add left_at text;
alter table notifications add marker text;
alter table notifications add channel text;
alter table notifications add message_sid text;
alter table notifications add sent_at text;
alter table notifications add error_code text;
update notifications
set due_at = created_at,
    wallet_id = (
      select min(w.id)
      from wallets w
      join phone_bindings p on p.customer_id = w.customer_id
      where p.e164 = notifications.to_e164
    );
create index notifications_due on notifications (state, due_at);
create index notifications_waiting on notifications (to_e164, state, created_at);
create index notifications_sid on notifications (message_sid);

-- What the wallet's app shows its customer.
create table inbox_messages (
  id          text primary key,
  wallet_id   integer not null,
  template    text not null,
  language    text not null,
  body        text not null,
  created_at  text not null,
  expires_at  text,
  read_at     text
) strict;
create index inbox_messages_wallet on inbox_messages (wallet_id, created_at);
create index inbox_messages_expiring on inbox_messages (expires_at);

-- Numbers whose owners told the carrier to stop.
create table message_optouts (
  e164  text primary key,
  at    text not null
) strict;

-- How many short messages left in an hour or a day, for everybody, a prefix or an account.
create table message_budgets (
  scope         text not null,
  window_start  text not null,
  used          integer not null,
  alarmed_at    text,
  primary key (scope, window_start)
) strict;
create index message_budgets_window on message_budgets (window_start);
