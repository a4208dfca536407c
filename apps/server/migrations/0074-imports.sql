-- Imports (F110, ADR 18): a batch with the file it came from, its rows, and its steps. Rows are only added; undoing is a step too.
create table import_batches (
  id uuid primary key,
  number bigint generated always as identity unique,
  dataset text not null check (dataset in ('real', 'training')),
  kind text not null check (kind in ('plans', 'zones', 'units')),
  target text,
  target_title text,
  jurisdiction text not null,
  unit text not null,
  ticket text not null unique check (ticket ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_size int not null,
  mapping jsonb not null,
  state text not null,
  made_on date not null,
  made_by jsonb not null,
  recorded_at timestamptz not null default now(),
  unique (dataset, id)
);
create index import_batches_by_time on import_batches (dataset, number desc);
comment on table import_batches is 'One file taken in: what it is about, who brought it, and what the dry run rested on';
comment on column import_batches.id is 'Also the id of its job in the queue';
comment on column import_batches.number is 'Number people call it by';
comment on column import_batches.dataset is 'real or training';
comment on column import_batches.kind is 'plans, zones or units: who reads and writes it';
comment on column import_batches.target is 'The one subject it is about, such as a plan; null where it is about many';
comment on column import_batches.target_title is 'What that subject was called then';
comment on column import_batches.jurisdiction is 'Place the sender acted for: the batch is open to it and to those above';
comment on column import_batches.unit is 'Unit that sent it, as row-level security names it';
comment on column import_batches.ticket is 'Hash of file, mapping, what the dry run rested on, and sender: a second click finds the first';
comment on column import_batches.file_name is 'Name under which the file was handed in';
comment on column import_batches.file_sha256 is 'sha256 of its bytes';
comment on column import_batches.file_size is 'Bytes';
comment on column import_batches.mapping is 'Which columns were read as which fields, where a person said so';
comment on column import_batches.state is 'Fingerprint of what the dry run rested on';
comment on column import_batches.made_on is 'The as-of day of the page';
comment on column import_batches.made_by is 'Who: card, unit in two languages, jurisdiction';
comment on column import_batches.recorded_at is 'When it was asked for';

create table import_files (
  batch_id uuid primary key,
  dataset text not null,
  bytes bytea not null,
  foreign key (dataset, batch_id) references import_batches (dataset, id) on delete cascade
);
comment on table import_files is 'The files as they were handed in';
comment on column import_files.batch_id is 'The batch';
comment on column import_files.dataset is 'As on the batch';
comment on column import_files.bytes is 'The file, unchanged; its hash stands with the batch';

create table import_rows (
  batch_id uuid not null,
  seq int not null check (seq >= 1),
  dataset text not null,
  kind text not null,
  sheet text not null,
  row_number int not null,
  effect text not null check (effect in ('add', 'change', 'same')),
  subject text,
  label text not null,
  changes jsonb not null,
  note jsonb,
  primary key (batch_id, seq),
  foreign key (dataset, batch_id) references import_batches (dataset, id) on delete cascade
);
create index import_rows_by_subject on import_rows (kind, subject) where subject is not null;
comment on table import_rows is 'What each row of a file did: the provenance of every record that was imported';
comment on column import_rows.batch_id is 'The batch';
comment on column import_rows.seq is 'Order within the batch';
comment on column import_rows.dataset is 'As on the batch; kept here so that the guard can tell training rows';
comment on column import_rows.kind is 'As on the batch, for the index';
comment on column import_rows.sheet is 'Sheet of the file';
comment on column import_rows.row_number is 'Row of that sheet, as the program shows it';
comment on column import_rows.effect is 'add, change, or same where nothing had to be written';
comment on column import_rows.subject is 'The record it is about: a zone, a plan, a unit or a person';
comment on column import_rows.label is 'What that record is called';
comment on column import_rows.changes is 'Field by field: before and after';
comment on column import_rows.note is 'What had to be known of it, in two languages';

create table import_steps (
  batch_id uuid not null,
  seq int not null check (seq >= 1),
  dataset text not null,
  kind text not null check (kind in ('asked', 'started', 'checked', 'committed', 'failed', 'cancelled', 'undone')),
  detail jsonb not null,
  acted_by jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (batch_id, seq),
  foreign key (dataset, batch_id) references import_batches (dataset, id) on delete cascade
);
comment on table import_steps is 'How a batch went, in order; where it stands is its last row';
comment on column import_steps.batch_id is 'The batch';
comment on column import_steps.seq is 'Order within the batch';
comment on column import_steps.dataset is 'As on the batch; kept here so that the guard can tell training rows';
comment on column import_steps.kind is 'asked, started, checked (so many rows), committed; failed and cancelled wrote nothing; undone';
comment on column import_steps.detail is 'Counts, progress, note in two languages, reason of an undo, and what the kind needs to undo it';
comment on column import_steps.acted_by is 'Who: card, unit in two languages, jurisdiction';
comment on column import_steps.recorded_at is 'When it happened';

create table import_mappings (
  id bigint generated always as identity primary key,
  unit text not null,
  kind text not null,
  sheet text not null,
  columns jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null
);
create index import_mappings_by_unit on import_mappings (unit, kind, sheet, id desc);
comment on table import_mappings is 'Which of a sender''s own headings are which fields, as its people said; the last row of a sheet counts';
comment on column import_mappings.id is 'Order of saying';
comment on column import_mappings.unit is 'The unit that sends such files';
comment on column import_mappings.kind is 'Kind of import';
comment on column import_mappings.sheet is 'Sheet of the form';
comment on column import_mappings.columns is 'By field: the heading';
comment on column import_mappings.recorded_at is 'When it was said';
comment on column import_mappings.recorded_by is 'Who said it: card, unit in two languages, jurisdiction';

create trigger import_batches_final before update or delete on import_batches for each row execute function plan_record_is_final();
create trigger import_files_final before update or delete on import_files for each row execute function plan_record_is_final();
create trigger import_rows_final before update or delete on import_rows for each row execute function plan_record_is_final();
create trigger import_steps_final before update or delete on import_steps for each row execute function plan_record_is_final();
create trigger import_mappings_final before update or delete or truncate on import_mappings
  for each statement execute function refuse_change();

-- A batch is open to its sender's place and those above it; what concerns accounts, to the unit that sent it alone.
alter table import_batches enable row level security;
create policy import_batches_reach on import_batches
  using (case when kind = 'units' then unit = caller_unit() else in_reach(jurisdiction) end);
alter table import_files enable row level security;
create policy import_files_reach on import_files using (exists (select from import_batches b where b.id = batch_id));
alter table import_rows enable row level security;
create policy import_rows_reach on import_rows using (exists (select from import_batches b where b.id = batch_id));
alter table import_steps enable row level security;
create policy import_steps_reach on import_steps using (exists (select from import_batches b where b.id = batch_id));
alter table import_mappings enable row level security;
create policy import_mappings_own on import_mappings using (unit = caller_unit());

create function import_origins(wanted_kind text, wanted_subject text) returns table (
    batch uuid, number bigint, step text, at timestamptz, file text, sheet text, row_number int, effect text, changes jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.number, s.kind, b.recorded_at, b.file_name, r.sheet, r.row_number, r.effect, r.changes
  from import_rows r
  join import_batches b on b.id = r.batch_id
  join lateral (select t.kind from import_steps t where t.batch_id = b.id order by t.seq desc limit 1) s on true
  where r.kind = wanted_kind and r.subject = wanted_subject and r.effect <> 'same'
    and case wanted_kind when 'zones' then true when 'plans' then answers_for_plan(wanted_subject) else false end
  order by b.number desc, r.seq
$$;
comment on function import_origins(text, text) is
  'Where the rows of a record came from. The register is public, and so is where it comes from; of a plan, for who answers for it';
