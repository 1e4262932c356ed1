-- How incidents end and go on, and who may have them do so.

-- Where a merged incident goes on.
alter table incident add column merged_into integer references incident;

-- Each merge with what is needed to undo it: the status before. Undone merges are kept.
create table incident_merge (
  id bigint generated always as identity primary key,
  source integer not null references incident,
  target integer not null references incident,
  status_before text not null,
  merged_at timestamptz not null,
  undone_at timestamptz
);
create unique index incident_merge_source on incident_merge (source) where undone_at is null;
create index incident_merge_target on incident_merge (target, merged_at);

-- Slack's user groups as they were last synced, by handle without @: who a policy may name.
create table user_group_member (
  handle text not null,
  person text not null,
  primary key (handle, person)
);
