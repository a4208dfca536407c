-- Row-level security (ADR 14): each row of a plan, a case or a paper asks whose it is. The server tells every connection it lends
-- for whom it works: `zhenghe.reach`, the beginning of the codes of the places the caller's unit answers for, and `zhenghe.unit`.
-- A connection that was told nothing sees nothing. The owner of the tables (migrations, loading, backup) is not bound.

create function in_reach(jurisdiction text) returns boolean language sql stable parallel safe as $$
  select starts_with(jurisdiction, coalesce(nullif(current_setting('zhenghe.reach', true), ''), 'none'))
$$;
comment on function in_reach(text) is 'Whether the caller''s unit answers for that place: a city for its counties, a county for itself, the public for none';

create function caller_unit() returns text language sql stable parallel safe as $$
  select nullif(current_setting('zhenghe.unit', true), '')
$$;
comment on function caller_unit() is 'The caller''s unit as cases name it; null for those without one';

create function plan_version_is_open(wanted_plan text, wanted_version int) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from plans_in_force f where f.plan_id = wanted_plan and f.version = wanted_version)
$$;
comment on function plan_version_is_open(text, int) is 'Whether anybody may read that version: it is, or was, in force';

create function plan_is_open(wanted text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from plan_versions v where v.plan_id = wanted and plan_version_is_open(v.plan_id, v.version))
$$;
comment on function plan_is_open(text) is 'Whether anybody may read some version of the plan';

create function is_case_party(wanted_noun text, wanted_subject text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from approval_tasks t
      where t.noun = wanted_noun and t.subject = wanted_subject and t.unit = caller_unit())
    or exists (select from approval_actions a
      where a.noun = wanted_noun and a.subject = wanted_subject and caller_unit() in (a.unit, a.by_unit, a.to_unit))
$$;
comment on function is_case_party(text, text) is 'Whether the caller''s unit was given something to do in that case: handed over, asked besides, lent, reminded';

