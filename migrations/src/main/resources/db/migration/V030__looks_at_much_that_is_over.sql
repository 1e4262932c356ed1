-- What is looked for again and again reads no more because much is over. Only indexes: whichever version runs beside it may.

-- Which channels are archived, without the messages among which they stand.
create index slack_object_archived on slack_object (incident) where purpose = 'archived' and id <> 'no';

-- What was priced last.
create index incident_price_tried on incident_price (tried_at) where share is not null;
