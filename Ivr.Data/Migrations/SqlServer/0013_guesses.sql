-- Guesses of one calling number over many accounts: claimed is a keyed number of the account that was named, whether or not there is one.
alter table verification_attempts add caller nvarchar(64);
alter table verification_attempts add claimed bigint;
create index verification_attempts_caller on verification_attempts (caller, at);

create table caller_guards (
  caller      nvarchar(64) not null primary key,
  tries       int not null,
  tried_at    datetime2(6) not null,
  shut_until  datetime2(6)
);
create index caller_guards_tried on caller_guards (tried_at);
