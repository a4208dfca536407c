-- Work lists without opening the cases: the tasks carry what a list shows, and indexes give the first of each list at once.
alter table approval_tasks add column unit_name jsonb;
alter table approval_tasks add column state text;
update approval_tasks t
set unit_name = coalesce(
    jsonb_path_query_first(c.workflow, 'strict $.** ? (@.id == $unit).name', jsonb_build_object('unit', t.unit)),
    jsonb_build_object('zh', t.unit, 'en', t.unit)),
  state = case t.kind when 'mend' then 'returned' when 'opine' then 'review' else t.kind end
from approval_cases c
where c.noun = t.noun and c.subject = t.subject;
alter table approval_tasks alter column unit_name set not null;
alter table approval_tasks alter column state set not null;
alter table approval_tasks add constraint approval_tasks_state_check check (state in ('draft', 'returned', 'review', 'decide'));
comment on column approval_tasks.unit_name is 'Name of that unit in both languages, from the workflow';
comment on column approval_tasks.state is 'State of the case over those days';

drop index approval_tasks_by_unit;
create index approval_tasks_by_unit on approval_tasks (dataset, unit, due, since, subject);
create index approval_tasks_by_since on approval_tasks (dataset, since, subject);
