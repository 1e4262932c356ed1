-- Somebody is wanted. asked says who was asked for: a policy or a schedule by name, a person, a user group. round, step and
-- mention are the place on the policy's ladder that was reached; due_at is when the next one comes, null once nothing does.
create table page (
  incident integer not null references incident,
  number integer not null check (number > 0),
  asked text not null,
  asked_for text not null,
  asked_for_name text not null,
  text text,
  asked_by text,
  asked_by_name text,
  asked_at timestamptz not null,
  state text not null,
  round integer,
  step integer,
  mention boolean,
  due_at timestamptz,
  rings text[] not null,
  ended_at timestamptz,
  ended_by text,
  ended_by_name text,
  primary key (incident, number)
);
create index page_due on page (due_at) where due_at is not null;

-- Everybody who was asked, once for each time; person is null for the whole channel. What they said is in reply.
create table page_call (
  incident integer not null,
  page integer not null,
  number integer not null check (number > 0),
  round integer not null,
  step integer not null,
  person text,
  person_name text,
  why text not null,
  called_at timestamptz not null,
  reply text,
  replied_at timestamptz,
  back_at timestamptz,
  primary key (incident, page, number),
  foreign key (incident, page) references page
);
create index page_call_of_person on page_call (person, called_at);
