-- Steps of runbooks that were done for an incident, each as it read then: the file may say something else by now. A step
-- that was taken back keeps its row; done again, it has another one.
create table runbook_step (
  incident integer not null references incident,
  number integer not null check (number > 0),
  runbook text not null,
  step integer not null check (step > 0),
  heading text not null,
  text text not null,
  done_by text not null,
  done_by_name text not null,
  done_at timestamptz not null,
  undone_by text,
  undone_by_name text,
  undone_at timestamptz,
  primary key (incident, number)
);

-- Services of an incident for which there was no runbook when it was declared.
create table runbook_missing (
  incident integer not null references incident,
  service text not null,
  noticed_at timestamptz not null,
  primary key (incident, service)
);
