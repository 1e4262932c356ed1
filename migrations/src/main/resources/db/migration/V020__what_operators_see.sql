-- What operators see: traces that go on where an effect is performed, the last check of the hash chains, and figures of
-- incidents that cost little.

-- The trace of the command that decided the effect, as a W3C traceparent; null where nothing is traced.
alter table effect add column trace text;

-- What the last run of "evenkeel verify" over everything found.
create table chain_check (
  only_row boolean primary key default true check (only_row),
  checked_at timestamptz not null,
  sound boolean not null
);

-- Figures count what is public and live only: read from these alone.
create index incident_figures on incident (severity, status) where mode = 'live' and visibility = 'public';
create index incident_recent on incident (recorded_at) where mode = 'live' and visibility = 'public';
