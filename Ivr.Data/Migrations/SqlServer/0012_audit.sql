-- The audit becomes a chain: each row's hash, under a key that is not in the database, holds the hash of the row before. audit_head is where it
-- has come to; who appends holds that row. What was written before there was a chain stays as it was, in a table of its own.
drop index audit_log_call on audit_log;
exec sp_rename 'audit_log', 'audit_log_unchained';

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