create function answers_for_plan(wanted text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce((select in_reach(p.jurisdiction) from plans p where p.id = wanted), false) or is_case_party('plans', wanted)
$$;
comment on function answers_for_plan(text) is 'Whether the caller reads every version of the plan, drafts included: its place, those above it, parties of its case';

create function answers_for_case(wanted_noun text, wanted_subject text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce((select in_reach(c.jurisdiction) from approval_cases c where c.noun = wanted_noun and c.subject = wanted_subject), false)
    or is_case_party(wanted_noun, wanted_subject)
$$;
comment on function answers_for_case(text, text) is 'Whether the caller has to do with that case: its place, those above it, its parties';

-- Plans: whoever answers for one reads and writes it; everybody reads the versions in force.
alter table plans enable row level security;
create policy plans_read on plans for select using (in_reach(jurisdiction) or plan_is_open(id) or is_case_party('plans', id));
create policy plans_add on plans for insert with check (in_reach(jurisdiction));
-- A row is held (select … for update) by whoever acts on it.
create policy plans_hold on plans for update using (in_reach(jurisdiction) or is_case_party('plans', id));

alter table plan_versions enable row level security;
create policy plan_versions_read on plan_versions for select
  using (answers_for_plan(plan_id) or plan_version_is_open(plan_id, version));
create policy plan_versions_add on plan_versions for insert with check (answers_for_plan(plan_id));

alter table plan_actions enable row level security;
create policy plan_actions_read on plan_actions for select
  using (answers_for_plan(plan_id) or plan_version_is_open(plan_id, version));
create policy plan_actions_add on plan_actions for insert with check (answers_for_plan(plan_id));

alter table plans_in_force enable row level security;
create policy plans_in_force_read on plans_in_force for select using (true);
create policy plans_in_force_add on plans_in_force for insert with check (answers_for_plan(plan_id));

-- A file may hold more than the plan that was read from it: not open with the version, only to those who answer for the plan.
alter table source_files enable row level security;
create policy source_files_read on source_files for select using (
  in_reach(recorded_by ->> 'jurisdiction')
  or exists (select from plan_actions a where a.source_sha256 = source_files.sha256 and answers_for_plan(a.plan_id)));
create policy source_files_add on source_files for insert with check (in_reach(recorded_by ->> 'jurisdiction'));

-- Cases, by their place and by who was given a part. What is one's own comes first: it is the cheapest to tell.
alter table approval_cases enable row level security;
create policy approval_cases_parties on approval_cases using (in_reach(jurisdiction) or is_case_party(noun, subject));

alter table approval_actions enable row level security;
create policy approval_actions_parties on approval_actions
  using (caller_unit() in (unit, by_unit, to_unit) or answers_for_case(noun, subject))
  with check (answers_for_case(noun, subject));

alter table approval_tasks enable row level security;
create policy approval_tasks_parties on approval_tasks
  using (in_reach(jurisdiction) or unit = caller_unit() or is_case_party(noun, subject));

-- Papers: for those who answer for the plan. The public check of a printed code asks printed_document, below.
alter table documents enable row level security;
create policy documents_parties on documents using (answers_for_plan(plan_id));
alter table document_steps enable row level security;
create policy document_steps_parties on document_steps using (exists (select from documents d where d.id = document_id));
alter table document_files enable row level security;
create policy document_files_parties on document_files using (exists (select from documents d where d.id = document_id));

create function printed_document(printed_code text) returns table (
    code text, made_by jsonb, content jsonb, recorded_at timestamptz, sha256 text, size int, name text, latest int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.code, d.made_by, d.content, f.recorded_at, f.sha256, f.size, f.name,
    (select max(v.version) from plan_versions v where v.plan_id = d.plan_id)
  from documents d join document_files f on f.document_id = d.id
  where d.code = printed_code
$$;
comment on function printed_document(text) is 'The paper that bears a code, for whoever holds it in hand; null when no paper does';

-- Figures of the whole province that must be the same for every caller: they answer counts, never whose or what.
create function plan_steps_on(wanted_dataset text, on_day date) returns table (jurisdiction text, zones int, state text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.jurisdiction, v.zones, coalesce(s.state, 'draft')
  from plans p
  join lateral (select max(a.version) as version from plan_actions a where a.plan_id = p.id and a.acted_on <= on_day) a
    on a.version is not null
  left join lateral (
    select c.version, case c.kind when 'submit' then 'submitted' when 'accept' then 'accepted' when 'return' then 'returned'
      when 'approve' then 'approved' when 'refuse' then 'refused' else 'draft' end as state
    from approval_actions c
    where c.noun = 'plans' and c.subject = p.id and c.acted_on <= on_day
      and c.kind in ('submit', 'withdraw', 'accept', 'return', 'approve', 'refuse', 'revise')
    order by c.seq desc limit 1) s on true
  join plan_versions v on v.plan_id = p.id
    and v.version = case when s.state in ('submitted', 'accepted', 'approved', 'refused') then s.version else a.version end
  where p.dataset = wanted_dataset
$$;
comment on function plan_steps_on(text, date) is 'Where each plan stood at the end of a day; asked by the counts below only';
revoke execute on function plan_steps_on(text, date) from public;

create function counted_plans(wanted_dataset text, on_day date) returns table (state text, plans int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.state, count(*)::int from plan_steps_on(wanted_dataset, on_day) s group by s.state
$$;
comment on function counted_plans(text, date) is 'How many plans of the whole province stood at each step at the end of a day';

create function zones_planned_elsewhere(wanted_dataset text, on_day date, place text, quotas jsonb)
  returns table (places int, zones int) language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct s.jurisdiction)::int,
    coalesce(sum(least(s.zones, case when s.state = 'draft' then (quotas ->> s.jurisdiction)::int end)), 0)::int
  from plan_steps_on(wanted_dataset, on_day) s where s.jurisdiction <> place
$$;
comment on function zones_planned_elsewhere(text, date, text, jsonb) is
  'How many other places have a plan, and how many zones they keep; of a draft at most the quota of its place';

create function plan_approvals(wanted text) returns table (version int, acted_on date, unit jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.version, a.acted_on, a.acted_by -> 'unit' from approval_actions a
  where a.noun = 'plans' and a.subject = wanted and a.kind = 'approve' order by a.seq
$$;
comment on function plan_approvals(text) is 'Which versions were approved, when and by whom: public, as the approval is';
