-- Calls whose end was not told yet, the oldest first.
create index calls_open on calls (started_at) where ended_at is null;
