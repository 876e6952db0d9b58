-- How often security answers are wrong, of everybody and of a prefix of calling numbers: one row has what was learned and the ten minutes being counted.
create table guess_rates (
  scope        nvarchar(80) not null primary key,
  bucket       bigint not null,
  wrong        int not null,
  weight       float not null,
  total        float not null,
  squares      float not null,
  breached_at  datetime2(6),
  counted_at   datetime2(6) not null
);
create index guess_rates_counted on guess_rates (counted_at);
