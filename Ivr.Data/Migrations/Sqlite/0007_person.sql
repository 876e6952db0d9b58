-- People: who is handed over to them, who waits for them, who is called back, and who left a message.
create table handovers (
  id           text primary key,
  call_sid     text not null,
  turn         integer not null,
  topic        text not null,
  state        text not null,
  level        text not null,
  language     text not null,
  trouble      text,
  case_no      text,
  urgent       integer not null,
  way          text not null,
  opened_at    text not null,
  accepted_at  text,
  ended_at     text,
  outcome      text
) strict;
create unique index handovers_call on handovers (call_sid, turn);
create index handovers_open on handovers (opened_at) where ended_at is null;

create table queue_entries (
  call_sid        text not null,
  turn            integer not null,
  queue           text not null,
  entered_at      text not null,
  left_at         text,
  waited_seconds  integer,
  result          text,
  choice          text,
  primary key (call_sid, turn)
) strict;
create index queue_entries_served on queue_entries (queue, left_at) where result = 'SERVED';

create table callbacks (
  id            text primary key,
  call_sid      text not null,
  e164          text not null,
  wallet_id     integer references wallets (id),
  language      text not null,
  case_no       text,
  urgent        integer not null,
  state         text not null,
  attempts      integer not null,
  queued_at     text not null,
  requested_at  text not null,
  next_at       text,
  ended_at      text
) strict;
create unique index callbacks_open on callbacks (e164) where ended_at is null;
create index callbacks_due on callbacks (state, next_at);

create table voicemails (
  recording_sid  text primary key,
  call_sid       text not null,
  case_no        text not null references cases (case_no),
  seconds        integer not null,
  state          text not null,
  left_at        text not null
) strict;
create index voicemails_call on voicemails (call_sid);
create index voicemails_case on voicemails (case_no);
