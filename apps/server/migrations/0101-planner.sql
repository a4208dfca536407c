-- The planner (F04, F05, F10, F12, F16, F73): scenarios in their versions, what was asked of them and what came out, and what was adopted.
-- All of it is only added. A scenario belongs to the unit of its scope; those above it read it.
create table planner_scenarios (
  id uuid primary key,
  dataset text not null check (dataset in ('real', 'training')),
  scope text not null check (scope ~ '^33[0-9]{4}$'),
  day date not null,
  rules_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null
);
create index planner_scenarios_by_scope on planner_scenarios (dataset, scope);
comment on table planner_scenarios is 'Scenarios of a consolidation: what is weighed over the register of a day; nothing in force';
comment on column planner_scenarios.id is 'Stable id used in addresses';
comment on column planner_scenarios.dataset is 'real or training';
comment on column planner_scenarios.scope is 'GB/T 2260 code of the province, a city or a county whose parks it is about';
comment on column planner_scenarios.day is 'Day of the register';
comment on column planner_scenarios.rules_on is 'Day on which the quotas and caps are those in force';
comment on column planner_scenarios.recorded_at is 'When the row was written';
comment on column planner_scenarios.recorded_by is 'Who began it: card, unit in two languages, jurisdiction';

create table planner_versions (
  scenario_id uuid not null references planner_scenarios (id) on delete cascade,
  version int not null check (version >= 1),
  dataset text not null check (dataset in ('real', 'training')),
  name text not null,
  settings jsonb not null,
  locks jsonb not null,
  decisions jsonb not null,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (scenario_id, version)
);
comment on table planner_versions is 'Versions of scenarios: settings, locks and decisions; each save is a new one';
comment on column planner_versions.scenario_id is 'The scenario';
comment on column planner_versions.version is '1, 2, 3 …';
comment on column planner_versions.dataset is 'As on the scenario';
comment on column planner_versions.name is 'Name of the scenario from this version on';
comment on column planner_versions.settings is 'Weights, limits and caps as people set them, exact decimals as text';
comment on column planner_versions.locks is 'Together, apart, fixed outcomes';
comment on column planner_versions.decisions is 'National plates that may stand in one zone';
comment on column planner_versions.note is 'What its writer has to say';
comment on column planner_versions.recorded_at is 'When the row was written';
comment on column planner_versions.recorded_by is 'Who saved it';

create table planner_closings (
  scenario_id uuid primary key references planner_scenarios (id) on delete cascade,
  dataset text not null check (dataset in ('real', 'training')),
  reason text not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null
);
comment on table planner_closings is 'Scenarios that are no longer worked on; they can still be read';
comment on column planner_closings.scenario_id is 'The scenario';
comment on column planner_closings.dataset is 'As on the scenario';
comment on column planner_closings.reason is 'Why';
comment on column planner_closings.recorded_at is 'When the row was written';
comment on column planner_closings.recorded_by is 'Who closed it';

create table planner_instances (
  scope text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  dataset text not null check (dataset in ('real', 'training')),
  content jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (scope, hash)
);
comment on table planner_instances is 'Instances that were asked about, once for each content: what a result rests on can be solved again';
comment on column planner_instances.scope is 'Place whose parks it holds, which decides who reads it';
comment on column planner_instances.hash is 'sha256 over its canonical JSON';
comment on column planner_instances.dataset is 'real or training';
comment on column planner_instances.content is 'The documented format of the planner''s file';
comment on column planner_instances.recorded_at is 'When it was first asked about';

