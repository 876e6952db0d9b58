-- How callers are received: what a number chose, what goes wrong for many, and who is shut out for a while.
create table caller_settings (
  e164        text not null primary key,
  language    text not null,
  updated_at  text not null
) strict;

create table incidents (
  id         text not null primary key,
  topic      text not null,
  text_zh    text not null,
  text_en    text not null,
  starts_at  text not null,
  ends_at    text
) strict;
create index incidents_topic on incidents (topic, starts_at);

create table nuisance_numbers (
  e164        text not null primary key,
  until       text not null,
  reason      text not null,
  blocked_at  text not null
) strict;

-- How often a call had to go on after something broke, since its last good turn.
alter table calls add stumbles integer not null default 0;
