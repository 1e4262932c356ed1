-- When services are worked on as planned. Never deleted: cancelled_at says that it does not count any more, ended_at that it
-- was over before its time. planned_at tells what was planned after the fact, which quietens and excuses nothing.
create table maintenance (
  number integer generated always as identity primary key,
  service text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  reason text not null,
  planned_by text not null,
  planned_by_name text not null,
  planned_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ended_by_name text,
  cancelled_at timestamptz,
  cancelled_by text,
  cancelled_by_name text
);
create index maintenance_of on maintenance (lower(service), until_at) where cancelled_at is null;
create index maintenance_until on maintenance (until_at) where cancelled_at is null;
