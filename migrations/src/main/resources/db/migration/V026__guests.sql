-- Guests of the workspace see there what they were let into, and no more: they do not sign in to the pages.
alter table person add column guest boolean not null default false;
