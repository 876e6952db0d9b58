-- Guesses of one calling number over many accounts: claimed is a keyed number of the account that was named, whether or not there is one.
alter table verification_attempts add caller text;
alter table verification_attempts add claimed integer;
create index verification_attempts_caller on verification_attempts (caller, at);

create table caller_guards (
  caller      text not null primary key,
  tries       integer not null,
  tried_at    text not null,
  shut_until  text
) strict;
create index caller_guards_tried on caller_guards (tried_at);
