-- What is decided about on-call beside the file: who stands in for whom, swaps, and rotas that are kept elsewhere.

-- Somebody is on call on a layer for a while, whatever is planned. Never deleted: withdrawn_at says that it does not
-- count any more. swap: the swap that it comes from.
create table oncall_override (
  number integer generated always as identity primary key,
  schedule text not null,
  layer text not null,
  person text not null,
  person_name text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  given_by text not null,
  given_by_name text not null,
  given_at timestamptz not null,
  swap integer,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_by_name text
);
create index oncall_override_ahead on oncall_override (schedule, until_at) where withdrawn_at is null;

-- One asks another to take a shift of theirs; back_* is the shift that is taken in return, null for none. ended_as:
-- accepted, declined, withdrawn or lapsed.
create table oncall_swap (
  number integer generated always as identity primary key,
  schedule text not null,
  layer text not null,
  asker text not null,
  asker_name text not null,
  asked text not null,
  asked_name text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  back_layer text,
  back_from timestamptz,
  back_until timestamptz,
  asked_at timestamptz not null,
  ended_as text,
  ended_at timestamptz,
  ended_by text,
  ended_by_name text
);
create index oncall_swap_open on oncall_swap (schedule, until_at) where ended_at is null;

-- A calendar that is kept elsewhere: when it was read last, and what went wrong since. What was read last stays in
-- force. source is a hash of the address, which tells whether the file names another one by now.
create table oncall_feed (
  schedule text not null,
  layer text not null,
  source text not null,
  tried_at timestamptz not null,
  read_at timestamptz,
  failing_since timestamptz,
  failure text,
  remarks text not null default '',
  primary key (schedule, layer)
);

create table oncall_feed_shift (
  schedule text not null,
  layer text not null,
  place integer not null,
  who text not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  primary key (schedule, layer, place),
  foreign key (schedule, layer) references oncall_feed on delete cascade
);
create index oncall_feed_shift_when on oncall_feed_shift (schedule, layer, until_at);

-- Who was on call when a change of shifts was announced last; who is null for nobody.
create table oncall_said (
  schedule text not null,
  layer text not null,
  who text,
  said_at timestamptz not null,
  primary key (schedule, layer)
);
