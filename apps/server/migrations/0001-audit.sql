-- Foundations: who did what to which object, kept in the transaction that did it, and never changed afterwards.

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  dataset text not null check (dataset in ('real', 'training')),
  actor text not null,
  role text not null,
  unit text not null,
  jurisdiction text not null,
  action text not null check (action ~ '^[a-z]+/[a-z-]+$'),
  object text not null,
  before_sha256 text check (before_sha256 ~ '^[0-9a-f]{64}$'),
  after_sha256 text check (after_sha256 ~ '^[0-9a-f]{64}$'),
  request_id text not null
);

create index audit_entries_object on audit_entries (object, id);
create index audit_entries_unit on audit_entries (jurisdiction, id);

comment on table audit_entries is 'Append-only record of every action that changed something';
comment on column audit_entries.id is 'Order of writing';
comment on column audit_entries.at is 'When the transaction of the action began';
comment on column audit_entries.dataset is 'real, or training for the invented training province';
comment on column audit_entries.actor is 'Id of the account or demo role card that acted';
comment on column audit_entries.role is 'Role in which it acted';
comment on column audit_entries.unit is 'Name of the unit it acted for, as it was then';
comment on column audit_entries.jurisdiction is 'GB/T 2260 code of the place it acted for';
comment on column audit_entries.action is 'What was done, as noun/verb: plans/submit';
comment on column audit_entries.object is 'What it was done to, as noun/id';
comment on column audit_entries.before_sha256 is 'Hash of the content before; null when there was none';
comment on column audit_entries.after_sha256 is 'Hash of the content after; null when it ended';
comment on column audit_entries.request_id is 'Request that carried the action, as in the log';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
comment on function refuse_change() is 'Trigger for append-only tables: refuses update, delete and truncate';

create trigger audit_entries_append_only
  before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

revoke update, delete, truncate on audit_entries from public;
