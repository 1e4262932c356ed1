-- What goes first, who waits for whom, and which streams may hold a copy.

-- urgent: the incident has no first post yet; its stream goes before all that are not urgent.
-- doubt_at: when a post was last sent although an earlier one may have arrived, or its record came too late.
-- sweep_at: when the channel is next read for copies; null when there is no doubt.
-- waits_for, turn_at: the limit of Slack that the stream waits for, and when its turn is likely to come.
alter table effect_stream
  add column urgent boolean not null default false,
  add column doubt_at timestamptz,
  add column sweep_at timestamptz,
  add column waits_for text,
  add column turn_at timestamptz,
  drop column needs_sweep;

update effect_stream s set urgent = exists (
  select from effect e where e.stream = s.id and e.kind = 'post-card' and e.state in ('READY', 'SENDING', 'UNKNOWN'));

-- Streams at rest are not in it, however many there are.
drop index effect_stream_due;
create index effect_stream_due on effect_stream (urgent desc, due_at) where due_at < 'infinity';
create index effect_stream_sweep on effect_stream (sweep_at) where sweep_at is not null;
create index effect_stream_turn on effect_stream (waits_for, turn_at) where waits_for is not null;

create index audit_subject on audit (subject);
