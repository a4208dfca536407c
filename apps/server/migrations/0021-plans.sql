-- Integration plans (整合提升方案): a plan, its versions, and what was done with it. Versions and actions are only added.
create table plans (
  id text primary key,
  dataset text not null check (dataset in ('real', 'training')),
  code text not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  unique (dataset, code),
  unique (dataset, id)
);
create index plans_by_jurisdiction on plans (dataset, jurisdiction);
comment on table plans is 'One integration plan of one jurisdiction; its text lives in plan_versions, its standing is folded from plan_actions';
comment on column plans.id is 'Stable id used in addresses';
comment on column plans.dataset is 'real: records of real documents; training: invented rows for practice';
comment on column plans.code is 'The code the plan file itself carries; unique in its data set';
comment on column plans.jurisdiction is 'GB/T 2260 code of the city or county whose plan it is; never changes';

create table plan_versions (
  plan_id text not null,
  version int not null check (version >= 1),
  dataset text not null,
  title text not null,
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  zones int not null,
  parks int not null,
  area_before numeric,
  area_after numeric,
  blocking int not null,
  unknown int not null,
  packs jsonb not null,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  note text,
  primary key (plan_id, version),
  foreign key (dataset, plan_id) references plans (dataset, id) on delete cascade
);
comment on table plan_versions is 'The text of a plan, version by version; a correction is a new version';
comment on column plan_versions.plan_id is 'The plan';
comment on column plan_versions.version is '1, 2, 3 … without gaps';
comment on column plan_versions.dataset is 'As on the plan; kept here so that the guard can tell training rows';
comment on column plan_versions.title is 'Title, copied from the content for the list';
comment on column plan_versions.content is 'The plan as zhenghe-plan/1; areas are decimal text in km²';
comment on column plan_versions.sha256 is 'sha256 over the canonical JSON of the content';
comment on column plan_versions.zones is 'Zones after integration, copied from the content for the list';
comment on column plan_versions.parks is 'Parks before integration, copied from the content for the list';
comment on column plan_versions.area_before is 'Sum of the blocks before, km²; null when a block has no figure';
comment on column plan_versions.area_after is 'Sum of the blocks after, km²; null when a block has no figure';
comment on column plan_versions.blocking is 'Findings that block, by the rules in force on recorded_on';
comment on column plan_versions.unknown is 'Findings that could not be decided, by the rules in force on recorded_on';
comment on column plan_versions.packs is 'Packs behind those two counts: id, version, hash';
comment on column plan_versions.recorded_on is 'The day the version counts from; the training province has days of its own';
comment on column plan_versions.recorded_at is 'When the row was written';
comment on column plan_versions.recorded_by is 'Who wrote it: card, unit in two languages, jurisdiction';
comment on column plan_versions.note is 'What the writer said about the version';

create table plan_actions (
  plan_id text not null,
  seq int not null check (seq >= 1),
  dataset text not null,
  kind text not null check (kind in ('saved', 'imported', 'submitted', 'withdrawn', 'accepted', 'approved')),
  version int not null,
  acted_on date not null,
  recorded_at timestamptz not null default now(),
  acted_by jsonb not null,
  note text,
  primary key (plan_id, seq),
  foreign key (dataset, plan_id) references plans (dataset, id) on delete cascade
);
comment on table plan_actions is 'What was done with a plan, in order; its state is a fold over these rows and stands nowhere else';
comment on column plan_actions.plan_id is 'The plan';
comment on column plan_actions.seq is 'Order within the plan: 1, 2, 3 …';
comment on column plan_actions.dataset is 'As on the plan; kept here so that the guard can tell training rows';
comment on column plan_actions.kind is 'saved, imported, submitted, withdrawn, accepted or approved';
comment on column plan_actions.version is 'The version it made or speaks of';
comment on column plan_actions.acted_on is 'The day it was done; the training province has days of its own';
comment on column plan_actions.recorded_at is 'When the row was written';
comment on column plan_actions.acted_by is 'Who did it: card, unit in two languages, jurisdiction';
comment on column plan_actions.note is 'What was said with it';

create function plan_record_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.dataset = 'training' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
comment on function plan_record_is_final() is 'Refuses to change or delete a written record; training rows may be removed as a whole';

create trigger plan_versions_final before update or delete on plan_versions
  for each row execute function plan_record_is_final();
create trigger plan_actions_final before update or delete on plan_actions
  for each row execute function plan_record_is_final();