create table planner_runs (
  id uuid primary key,
  scenario_id uuid not null,
  version int not null,
  dataset text not null check (dataset in ('real', 'training')),
  scope text not null,
  kind text not null check (kind in ('solve', 'explain', 'frontier')),
  jurisdiction text,
  instance_hash text not null,
  question text not null check (question ~ '^[0-9a-f]{64}$'),
  engine text not null,
  answered_by uuid references planner_runs (id) on delete cascade,
  asked_at timestamptz not null default now(),
  asked_by jsonb not null,
  foreign key (scenario_id, version) references planner_versions (scenario_id, version) on delete cascade,
  foreign key (scope, instance_hash) references planner_instances (scope, hash)
);
create index planner_runs_by_scenario on planner_runs (scenario_id, version, asked_at desc);
create index planner_runs_by_question on planner_runs (scope, question, asked_at) where answered_by is null;
comment on table planner_runs is 'What was asked of a version: solve, explain, frontier';
comment on column planner_runs.id is 'Also the id of its job in the queue';
comment on column planner_runs.scenario_id is 'The scenario';
comment on column planner_runs.version is 'Its version';
comment on column planner_runs.dataset is 'As on the scenario';
comment on column planner_runs.scope is 'As on the scenario';
comment on column planner_runs.kind is 'solve, explain or frontier';
comment on column planner_runs.jurisdiction is 'The place to be explained; null for other kinds';
comment on column planner_runs.instance_hash is 'The instance it was asked about';
comment on column planner_runs.question is 'sha256 over instance, kind, place and engine: the same question is answered from what was computed before';
comment on column planner_runs.engine is 'Engine and solver that compute it';
comment on column planner_runs.answered_by is 'The earlier run of the same question, whose result is this one''s; null where it computes itself';
comment on column planner_runs.asked_at is 'When it was asked';
comment on column planner_runs.asked_by is 'Who asked';

create table planner_run_steps (
  run_id uuid not null references planner_runs (id) on delete cascade,
  seq int generated always as identity,
  dataset text not null check (dataset in ('real', 'training')),
  kind text not null check (kind in ('begun', 'news', 'stop', 'done', 'cancelled', 'failed')),
  detail jsonb,
  recorded_at timestamptz not null default now(),
  primary key (run_id, seq)
);
comment on table planner_run_steps is 'What happened to a run, in order; where it stands follows from them';
comment on column planner_run_steps.run_id is 'The run';
comment on column planner_run_steps.seq is 'Order in which they were written';
comment on column planner_run_steps.dataset is 'As on the run';
comment on column planner_run_steps.kind is 'begun, news, stop (a person asked for its end), done, cancelled, failed';
comment on column planner_run_steps.detail is 'How far, best cost and bound of news; the reason of a failure';
comment on column planner_run_steps.recorded_at is 'When it was written';

create table planner_results (
  run_id uuid primary key references planner_runs (id) on delete cascade,
  dataset text not null check (dataset in ('real', 'training')),
  result jsonb not null,
  status text check (status in ('optimal', 'bounded', 'infeasible')),
  cost double precision,
  zones int,
  stopped boolean not null default false,
  beside jsonb,
  recorded_at timestamptz not null default now()
);
comment on table planner_results is 'What came out of a run';
comment on column planner_results.run_id is 'The run';
comment on column planner_results.dataset is 'As on the run';
comment on column planner_results.result is 'As the contract answers it';
comment on column planner_results.status is 'Of a solve; null for other kinds';
comment on column planner_results.cost is 'Of a solve with a plan; null otherwise';
comment on column planner_results.zones is 'Of a solve with a plan; null otherwise';
comment on column planner_results.stopped is 'Broken off by a person: it answers no later question';
comment on column planner_results.beside is 'What the plan at a point of a frontier is put together from; null for other kinds';
comment on column planner_results.recorded_at is 'When it was written';

