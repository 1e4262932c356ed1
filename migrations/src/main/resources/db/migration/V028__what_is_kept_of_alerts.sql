-- Alerts that belong to no incident go once they are old (retention: alerts_days).

-- When it was last heard that an alert still fires, to the day: a repeat changes nothing else, and an alert that fires for
-- months must not be taken for an old one. Null while received_at says it.
alter table alert add column heard_at timestamptz;

-- What is old is looked for once an hour. Nobody reads alert_received, and evidence, which stays, would fill it.
create index alert_loose on alert (received_at) where in_group is null;
create index alert_group_loose on alert_group (last_at) where incident is null;
drop index alert_received;
