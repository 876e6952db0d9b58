-- Promised calls get somebody who places them. What the person who takes over is told comes from the call of the promise; token names an
-- attempt to the telephone network; while it is under way, next_at is when somebody has to look after it.
alter table callbacks add hotline nvarchar(256);
alter table callbacks add topic nvarchar(64);
alter table callbacks add topic_state nvarchar(64);
alter table callbacks add detail nvarchar(256);
alter table callbacks add trouble nvarchar(64);
alter table callbacks add for_family bit not null default 0;
alter table callbacks add token nvarchar(64);
alter table callbacks add placed_sid nvarchar(128);
alter table callbacks add begun_at datetime2(6);
create unique index callbacks_token on callbacks (token) where token is not null;

alter table handovers add called_back bit not null default 0;

create index queue_entries_waiting on queue_entries (entered_at) where left_at is null;
