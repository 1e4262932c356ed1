-- What somebody outside an incident's channel wants to be told. kind: incident (topic is its number), severity (topic is
-- its name; worse ones count, too) or service (topic is its name in lower case).
create table subscription (
  person text not null,
  kind text not null,
  topic text not null,
  since timestamptz not null,
  primary key (person, kind, topic)
);
create index subscription_topic on subscription (kind, topic);

-- Who is being told of an incident, by which subscription, and up to which entry of its timeline messages to them have
-- been set down as effects. Whoever was told once is told to the end, as long as that subscription stands.
create table briefing (
  incident integer not null references incident,
  person text not null,
  kind text not null,
  topic text not null,
  told_to integer not null,
  primary key (incident, person)
);
