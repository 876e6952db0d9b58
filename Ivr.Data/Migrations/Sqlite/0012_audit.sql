-- The audit becomes a chain: each row's hash, under a key that is not in the database, holds the hash of the row before. audit_head is where it
-- has come to; who appends holds that row. What was written before there was a chain stays as it was, in a table of its own.
drop index audit_log_call;
alter table audit_log rename to audit_log_unchained;

create table audit_log (
  seq       integer primary key,
  at        text not null,
  actor     text not null,
  action    text not null,
  object    text not null,
  call_sid  text,
  hash      text not null
) strict;
create index audit_log_call on audit_log (call_sid);

create table audit_head (
  id    integer primary key,
  seq   integer not null,
  hash  text not null
) strict;
insert into audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
