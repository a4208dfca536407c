-- What is decided on a plan now lives in its case (0030); plan_actions keeps how its versions came about, and nothing else.
-- The training province is generated anew with the version that brings this, so its old rows go.
delete from plan_actions where kind not in ('saved', 'imported');
alter table plan_actions drop constraint plan_actions_kind_check;
alter table plan_actions add constraint plan_actions_kind_check check (kind in ('saved', 'imported'));
comment on table plan_actions is 'How the versions of a plan came about, in order; where the plan stands is folded from its case';
comment on column plan_actions.kind is 'saved or imported';

create table plans_in_force (
  plan_id text not null,
  dataset text not null,
  version int not null,
  from_day date not null,
  paper text,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  primary key (plan_id, version),
  foreign key (dataset, plan_id) references plans (dataset, id) on delete cascade,
  foreign key (plan_id, version) references plan_versions (plan_id, version) on delete cascade
);
comment on table plans_in_force is 'Versions put in force by an approval: the newest one by its day is current. Only added to';
comment on column plans_in_force.plan_id is 'The plan';
comment on column plans_in_force.dataset is 'As on the plan';
comment on column plans_in_force.version is 'The version that was approved; frozen since';
comment on column plans_in_force.from_day is 'The day of the decision';
comment on column plans_in_force.paper is 'The paper (批复) it was decided by';
comment on column plans_in_force.sha256 is 'Hash of the content that was approved';
comment on column plans_in_force.recorded_at is 'When the row was written';
create trigger plans_in_force_final before update or delete on plans_in_force
  for each row execute function plan_record_is_final();
