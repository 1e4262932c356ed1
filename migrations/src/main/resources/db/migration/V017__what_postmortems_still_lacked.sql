-- What an action item is for (prevent, detect, mitigate, investigate), null while nobody said; and where what was done
-- can be looked up.
alter table action_item add column kind text, add column closed_link text;

-- What an update promised. next_at is null where it is not known whether it promised anything: updates from before this
-- table.
create table update_promise (
  incident integer not null references incident,
  entry integer not null check (entry > 0),
  next_at timestamptz,
  primary key (incident, entry)
);
insert into update_promise (incident, entry)
  select incident, seq from timeline_entry where kind = 'update' and supersedes is null;

-- Words of a postmortem, as they are written, of which a person said whether they are somebody's name there.
create table postmortem_word (
  incident integer not null references incident,
  word text not null,
  is_name boolean not null,
  said_by text not null,
  said_by_name text not null,
  said_at timestamptz not null,
  primary key (incident, word)
);
