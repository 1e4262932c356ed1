-- The bot's processes that are alive. Each writes its row while it is asked whether it is ready: so it learns that the
-- database takes writes, and an operator sees who is there. By the database's clock, as replicas are compared.
create table replica (
  id text primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  version text not null
);

-- Slack tells who came and who left several times and in any order. event_at is Slack's own time of the last word that
-- was believed: an older one changes nothing. Null while only a command has made somebody a member.
alter table incident_member
  add column present boolean not null default true,
  add column event_at timestamptz;

-- Few at any time, and counted often.
create index effect_parked on effect (stream) where state = 'PARKED';
