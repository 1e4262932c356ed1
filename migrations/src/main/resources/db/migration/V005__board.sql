-- What stands beside an incident: read only where it is needed. Rows are numbered from 1 within the incident; they are
-- replaced as a whole while the incident is locked, and none is ever deleted.

-- What somebody is doing right now; ended_at is null while it goes on.
create table claim (
  incident integer not null references incident,
  number integer not null check (number > 0),
  person text not null,
  person_name text not null,
  text text not null,
  since timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ended_by_name text,
  primary key (incident, number)
);

-- reminded: the due time that the commander was reminded of; a new due time is reminded of again.
create table task (
  incident integer not null references incident,
  number integer not null check (number > 0),
  assignee text not null,
  assignee_name text not null,
  text text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  due_at timestamptz,
  reminded timestamptz,
  done_at timestamptz,
  done_by text,
  done_by_name text,
  primary key (incident, number)
);
create index task_due on task (due_at) where done_at is null and due_at is not null;
create index task_assignee on task (assignee) where done_at is null;

-- For after the incident; owner is null while nobody has it.
create table action_item (
  incident integer not null references incident,
  number integer not null check (number > 0),
  owner text,
  owner_name text,
  text text not null,
  due_on date,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  closed_by text,
  closed_by_name text,
  primary key (incident, number)
);
create index action_item_owner on action_item (owner) where closed_at is null;

-- The card and the handover packet show them, however long the timeline is.
create index timeline_entry_decision on timeline_entry (incident, seq) where kind = 'decision';
create index timeline_entry_supersedes on timeline_entry (incident, supersedes) where supersedes is not null;
