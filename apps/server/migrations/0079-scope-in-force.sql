-- What was loaded as approved (the training province) is in force like what was approved by hand: everybody may read it.
insert into plans_in_force (plan_id, dataset, version, from_day, paper, sha256)
select a.subject, a.dataset, a.version, a.acted_on, a.paper, a.sha256
from approval_actions a join plan_versions v on v.plan_id = a.subject and v.version = a.version
where a.noun = 'plans' and a.kind = 'approve'
on conflict do nothing;
