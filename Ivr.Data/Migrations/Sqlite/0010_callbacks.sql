-- Promised calls get somebody who places them. What the person who takes over is told comes from the call of the promise; token names an
-- attempt to the telephone network; while it is under way, next_at is when somebody has to look after it.
alter table callbacks add hotline text;
alter table callbacks add topic text;
alter table callbacks add topic_state text;
alter table callbacks add detail text;
alter table callbacks add trouble text;
alter table callbacks add for_family integer not null default 0;
alter table callbacks add token text;
alter table callbacks add placed_sid text;
alter table callbacks add begun_at text;
create unique index callbacks_token on callbacks (token) where token is not null;

alter table handovers add called_back integer not null default 0;

create index queue_entries_waiting on queue_entries (entered_at) where left_at is null;
