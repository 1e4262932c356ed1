-- The role under which the bot works: rows of ordinary tables, only SELECT and INSERT where nothing may be rewritten, and
-- no DDL. Roles belong to the whole server, so it may be there already; whoever may not create one is told what to ask.
do $$
begin
  if not exists (select from pg_roles where rolname = 'evenkeel_app') then
    begin
      create role evenkeel_app nologin;
    exception
      when duplicate_object or unique_violation then
        null;
      when insufficient_privilege then
        raise exception 'the role evenkeel_app does not exist and % may not create roles', current_user
          using errcode = 'insufficient_privilege',
            hint = format('Let an administrator run once: create role evenkeel_app; grant evenkeel_app to %I;'
              ' then migrate again.', current_user);
    end;
  end if;
end $$;

-- So that one user can own the tables and serve: it steps down with SET ROLE.
do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant evenkeel_app to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise warning 'evenkeel_app could not be granted to %: if the bot connects as this user it keeps more rights than it needs',
      current_user
      using hint = format('Let an administrator run: grant evenkeel_app to %I', current_user);
end $$;

do $$
begin
  execute format('grant usage on schema %I to evenkeel_app', current_schema());
  execute format('grant select, insert, update, delete on all tables in schema %I to evenkeel_app', current_schema());
  execute format(
    'alter default privileges in schema %I grant select, insert, update, delete on tables to evenkeel_app',
    current_schema());
  execute format(
    'alter default privileges in schema %I grant usage on sequences to evenkeel_app', current_schema());
end $$;

revoke update, delete on timeline_entry, audit from evenkeel_app;
revoke insert, update, delete on flyway_schema_history from evenkeel_app;
