-- What is said to readers outside the response: rows stand beside the incident as V005 says. verdict is null while a
-- statement waits for the communications lead or the commander; verdict_words says as what it was approved, or why it
-- was declined.
create table incident_statement (
  incident integer not null references incident,
  number integer not null check (number > 0),
  audience text not null,
  text text not null,
  author text not null,
  author_name text not null,
  written_at timestamptz not null,
  verdict text,
  verdict_by text,
  verdict_by_name text,
  verdict_words text,
  verdict_at timestamptz,
  primary key (incident, number)
);
