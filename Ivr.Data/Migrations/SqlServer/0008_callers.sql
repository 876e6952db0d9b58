-- How callers are received: what a number chose, what goes wrong for many, and who is shut out for a while.
create table caller_settings (
  e164        nvarchar(64) not null primary key,
  language    nvarchar(64) not null,
  updated_at  datetime2(6) not null
);

create table incidents (
  id         nvarchar(64) not null primary key,
  topic      nvarchar(64) not null,
  text_zh    nvarchar(1024) not null,
  text_en    nvarchar(1024) not null,
  starts_at  datetime2(6) not null,
  ends_at    datetime2(6)
);
create index incidents_topic on incidents (topic, starts_at);

create table nuisance_numbers (
  e164        nvarchar(64) not null primary key,
  until       datetime2(6) not null,
  reason      nvarchar(1024) not null,
  blocked_at  datetime2(6) not null
);

-- How often a call had to go on after something broke, since its last good turn.
alter table calls add stumbles int not null default 0;
