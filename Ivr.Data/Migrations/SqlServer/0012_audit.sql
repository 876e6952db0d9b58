-- The audit becomes a chain: each row's hash, under a key that is not in the database, holds the hash of the row before. audit_head is where it
-- has come to; who appends holds that row. What was written before there was a chain stays as it was, in a table of its own.
drop index audit_log_call on audit_log;
exec sp_rename 'audit_log', 'audit_log_unchained', 'OBJECT';

create table audit_log (
  seq       bigint not null primary key,
  at        datetime2(6) not null,
  actor     nvarchar(64) not null,
  action    nvarchar(64) not null,
  object    nvarchar(256) not null,
  call_sid  nvarchar(128),
  hash      nvarchar(64) not null
);
create index audit_log_call on audit_log (call_sid);

create table audit_head (
  id    bigint not null primary key,
  seq   bigint not null,
  hash  nvarchar(64) not null
);
insert into audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- What is kept for so long and no longer is found by its age.
create index calls_started on calls (started_at);
create index calls_session_kept on calls (started_at) where session_version > 0;
create index verification_attempts_at on verification_attempts (at);
create index code_challenges_created on code_challenges (created_at);
create index notifications_created on notifications (created_at);
create index inbox_messages_created on inbox_messages (created_at);
create index handovers_opened on handovers (opened_at);
create index queue_entries_entered on queue_entries (entered_at);
create index callbacks_requested on callbacks (requested_at);
create index promises_due on promises (due_at);
create index cases_opened on cases (opened_at);
create index wrong_amounts_claimed on wrong_amounts (claimed_at);
create index caller_settings_updated on caller_settings (updated_at);
create index nuisance_numbers_until on nuisance_numbers (until);
create index tail_guards_since on tail_guards (since);
