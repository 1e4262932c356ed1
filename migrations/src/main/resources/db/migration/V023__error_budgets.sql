-- How objectives stand, as measured by a Prometheus, and what incidents cost.

-- One row for each objective: what was measured last, and what follows from it. read_at is null when nothing was ever
-- measured. window_end lies ahead where the calendar says so. burns: "300=1.5 3600=0.4", seconds that were looked at and
-- how many times faster than allowed the budget was spent then. breach counts how often less than a tenth was left;
-- breached_at is null while more is. declared: the breach for which an incident was declared; exhausted_told: the one
-- whose exhausted budget was told.
create table slo_state (
  service text not null,
  name text not null,
  tried_at timestamptz not null,
  read_at timestamptz,
  failing_since timestamptz,
  failure text,
  target numeric,
  window_start timestamptz,
  window_end timestamptz,
  bad numeric,
  valid numeric,
  burns text not null default '',
  breach integer not null default 0,
  breached_at timestamptz,
  exhausted_at timestamptz,
  declared integer not null default 0,
  exhausted_told integer not null default 0,
  incident integer references incident,
  primary key (service, name)
);

-- The last of each hour, for the burn-down. spent: as a share of the whole budget.
create table slo_reading (
  service text not null,
  name text not null,
  hour timestamptz not null,
  at timestamptz not null,
  bad numeric not null,
  valid numeric not null,
  spent numeric not null,
  primary key (service, name, hour)
);

-- Of how many users an incident hurt, as people said it, from when on; the newest counts.
create table incident_impact (
  incident integer not null references incident,
  number integer not null,
  share numeric not null check (share >= 0 and share <= 1),
  since_at timestamptz,
  said_by text not null,
  said_by_name text not null,
  said_at timestamptz not null,
  primary key (incident, number)
);

-- What an incident cost of a budget, from when to when. share: of the whole budget, null when it is not known; then why
-- says so. how: measured or estimated.
create table incident_price (
  incident integer not null references incident,
  service text not null,
  name text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  target numeric not null,
  window_seconds numeric not null,
  share numeric,
  how text,
  why text,
  impact integer not null default 0,
  tried_at timestamptz not null,
  primary key (incident, service, name)
);
