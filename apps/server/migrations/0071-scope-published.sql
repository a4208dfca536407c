-- What is published besides the versions in force, and one count for any place.
-- Plans that ship with the product are real documents whose text anybody can find: they stay open, in force or not.
create function plan_version_is_published(wanted_plan text, wanted_version int) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select plan_version_is_open(wanted_plan, wanted_version) or exists (
    select from plan_versions v
    where v.plan_id = wanted_plan and v.version = wanted_version and v.dataset = 'real' and v.recorded_by ->> 'card' = 'loader')
$$;
comment on function plan_version_is_published(text, int) is 'Whether anybody may read that version: open by its standing, or shipped as a public document';

create or replace function plan_is_open(wanted text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from plan_versions v where v.plan_id = wanted and plan_version_is_published(v.plan_id, v.version))
$$;
alter policy plan_versions_read on plan_versions
  using (answers_for_plan(plan_id) or plan_version_is_published(plan_id, version));
alter policy plan_actions_read on plan_actions
  using (answers_for_plan(plan_id) or plan_version_is_published(plan_id, version));

-- The overview counts the steps within the caller's own place, or within the province: one function for both.
drop function counted_plans(text, date);
create function counted_plans(wanted_dataset text, on_day date, within text) returns table (state text, plans int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.state, count(*)::int from plan_steps_on(wanted_dataset, on_day) s
  where starts_with(s.jurisdiction, within) group by s.state
$$;
comment on function counted_plans(text, date, text) is
  'How many plans stood at each step at the end of a day, in the places whose codes begin so; the same for every caller';
