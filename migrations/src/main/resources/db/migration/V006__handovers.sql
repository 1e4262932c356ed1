-- A role that is to pass from one person to another once the one who is asked says yes. Rows are numbered from 1 within
-- the incident and none is ever deleted. asked_by = to_person: they asked its holder for it.
-- ended_as: accepted, declined, withdrawn, lapsed or overtaken; ended_by is null when the time did it.
create table handover (
  incident integer not null references incident,
  number integer not null check (number > 0),
  role text not null,
  from_person text not null,
  from_name text not null,
  to_person text not null,
  to_name text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  lapses_at timestamptz not null,
  ended_as text,
  ended_at timestamptz,
  ended_by text,
  ended_by_name text,
  primary key (incident, number)
);

-- A role is offered to one person at a time.
create unique index handover_open on handover (incident, role) where ended_at is null;
create index handover_due on handover (lapses_at) where ended_at is null;
