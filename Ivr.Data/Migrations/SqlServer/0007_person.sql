-- People: who is handed over to them, who waits for them, who is called back, and who left a message.
create table handovers (
  id           nvarchar(64) primary key,
  call_sid     nvarchar(128) not null,
  turn         int not null,
  topic        nvarchar(64) not null,
  state        nvarchar(64) not null,
  level        nvarchar(64) not null,
  language     nvarchar(64) not null,
  trouble      nvarchar(64),
  case_no      nvarchar(64),
  urgent       bit not null,
  way          nvarchar(64) not null,
  opened_at    datetime2(6) not null,
  accepted_at  datetime2(6),
  ended_at     datetime2(6),
  outcome      nvarchar(64)
);
create unique index handovers_call on handovers (call_sid, turn);
create index handovers_open on handovers (opened_at) where ended_at is null;

create table queue_entries (
  call_sid        nvarchar(128) not null,
  turn            int not null,
  queue           nvarchar(64) not null,
  entered_at      datetime2(6) not null,
  left_at         datetime2(6),
  waited_seconds  int,
  result          nvarchar(64),
  choice          nvarchar(64),
  primary key (call_sid, turn)
);
create index queue_entries_served on queue_entries (queue, left_at) where result = 'SERVED';

create table callbacks (
  id            nvarchar(64) primary key,
  call_sid      nvarchar(128) not null,
  e164          nvarchar(64) not null,
  wallet_id     bigint references wallets (id),
  language      nvarchar(64) not null,
  case_no       nvarchar(64),
  urgent        bit not null,
  state         nvarchar(64) not null,
  attempts      int not null,
  queued_at     datetime2(6) not null,
  requested_at  datetime2(6) not null,
  next_at       datetime2(6),
  ended_at      datetime2(6)
);
create unique index callbacks_open on callbacks (e164) where ended_at is null;
create index callbacks_due on callbacks (state, next_at);

create table voicemails (
  recording_sid  nvarchar(128) primary key,
  call_sid       nvarchar(128) not null,
  case_no        nvarchar(64) not null references cases (case_no),
  seconds        int not null,
  state          nvarchar(64) not null,
  left_at        datetime2(6) not null
);
create index voicemails_call on voicemails (call_sid);
create index voicemails_case on voicemails (case_no);
