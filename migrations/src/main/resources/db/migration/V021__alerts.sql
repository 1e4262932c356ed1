-- What monitoring says: alerts, which of them belong together, and what became of them.

-- Alerts that are one thing to people: A-12 is number 12. key: what its route groups by. state: proposed, declared,
-- attached or dismissed; incident: where its alerts are evidence. channel, message: where its card stands.
create table alert_group (
  number integer generated always as identity primary key,
  key text not null,
  source text not null,
  title text not null,
  service text,
  severity text,
  policy text,
  state text not null,
  incident integer references incident,
  opened_at timestamptz not null,
  last_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  reason text,
  channel text,
  message text
);
create index alert_group_key on alert_group (key, number desc);
create index alert_group_incident on alert_group (incident) where incident is not null;
create index alert_group_open on alert_group (last_at) where state = 'proposed';

-- An alert from when it began to fire until it ended; the same one firing again is another row. told_at: the time of
-- the newest word about it, by its source. over: it does not fire any more. taken: the same as its group has taken
-- account of; null for nothing yet. group_key is null for what is kept alone.
create table alert (
  id bigint generated always as identity primary key,
  source text not null,
  fingerprint text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  state text not null,
  over boolean not null,
  taken boolean,
  told_at timestamptz not null,
  name text not null,
  summary text,
  labels jsonb not null,
  annotations jsonb not null,
  link text,
  group_key text,
  in_group integer references alert_group,
  received_at timestamptz not null,
  unique (source, fingerprint, starts_at)
);
create index alert_waiting on alert (group_key, received_at) where group_key is not null and taken is distinct from over;
create index alert_of_group on alert (in_group, over) where in_group is not null;
create index alert_received on alert (received_at);

-- How much of its alerts an incident's timeline has told. In each minute only so many are told one by one; held_* are
-- those that are summed up at held_until. detected_at: what its milestone was set to because of alerts. asked: people
-- were asked whether all is well since the last one fired.
create table alert_evidence (
  incident integer primary key references incident,
  minute timestamptz not null,
  told integer not null,
  held_fired integer not null default 0,
  held_resolved integer not null default 0,
  held_until timestamptz,
  detected_at timestamptz,
  asked boolean not null default false
);
create index alert_evidence_held on alert_evidence (held_until) where held_until is not null;
