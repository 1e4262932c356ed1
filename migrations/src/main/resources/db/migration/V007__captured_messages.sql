-- Messages from Slack in timelines: each once, however often it is pinned and however events repeat or come out of order.
-- Every time here is Slack's own, and only such times are compared with each other.

-- entry: the timeline entry that told last what became of the message; shown: that entry shows it.
-- version: when the wording that is known was written; told_at: when an event told of it.
-- newest: a wording that an edit told of while no entry shows the message.
create table captured_message (
  incident integer not null references incident,
  channel text not null,
  ts text not null,
  entry integer,
  shown boolean not null default false,
  deleted boolean not null default false,
  version timestamptz,
  told_at timestamptz,
  newest text,
  primary key (channel, ts, incident)
);

-- Who wants it there. A pin is everybody's and has no owner; a mark that was taken away stays, so that an older event
-- about it is known to be older.
create table capture_mark (
  incident integer not null,
  channel text not null,
  ts text not null,
  kind text not null,
  owner text not null,
  person text not null,
  present boolean not null,
  event_at timestamptz not null,
  primary key (channel, ts, incident, kind, owner),
  foreign key (channel, ts, incident) references captured_message
);
