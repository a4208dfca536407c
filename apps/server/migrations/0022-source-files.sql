-- Provenance of imports (F110): the bytes a plan was read from, kept once for each hash, and the action that brought them in.
create table source_files (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  size int not null,
  bytes bytea not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  check (size = octet_length(bytes)),
  check (sha256 = encode(sha256(bytes), 'hex'))
);
comment on table source_files is 'Files that plans were imported from, as they were handed in; the same bytes stand once, whoever hands them in again';
comment on column source_files.sha256 is 'sha256 of the bytes, their identity';
comment on column source_files.name is 'Name under which the bytes were first handed in';
comment on column source_files.size is 'Bytes';
comment on column source_files.bytes is 'The file, unchanged';
comment on column source_files.recorded_at is 'When the row was written';
comment on column source_files.recorded_by is 'Who handed it in first: card, unit in two languages, jurisdiction';

-- Deleting is left to the foreign key below: bytes that an action names cannot go; those of removed training plans may.
create trigger source_files_final
  before update or truncate on source_files
  for each statement execute function refuse_change();

alter table plan_actions
  add column source_sha256 text references source_files (sha256),
  add constraint plan_actions_source check (source_sha256 is null or kind = 'imported');
create index plan_actions_by_source on plan_actions (source_sha256) where source_sha256 is not null;
comment on column plan_actions.source_sha256 is 'The file an import was read from; null for what was typed in, shipped or generated';
