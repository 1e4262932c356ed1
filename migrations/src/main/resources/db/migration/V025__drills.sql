-- Experiments that are run as drill incidents, and incidents that are replayed in one.

-- experiment is what the file said when it began, as JSON: a file that changes changes no run. look_at is when it is measured
-- next, null once nothing is; a replica that measures has it until claimed_until, and is passed over once that is gone.
create table drill_run (
  incident integer primary key references incident,
  name text not null,
  experiment text not null,
  begun_by text not null,
  begun_by_name text not null,
  started_at timestamptz not null,
  state text not null,
  step integer not null check (step > 0),
  aborted_at timestamptz,
  aborted_why text,
  ended_at timestamptz,
  look_at timestamptz,
  until timestamptz,
  claimed_until timestamptz
);
create index drill_run_look on drill_run (look_at) where look_at is not null;

-- The steps that were announced; done_by is null for what Evenkeel did.
create table drill_step (
  incident integer not null references drill_run,
  number integer not null check (number > 0),
  kind text not null,
  text text not null,
  announced_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  done_by_name text,
  remark text,
  primary key (incident, number)
);

-- What was measured, or why nothing was. subject and number: which probe or abort condition of the experiment.
create table drill_measure (
  incident integer not null references drill_run,
  at timestamptz not null,
  subject text not null,
  number integer not null check (number > 0),
  phase text not null,
  value numeric,
  why text,
  primary key (incident, at, phase, subject, number),
  check ((value is null) <> (why is null))
);

-- An incident whose alerts and updates are told again in a drill: fed says how many of them were, next_at when the next is,
-- null once all were.
create table drill_replay (
  incident integer primary key references incident,
  source integer not null references incident,
  speed integer not null check (speed > 0),
  begun_by text not null,
  begun_by_name text not null,
  started_at timestamptz not null,
  fed integer not null default 0,
  next_at timestamptz,
  ended_at timestamptz
);
create index drill_replay_next on drill_replay (next_at) where next_at is not null;
