-- Definitions (F35, F39, F85): drafts of indicators, forms and tags made in the product, and what was decided about them. Both are
-- only added to: what is in force is never edited, a change is a new version. What ships in policy packs stands before version 1.
create table definition_proposals (
  id uuid primary key,
  dataset text not null check (dataset in ('real', 'training')),
  kind text not null check (kind in ('indicator', 'form', 'tag')),
  code text not null,
  base uuid references definition_proposals (id),
  from_day date not null,
  title jsonb not null,
  body json not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  reason text not null,
  proposed_on date not null,
  unit text,
  person text not null,
  recorded_by jsonb not null,
  recorded_at timestamptz not null default now(),
  seq bigint generated always as identity,
  unique (id, dataset, kind, code)
);
create index definition_proposals_by_code on definition_proposals (dataset, kind, code, seq);
comment on table definition_proposals is 'Definitions of indicators, forms and tags as somebody proposed them; only added';
comment on column definition_proposals.id is 'Named in addresses';
comment on column definition_proposals.dataset is 'real, or training: defined for practice';
comment on column definition_proposals.kind is 'What is defined';
comment on column definition_proposals.code is 'Its code within the kind';
comment on column definition_proposals.base is 'The version put in force last when it was proposed; null where only a pack, or nothing, had it';
comment on column definition_proposals.from_day is 'First day it is meant to hold for; it never holds for days before it was decided';
comment on column definition_proposals.title is 'What it is called, in two languages';
comment on column definition_proposals.body is 'The definition itself, as the contract has it; json, so that its fields keep their order';
comment on column definition_proposals.sha256 is 'Hash of the body';
comment on column definition_proposals.reason is 'Why it is proposed';
comment on column definition_proposals.proposed_on is 'The day it was proposed; the training province has days of its own';
comment on column definition_proposals.unit is 'Unit it was proposed for, as cases name units; its members may take it back';
comment on column definition_proposals.person is 'Who proposed it, so that another decides: the person, or the card where there are no people';
comment on column definition_proposals.recorded_by is 'Who proposed it: card, unit in two languages, jurisdiction';
comment on column definition_proposals.recorded_at is 'When the row was written';
comment on column definition_proposals.seq is 'Order in which proposals were written';

create table definition_decisions (
  proposal_id uuid primary key,
  dataset text not null,
  kind text not null,
  code text not null,
  decision text not null check (decision in ('put-in-force', 'refuse', 'withdraw')),
  version int check (version >= 1),
  in_force_from date,
  reason text,
  decided_on date not null,
  person text not null,
  recorded_by jsonb not null,
  recorded_at timestamptz not null default now(),
  foreign key (proposal_id, dataset, kind, code) references definition_proposals (id, dataset, kind, code) on delete cascade,
  unique (dataset, kind, code, version),
  check ((decision = 'put-in-force') = (version is not null) and (version is null) = (in_force_from is null))
);
create index definition_decisions_in_force on definition_decisions (dataset, kind, code, version desc) where decision = 'put-in-force';
comment on table definition_decisions is 'What became of a proposal: at most one row each; only added';
comment on column definition_decisions.proposal_id is 'The proposal';
comment on column definition_decisions.dataset is 'As on the proposal';
comment on column definition_decisions.kind is 'As on the proposal';
comment on column definition_decisions.code is 'As on the proposal';
comment on column definition_decisions.decision is 'put-in-force and refuse by another person, withdraw by the unit that proposed it';
comment on column definition_decisions.version is '1, 2, 3 … within the code in the order they were put in force; null for the others';
comment on column definition_decisions.in_force_from is 'First day it holds for: as proposed, and not before it was decided';
comment on column definition_decisions.reason is 'Why, where something was written';
comment on column definition_decisions.decided_on is 'The day it was decided; the training province has days of its own';
comment on column definition_decisions.person is 'Who decided: the person, or the card where there are no people';
comment on column definition_decisions.recorded_by is 'Who decided: card, unit in two languages, jurisdiction';
comment on column definition_decisions.recorded_at is 'When the row was written';

create function definition_record_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.dataset = 'training' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
comment on function definition_record_is_final() is 'Refuses to change or delete a written record; training rows may be removed as a whole';
create trigger definition_proposals_final before update or delete on definition_proposals
  for each row execute function definition_record_is_final();
create trigger definition_decisions_final before update or delete on definition_decisions
  for each row execute function definition_record_is_final();

-- The library in force is open to everybody; what is only proposed, refused or withdrawn, to units. The province writes it.
alter table definition_decisions enable row level security;
create policy definition_decisions_read on definition_decisions for select using (decision = 'put-in-force' or caller_unit() is not null);
create policy definition_decisions_add on definition_decisions for insert with check (in_reach('330000'));
alter table definition_proposals enable row level security;
create policy definition_proposals_read on definition_proposals for select using (
  caller_unit() is not null
  or exists (select from definition_decisions d where d.proposal_id = id and d.decision = 'put-in-force'));
create policy definition_proposals_add on definition_proposals for insert with check (in_reach('330000'));
