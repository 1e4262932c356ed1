-- What somebody said can be erased from timelines, by the tables' owner alone: the text and its salt of an entry, both, and
-- nothing else. text_hash stays, so that the chain still verifies (V001). Whoever erases says so for their transaction:
-- set local evenkeel.erasing = 'on'. The bot's role has no right to change an entry, whatever it sets.
create function refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('evenkeel.erasing', true) = 'on' then
    if new.text is null and new.salt is null
        and to_jsonb(new) - 'text' - 'salt' = to_jsonb(old) - 'text' - 'salt' then
      return new;
    end if;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;
create or replace trigger timeline_entry_append_only before update or delete on timeline_entry
  for each row execute function refuse_change_but_erasure();

-- Before Postgres 15 everybody could make tables in the schema public.
do $$
begin
  execute format('revoke create on schema %I from public', current_schema());
exception
  when insufficient_privilege then
    raise warning 'whether everybody may make tables in schema % was left as it is', current_schema();
end $$;

-- What is old is looked for once an hour (retention:). Effects have no index for it: every command would pay for it.
create index captured_message_newest on captured_message (incident) where newest is not null;
