-- The tables of incident command: what is recorded, what must still be done in Slack, and what was answered.
-- Every time is timestamptz at microseconds, written by the bot from the clock it was given; leases alone use the
-- database's clock. Enumerations are text, so that a later version can add a word without a rewrite.

create table incident_counter (
  only_row boolean primary key default true check (only_row),
  last_number integer not null default 0
);
insert into incident_counter default values;

create table person (
  id text primary key,
  name text not null,
  display_name text not null default '',
  real_name text not null default '',
  zone text not null default 'UTC',
  bot boolean not null default false,
  active boolean not null default true,
  synced_at timestamptz not null
);
create index person_name on person (lower(name));
create index person_display_name on person (lower(display_name));
create index person_first_name on person (lower(split_part(real_name, ' ', 1)));

create table incident (
  number integer primary key,
  title text not null,
  severity text not null,
  severity_assumed boolean not null default false,
  status text not null,
  mode text not null,
  visibility text not null,
  services text[] not null default '{}',
  announce_in text,
  declared_by text not null,
  declared_by_name text not null,
  resolution text,
  cancelled_as text,
  update_text text,
  updated_at timestamptz,
  next_update_at timestamptz,
  timeline_count integer not null default 0,
  timeline_head bytea not null default '\x',
  recorded_at timestamptz not null
);
create index incident_open on incident (number desc) where status in ('investigating', 'identified', 'monitoring');
create index incident_declared_by on incident (declared_by, number desc);

-- A milestone that nobody set has no row; one said to be unknown has a row without a time. entry is the timeline
-- entry that says only this and that a correction supersedes.
create table incident_milestone (
  incident integer not null references incident,
  milestone text not null,
  at timestamptz,
  entry integer,
  primary key (incident, milestone)
);

-- Custody of a role: one holder at a time, and every earlier holder kept.
create table role_assignment (
  id bigint generated always as identity primary key,
  incident integer not null references incident,
  role text not null,
  person text not null,
  person_name text not null,
  acting boolean not null default false,
  assumed_at timestamptz not null,
  assigned_by text not null,
  released_at timestamptz,
  released_by text
);
create unique index role_assignment_held on role_assignment (incident, role) where released_at is null;
create index role_assignment_person on role_assignment (person, incident);

-- Who may see a private incident besides its declarer and role holders, and whose incidents are "mine".
create table incident_member (
  incident integer not null references incident,
  person text not null,
  joined_at timestamptz not null,
  primary key (incident, person)
);
create index incident_member_person on incident_member (person);

-- Append-only. The hash chain, format 1: every field is written as its length in bytes (4 bytes, big-endian) and its
-- UTF-8 bytes, an absent one as length -1; numbers are decimal; times are ISO-8601 UTC with six decimals. Then
--   text_hash = sha256(salt || utf8(text))
--   hash      = sha256("evenkeel-timeline-1" || previous hash (empty for seq 1) || fields || text_hash)
-- over the fields incident, seq, occurred_at, recorded_at, kind, actor, actor_name, source, supersedes. The prefix, the
-- salt and the hashes are raw bytes without a length. Erasing text and salt leaves text_hash, so the chain still
-- verifies. The head (count and last hash) stands on the incident's row.
-- actor: a Slack user id; token:NAME:ID for a token that acted for that user; evenkeel for the bot itself. actor_name is
-- the user name at the time.
create table timeline_entry (
  incident integer not null references incident,
  seq integer not null check (seq > 0),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  actor text not null,
  actor_name text not null,
  text text,
  source text,
  supersedes integer,
  salt bytea,
  text_hash bytea not null,
  hash bytea not null,
  primary key (incident, seq)
);

-- Things in Slack that belong to an incident: purpose -> channel, and message or file in it.
create table slack_object (
  incident integer not null references incident,
  purpose text not null,
  channel text not null,
  id text not null,
  recorded_at timestamptz not null,
  primary key (incident, purpose)
);
create index slack_object_channel on slack_object (channel, purpose);

-- What arrived, by key, with the answer that was given: a repeat gets the same answer.
create table inbox (
  key text primary key,
  body_hash bytea not null,
  answer jsonb,
  received_at timestamptz not null,
  seen integer not null default 1
);
create index inbox_received_at on inbox (received_at);

-- An ordered queue of effects of one incident and one place. No transaction of a command updates a shared row.
create table effect_stream (
  id text primary key,
  incident integer not null references incident,
  due_at timestamptz not null default 'infinity',
  lease_until timestamptz not null default '-infinity',
  epoch bigint not null default 0,
  owner text,
  needs_sweep boolean not null default false
);
create index effect_stream_due on effect_stream (due_at);
create index effect_stream_incident on effect_stream (incident);

create table effect (
  stream text not null references effect_stream,
  seq integer not null,
  kind text not null,
  version integer not null default 1,
  key text not null unique,
  payload jsonb not null,
  state text not null,
  depends_on integer,
  attempts integer not null default 0,
  due_at timestamptz not null default '-infinity',
  recorded_at timestamptz not null,
  first_sent_at timestamptz,
  last_sent_at timestamptz,
  result jsonb,
  reason text,
  primary key (stream, seq)
);
create index effect_open on effect (stream, seq) where state in ('READY', 'SENDING', 'UNKNOWN');

-- Slack's limits, shared by all replicas: the theoretical arrival time of the next call of a method or channel.
create table rate_gate (
  key text primary key,
  next_at timestamptz not null
);

-- Append-only as the timeline is; one chain over the whole table, same format with "evenkeel-audit-1".
create table audit (
  seq bigint primary key,
  recorded_at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  detail text not null default '',
  hash bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger timeline_entry_append_only before update or delete on timeline_entry
  for each row execute function refuse_change();
create trigger timeline_entry_no_truncate before truncate on timeline_entry
  for each statement execute function refuse_change();
create trigger audit_append_only before update or delete on audit
  for each row execute function refuse_change();
create trigger audit_no_truncate before truncate on audit
  for each statement execute function refuse_change();
