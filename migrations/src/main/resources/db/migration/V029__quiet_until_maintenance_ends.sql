-- An alert that began while its service was worked on as planned and of which nobody was told: quiet_for is that service.
-- quiet_until is when that was over and it still fired; null before. Both stay null for all others.
alter table alert add column quiet_for text;
alter table alert add column quiet_until timestamptz;
create index alert_quiet on alert (group_key)
  where quiet_for is not null and quiet_until is null and not over;
