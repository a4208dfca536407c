-- Approvals: a case for each subject that is decided on, and what units did with it. Actions are only added; where a case
-- stands is folded from them. It knows no business noun: a subject is named by noun and id.
create table approval_cases (
  noun text not null check (noun ~ '^[a-z]+$'),
  subject text not null,
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  workflow jsonb not null,
  opened_on date not null,
  recorded_at timestamptz not null default now(),
  primary key (noun, subject),
  unique (dataset, noun, subject)
);
comment on table approval_cases is 'One case a subject: the way it travels, as it was resolved on its first day';
comment on column approval_cases.noun is 'Kind of subject: plans';
comment on column approval_cases.subject is 'Id of the subject in its own noun';
comment on column approval_cases.dataset is 'real or training, as the subject';
comment on column approval_cases.jurisdiction is 'GB/T 2260 code of the place whose subject it is';
comment on column approval_cases.workflow is 'Steps, units and working days with their clause; a later pack does not change them';
comment on column approval_cases.opened_on is 'The day the subject began; a draft from then on';
comment on column approval_cases.recorded_at is 'When the row was written';

create table approval_actions (
  noun text not null,
  subject text not null,
  seq int not null check (seq >= 1),
  dataset text not null,
  kind text not null check (kind in ('submit', 'withdraw', 'accept', 'return', 'opine', 'note-silence', 'add-signer', 'hand-over',
    'delegate', 'remind', 'approve', 'refuse', 'revise')),
  unit text not null,
  by_unit text not null,
  version int not null check (version >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  acted_on date not null,
  recorded_at timestamptz not null default now(),
  acted_by jsonb not null,
  stance text check (stance in ('agree', 'disagree', 'no-opinion')),
  words text,
  paper text,
  to_unit text,
  due date,
  reasons jsonb not null default '[]',
  primary key (noun, subject, seq),
  foreign key (dataset, noun, subject) references approval_cases (dataset, noun, subject) on delete cascade
);
create index approval_actions_by_unit on approval_actions (unit, noun, subject);
create index approval_actions_delegated on approval_actions (to_unit) where kind = 'delegate';
comment on table approval_actions is 'What was done in a case, in order; append-only';
comment on column approval_actions.noun is 'As on the case';
comment on column approval_actions.subject is 'As on the case';
comment on column approval_actions.seq is 'Order within the case: 1, 2, 3 …; two people cannot write the same one';
comment on column approval_actions.dataset is 'As on the case; kept here so that the guard can tell training rows';
comment on column approval_actions.kind is 'What was done';
comment on column approval_actions.unit is 'The unit it was done for';
comment on column approval_actions.by_unit is 'The unit whose person did it; another one only under a delegation';
comment on column approval_actions.version is 'The version of the subject it speaks of';
comment on column approval_actions.sha256 is 'Hash of that version, so that what was decided on can be proved';
comment on column approval_actions.acted_on is 'The day it was done; the training province has days of its own';
comment on column approval_actions.recorded_at is 'When the row was written';
comment on column approval_actions.acted_by is 'Who did it: card, unit in two languages as it was called then, jurisdiction';
comment on column approval_actions.stance is 'Of an opinion: agree, disagree, no-opinion';
comment on column approval_actions.words is 'What was said with it';
comment on column approval_actions.paper is 'Number of the paper it was done by';
comment on column approval_actions.to_unit is 'Whom it was handed, lent, put to, or who was reminded';
comment on column approval_actions.due is 'Until when an answer is asked for, or the delegation runs';
comment on column approval_actions.reasons is 'Of a return: cells with a reason each';

create table approval_tasks (
  noun text not null,
  subject text not null,
  dataset text not null,
  jurisdiction text not null,
  kind text not null check (kind in ('draft', 'mend', 'review', 'decide', 'opine')),
  unit text not null,
  since date not null,
  due date,
  ready boolean not null,
  valid_from date not null,
  valid_to date,
  foreign key (dataset, noun, subject) references approval_cases (dataset, noun, subject) on delete cascade
);
create index approval_tasks_by_subject on approval_tasks (noun, subject);
create index approval_tasks_by_unit on approval_tasks (dataset, unit, valid_from);
create index approval_tasks_by_place on approval_tasks (dataset, jurisdiction text_pattern_ops, since);
comment on table approval_tasks is 'Derived from the actions, written anew with each: who had what to do over which days. Read for work lists only';
comment on column approval_tasks.noun is 'As on the case';
comment on column approval_tasks.subject is 'As on the case';
comment on column approval_tasks.dataset is 'As on the case';
comment on column approval_tasks.jurisdiction is 'As on the case';
comment on column approval_tasks.kind is 'draft, mend, review, decide, opine';
comment on column approval_tasks.unit is 'Who had to act';
comment on column approval_tasks.since is 'Since when it lay there';
comment on column approval_tasks.due is 'Until when, by the working days of the workflow; null where nothing sets a day';
comment on column approval_tasks.ready is 'False while opinions that were asked for are out';
comment on column approval_tasks.valid_from is 'First day on which the task stood like this';
comment on column approval_tasks.valid_to is 'First day on which it did no longer; null while it does';

create function approval_record_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.dataset = 'training' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
comment on function approval_record_is_final() is 'Refuses to change or delete a written record; training rows may be removed as a whole';

create trigger approval_cases_final before update or delete on approval_cases
  for each row execute function approval_record_is_final();
create trigger approval_actions_final before update or delete on approval_actions
  for each row execute function approval_record_is_final();
