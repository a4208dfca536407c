-- Official papers made from a plan (F114): what was asked for with all it rests on, how the making went, and the file by its hash.
create table documents (
  id uuid primary key,
  dataset text not null check (dataset in ('real', 'training')),
  code text not null unique check (code ~ '^[23456789A-HJKMNP-Z]{12}$'),
  kind text not null check (kind in ('plan', 'request', 'reply', 'findings')),
  plan_id text not null,
  version int not null,
  plan_sha256 text not null check (plan_sha256 ~ '^[0-9a-f]{64}$'),
  packs jsonb not null,
  content jsonb not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  made_on date not null,
  made_by jsonb not null,
  recorded_at timestamptz not null default now(),
  foreign key (dataset, plan_id) references plans (dataset, id) on delete cascade,
  foreign key (plan_id, version) references plan_versions (plan_id, version) on delete cascade,
  unique (dataset, id)
);
create index documents_by_plan on documents (plan_id, recorded_at);
comment on table documents is 'A paper asked for: bound to one version of a plan, its hash, the rules and the day; only added';
comment on column documents.id is 'Also the id of its job in the queue';
comment on column documents.dataset is 'As on the plan; training papers carry the mark on every page';
comment on column documents.code is 'Verify code: random, twelve characters without look-alikes';
comment on column documents.kind is 'plan 方案, request 请示, reply 批复, findings 检查结果报告';
comment on column documents.plan_id is 'The plan';
comment on column documents.version is 'The version it prints';
comment on column documents.plan_sha256 is 'sha256 of that version''s content';
comment on column documents.packs is 'Packs the check rests on: id, version, hash';
comment on column documents.content is 'Everything the paper says, frozen when it was asked for (zhenghe-paper/1)';
comment on column documents.content_sha256 is 'sha256 over the canonical JSON of content; the same content gives the same file for the same code and address';
comment on column documents.made_on is 'The as-of day of the page it was asked from';
comment on column documents.made_by is 'Who asked: card, unit in two languages, jurisdiction';
comment on column documents.recorded_at is 'When it was asked for';

create table document_steps (
  document_id uuid not null,
  seq int not null check (seq >= 1),
  dataset text not null,
  kind text not null check (kind in ('asked', 'started', 'drawn', 'written', 'kept', 'stumbled', 'failed', 'cancelled')),
  note jsonb,
  recorded_at timestamptz not null default now(),
  primary key (document_id, seq),
  foreign key (dataset, document_id) references documents (dataset, id) on delete cascade
);
comment on table document_steps is 'How the making of a paper went, in order; where it stands is its last row';
comment on column document_steps.document_id is 'The paper';
comment on column document_steps.seq is 'Order within the paper: 1, 2, 3 …';
comment on column document_steps.dataset is 'As on the paper; kept here so that the guard can tell training rows';
comment on column document_steps.kind is 'asked, started, drawn, written, kept; stumbled: tried once more; failed, cancelled';
comment on column document_steps.note is 'What to tell the reader, in two languages';
comment on column document_steps.recorded_at is 'When it happened';

create table document_files (
  document_id uuid primary key,
  dataset text not null,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  size int not null,
  name text not null,
  address text not null,
  bytes bytea not null,
  recorded_at timestamptz not null default now(),
  foreign key (dataset, document_id) references documents (dataset, id) on delete cascade
);
comment on table document_files is 'The finished files, by their hash';
comment on column document_files.document_id is 'The paper';
comment on column document_files.dataset is 'As on the paper; kept here so that the guard can tell training rows';
comment on column document_files.sha256 is 'sha256 of the bytes';
comment on column document_files.size is 'Length in bytes';
comment on column document_files.name is 'File name offered to the reader';
comment on column document_files.address is 'Address printed with the verify code; needed to make the same bytes again';
comment on column document_files.bytes is 'The docx itself';
comment on column document_files.recorded_at is 'When it was kept';

create trigger documents_final before update or delete on documents
  for each row execute function plan_record_is_final();
create trigger document_steps_final before update or delete on document_steps
  for each row execute function plan_record_is_final();
create trigger document_files_final before update or delete on document_files
  for each row execute function plan_record_is_final();
