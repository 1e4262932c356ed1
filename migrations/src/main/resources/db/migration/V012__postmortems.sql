-- Who finishes the postmortem of an incident, until when, and how far it is. A row comes with the first thing that is
-- known; ask_at is when its owner is asked for what only people know, asked_at when that was done.
create table postmortem (
  incident integer primary key references incident,
  state text not null,
  owner text,
  owner_name text,
  due_on date,
  ask_at timestamptz,
  asked_at timestamptz,
  recorded_at timestamptz not null
);
create index postmortem_ask on postmortem (ask_at) where asked_at is null;

-- Append-only: every text that it ever had. machine is what Evenkeel wrote when the text was last renewed; what differs
-- from it in the machine's parts was edited by people.
create table postmortem_revision (
  incident integer not null references incident,
  number integer not null check (number > 0),
  author text not null,
  author_name text not null,
  machine text not null,
  text text not null,
  why text not null,
  recorded_at timestamptz not null,
  primary key (incident, number)
);

create trigger postmortem_revision_append_only before update or delete on postmortem_revision
  for each row execute function refuse_change();
create trigger postmortem_revision_no_truncate before truncate on postmortem_revision
  for each statement execute function refuse_change();
revoke update, delete on postmortem_revision from evenkeel_app;
