-- What people are reminded of. What is due follows from the incidents' own rows and the policy; here stands only what
-- was done about it.

-- What belongs to no incident (a digest, a change of shifts) has streams of its own: house/U123, house/#on-call.
alter table effect_stream alter column incident drop not null;

-- name: a kind of reminder; 'all' carries what is snoozed of every kind. at: the step that was acted on last, null for
-- none. Rows are replaced while the incident is locked.
create table reminder (
  incident integer not null references incident,
  name text not null,
  at timestamptz,
  snoozed_until timestamptz,
  snoozed_by text,
  snoozed_by_name text,
  primary key (incident, name)
);

-- When an incident is looked at next, unless its timeline has grown past entries before: so that a look costs nothing
-- for incidents of which nothing can be due.
create table reminder_watch (
  incident integer primary key references incident,
  entries integer not null,
  next_at timestamptz not null
);
create index reminder_watch_next on reminder_watch (next_at) where next_at < 'infinity';

-- One that ended before anybody looked at it still wants its postmortem.
create index incident_resolved on incident (recorded_at) where status = 'resolved';

-- When somebody does not want to be told of what can wait, by the clock of their own zone; it may reach past midnight.
create table quiet_hours (
  person text primary key,
  begins time not null,
  ends time not null
);

-- The morning for which somebody was told last of the action items that are due.
create table action_digest (
  person text primary key,
  at timestamptz not null
);
create index action_item_due on action_item (due_on) where closed_at is null and due_on is not null;

-- When an incident took another turn, however long its timeline is.
create index timeline_entry_turning on timeline_entry (incident, seq)
  where kind in ('severity', 'reopened', 'status', 'mitigated');
