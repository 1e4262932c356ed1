-- What a timeline says of an incident's price, as it was recorded last; null before the first time.
alter table incident_price add column told text;
