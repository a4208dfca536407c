-- Corrections of the register (F110): a correction writes a body's rows anew and marks those before as replaced; nothing is
-- overwritten, so that what the register said on any past moment can still be read.
alter table zone_names add column replaced_at timestamptz;
alter table zone_plates add column replaced_at timestamptz;
alter table zone_areas add column replaced_at timestamptz;
alter table zone_blocks add column replaced_at timestamptz;
comment on column zone_names.replaced_at is 'When a corrected row took its place; null for what the register says now';
comment on column zone_plates.replaced_at is 'When a corrected row took its place; null for what the register says now';
comment on column zone_areas.replaced_at is 'When a corrected row took its place; null for what the register says now';
comment on column zone_blocks.replaced_at is 'When a corrected row took its place; null for what the register says now';
alter table zone_facts add column from_document text;
comment on column zone_facts.from_document is 'The paper that states the first day; null where the register has none';

create function zone_rows_are_kept() returns trigger language plpgsql as $$
begin
  if old.replaced_at is not null or new.replaced_at is null or (to_jsonb(old) - 'replaced_at') <> (to_jsonb(new) - 'replaced_at') then
    raise exception '% keeps what it said: a row is replaced, never changed', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function zone_rows_are_kept() is 'The one change a fact of the register knows: that another row took its place';
create trigger zone_facts_kept before update on zone_facts for each row execute function zone_rows_are_kept();
create trigger zone_names_kept before update on zone_names for each row execute function zone_rows_are_kept();
create trigger zone_plates_kept before update on zone_plates for each row execute function zone_rows_are_kept();
create trigger zone_areas_kept before update on zone_areas for each row execute function zone_rows_are_kept();
create trigger zone_blocks_kept before update on zone_blocks for each row execute function zone_rows_are_kept();