create table planner_adoptions (
  scenario_id uuid not null,
  version int not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  plan_id text not null references plans (id) on delete cascade,
  plan_version int not null,
  dataset text not null check (dataset in ('real', 'training')),
  made text not null check (made in ('new', 'version')),
  run_id uuid not null references planner_runs (id) on delete cascade,
  reason text not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (scenario_id, version, jurisdiction, plan_version),
  foreign key (scenario_id, version) references planner_versions (scenario_id, version) on delete cascade
);
create index planner_adoptions_by_plan on planner_adoptions (plan_id);
comment on table planner_adoptions is 'Draft plans that came from a scenario';
comment on column planner_adoptions.scenario_id is 'The scenario';
comment on column planner_adoptions.version is 'Its version';
comment on column planner_adoptions.jurisdiction is 'The place whose draft it is';
comment on column planner_adoptions.plan_id is 'The plan';
comment on column planner_adoptions.plan_version is 'The version that was written';
comment on column planner_adoptions.dataset is 'As on the scenario';
comment on column planner_adoptions.made is 'new: the plan began with it; version: a draft got a new version';
comment on column planner_adoptions.run_id is 'The solve it came from';
comment on column planner_adoptions.reason is 'Why, in the words of who adopted it';
comment on column planner_adoptions.recorded_at is 'When the row was written';
comment on column planner_adoptions.recorded_by is 'Who adopted it';

create function planner_record_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.dataset = 'training' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function planner_record_is_final() is 'Refuses to change or delete a written record; training rows may be removed as a whole';

create trigger planner_scenarios_final before update or delete on planner_scenarios for each row execute function planner_record_is_final();
create trigger planner_versions_final before update or delete on planner_versions for each row execute function planner_record_is_final();
create trigger planner_closings_final before update or delete on planner_closings for each row execute function planner_record_is_final();
create trigger planner_instances_final before update or delete on planner_instances for each row execute function planner_record_is_final();
create trigger planner_runs_final before update or delete on planner_runs for each row execute function planner_record_is_final();
create trigger planner_run_steps_final before update or delete on planner_run_steps for each row execute function planner_record_is_final();
create trigger planner_results_final before update or delete on planner_results for each row execute function planner_record_is_final();
create trigger planner_adoptions_final before update or delete on planner_adoptions for each row execute function planner_record_is_final();

-- Read by those who answer for the scope, written by its own unit alone. Steps and results are also written by the product itself, which
-- works for the whole province.
alter table planner_scenarios enable row level security;
create policy planner_scenarios_read on planner_scenarios for select using (in_reach(scope));
create policy planner_scenarios_add on planner_scenarios for insert with check (scope = caller_unit());

create function own_scenario(wanted uuid) returns boolean language sql stable as $$
  select exists (select from planner_scenarios s where s.id = wanted and s.scope = caller_unit())
$$;
comment on function own_scenario(uuid) is 'Whether the scenario is of the caller''s own unit';

alter table planner_versions enable row level security;
create policy planner_versions_read on planner_versions for select using (exists (select from planner_scenarios s where s.id = scenario_id));
create policy planner_versions_add on planner_versions for insert with check (own_scenario(scenario_id));
alter table planner_closings enable row level security;
create policy planner_closings_read on planner_closings for select using (exists (select from planner_scenarios s where s.id = scenario_id));
create policy planner_closings_add on planner_closings for insert with check (own_scenario(scenario_id));
alter table planner_instances enable row level security;
create policy planner_instances_read on planner_instances for select using (in_reach(scope));
create policy planner_instances_add on planner_instances for insert with check (scope = caller_unit());
alter table planner_runs enable row level security;
create policy planner_runs_read on planner_runs for select using (in_reach(scope));
create policy planner_runs_add on planner_runs for insert with check (scope = caller_unit() and own_scenario(scenario_id));
alter table planner_run_steps enable row level security;
create policy planner_run_steps_read on planner_run_steps for select using (exists (select from planner_runs r where r.id = run_id));
create policy planner_run_steps_add on planner_run_steps for insert with check (
  exists (select from planner_runs r where r.id = run_id and (r.scope = caller_unit() or caller_unit() is null)));
alter table planner_results enable row level security;
create policy planner_results_read on planner_results for select using (exists (select from planner_runs r where r.id = run_id));
create policy planner_results_add on planner_results for insert with check (
  caller_unit() is null and exists (select from planner_runs r where r.id = run_id));
alter table planner_adoptions enable row level security;
create policy planner_adoptions_read on planner_adoptions for select
  using (in_reach(jurisdiction) or exists (select from planner_scenarios s where s.id = scenario_id));
create policy planner_adoptions_add on planner_adoptions for insert with check (own_scenario(scenario_id));
