-- Work lists over many cases: what stands is read from partial indexes that hold nothing that has ended, counts from the index
-- alone. A task without a day counts as due later than any, so that each list is one range (a column, not an expression: under
-- row-level security only comparisons of columns may use an index).
alter table approval_tasks add column latest date not null generated always as (coalesce(due, 'infinity'::date)) stored;
comment on column approval_tasks.latest is 'due, or infinity where nothing sets a day';
create index approval_tasks_open_by_unit on approval_tasks (dataset, unit, latest, since, subject)
  include (noun, kind, ready, valid_from, jurisdiction) where valid_to is null;
create index approval_tasks_open_mend on approval_tasks (dataset, unit, latest, since, subject)
  where valid_to is null and kind = 'mend';
create index approval_tasks_open_asking on approval_tasks (dataset, unit) where valid_to is null and not ready;
create index approval_tasks_open_by_since on approval_tasks (dataset, since, subject)
  include (noun, unit, valid_from, jurisdiction) where valid_to is null;
create index approval_tasks_ended on approval_tasks (dataset, valid_to) where valid_to is not null;
drop index approval_tasks_by_unit;
drop index approval_tasks_by_since;
drop index approval_tasks_by_place;

-- The same policy as before, told once a statement instead of once a row.
create function caller_reach() returns text language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('zhenghe.reach', true), ''), 'none')
$$;
comment on function caller_reach() is 'Beginning of the codes of the places the caller''s unit answers for; none for nobody';
drop policy approval_tasks_parties on approval_tasks;
create policy approval_tasks_parties on approval_tasks using (
  starts_with(jurisdiction, (select caller_reach())) or unit = (select caller_unit()) or is_case_party(noun, subject));
