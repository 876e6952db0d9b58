-- How often security answers are wrong, of everybody and of a prefix of calling numbers: one row has what was learned and the ten minutes being counted.
create table guess_rates (
  scope        text not null primary key,
  bucket       integer not null,
  wrong        integer not null,
  weight       real not null,
  total        real not null,
  squares      real not null,
  breached_at  text,
  counted_at   text not null
) strict;
create index guess_rates_counted on guess_rates (counted_at);
