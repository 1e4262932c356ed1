-- What somebody wants at hand: links to graphs and runbooks, and the call. Rows stand beside the incident as V005 says;
-- of several calls the one with the highest number is the one in use.
create table incident_link (
  incident integer not null references incident,
  number integer not null check (number > 0),
  kind text not null,
  url text not null,
  title text not null,
  added_by text not null,
  added_by_name text not null,
  added_at timestamptz not null,
  primary key (incident, number)
);
