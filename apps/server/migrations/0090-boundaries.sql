-- Boundaries (F07–F10): sets of features by their hash, layers in their versions, files being read, and drafts on the table of one unit.
-- Sets, layers and revisions of drafts are only added. Coordinates are CGCS2000 degrees, areas m².
create table boundary_sets (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  content jsonb not null,
  features int not null,
  area numeric not null,
  survey_grade boolean not null,
  source_sha256 text references source_files (sha256),
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null
);
comment on table boundary_sets is 'Features that belong together: the blocks of a plan, one version of a layer; kept once for each content';
comment on column boundary_sets.sha256 is 'sha256 over the canonical JSON of the content, its identity';
comment on column boundary_sets.dataset is 'real, or training: drawn for practice and marked everywhere';
comment on column boundary_sets.jurisdiction is 'GB/T 2260 code of the place whose land it is';
comment on column boundary_sets.content is 'zhenghe-boundaries/1: features with code, name, attributes and rings in EPSG:4490';
comment on column boundary_sets.features is 'How many features';
comment on column boundary_sets.area is 'Sum of the features'' ellipsoidal areas, m²';
comment on column boundary_sets.survey_grade is 'False when a figure came from GCJ-02 or BD-09';
comment on column boundary_sets.source_sha256 is 'The file it was read from; null when it was drawn';
comment on column boundary_sets.recorded_at is 'When the row was written';
comment on column boundary_sets.recorded_by is 'Who kept it: card, unit in two languages, jurisdiction';

create table boundary_layers (
  id text primary key,
  dataset text not null check (dataset in ('real', 'training')),
  kind text not null check (kind in ('ecology', 'farmland', 'water', 'urban', 'bluegreen', 'facilities', 'reserve', 'approved',
    'township', 'parcels', 'barrier')),
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  title jsonb not null,
  owner jsonb not null,
  source text not null,
  valid_from date not null,
  set_sha256 text not null references boundary_sets (sha256),
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null
);
create index boundary_layers_by_place on boundary_layers (dataset, jurisdiction, kind, valid_from desc, recorded_at desc);
comment on table boundary_layers is 'Versions of layers a plan is checked against; the newest by its day stands until the next';
comment on column boundary_layers.id is 'Stable id used in addresses and reports';
comment on column boundary_layers.dataset is 'real or training';
comment on column boundary_layers.kind is 'What it shows: ecology 生态保护红线, farmland 永久基本农田 …';
comment on column boundary_layers.jurisdiction is 'GB/T 2260 code of the place it covers';
comment on column boundary_layers.title is 'Name in two languages';
comment on column boundary_layers.owner is 'Department that owns it, in two languages';
comment on column boundary_layers.source is 'Document and number it comes from';
comment on column boundary_layers.valid_from is 'First day on which it binds';
comment on column boundary_layers.set_sha256 is 'Its features';
comment on column boundary_layers.recorded_at is 'When the row was written';
comment on column boundary_layers.recorded_by is 'Who put it in force';

create table boundary_readings (
  id uuid primary key,
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  target jsonb not null,
  file_sha256 text not null references source_files (sha256),
  file_name text not null,
  stage text not null check (stage in ('reading', 'confirm', 'measuring', 'done', 'failed', 'cancelled')),
  doing jsonb,
  share double precision not null default 0 check (share between 0 and 1),
  found jsonb,
  problems jsonb not null default '[]',
  crs jsonb,
  mapping jsonb,
  draft uuid,
  asked_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null
);
comment on table boundary_readings is 'Files being read: work under way, not a record; the file itself stays in source_files';
comment on column boundary_readings.id is 'Also the id of its job in the queue';
comment on column boundary_readings.dataset is 'real or training';
comment on column boundary_readings.jurisdiction is 'GB/T 2260 code of the place whose land it is';
comment on column boundary_readings.target is 'What it is for: a plan, or a layer of a place';
comment on column boundary_readings.file_sha256 is 'The bytes as they were handed in';
comment on column boundary_readings.file_name is 'Name under which they were handed in';
comment on column boundary_readings.stage is 'reading, confirm (waits for a person), measuring, done, failed, cancelled';
comment on column boundary_readings.doing is 'What is being done, in two languages';
comment on column boundary_readings.share is 'How far, 0…1';
comment on column boundary_readings.found is 'What the file holds, with guesses of its system';
comment on column boundary_readings.problems is 'Why it failed: every problem at once';
comment on column boundary_readings.crs is 'The system a person confirmed';
comment on column boundary_readings.mapping is 'Fields of the file by our names, as a person confirmed them';
comment on column boundary_readings.draft is 'What came of it';
comment on column boundary_readings.asked_on is 'The as-of day of the page it was asked from';
comment on column boundary_readings.recorded_at is 'When it was handed in';
comment on column boundary_readings.recorded_by is 'Who handed it in: card, unit in two languages, jurisdiction';

create table boundary_mappings (
  unit text not null,
  fields text not null,
  mapping jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (unit, fields)
);
comment on table boundary_mappings is 'How a sender''s files were read last: remembered so that nobody maps twice';
comment on column boundary_mappings.unit is 'Place of the sender';
comment on column boundary_mappings.fields is 'Names of the file''s fields, sorted, one a line';
comment on column boundary_mappings.mapping is 'Fields of the file by our names';
comment on column boundary_mappings.recorded_at is 'When it was last used';

create table boundary_drafts (
  id uuid not null,
  revision int not null check (revision >= 1),
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  target jsonb not null,
  file jsonb,
  crs jsonb,
  survey_grade boolean not null,
  content jsonb not null,
  findings jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (id, revision)
);
comment on table boundary_drafts is 'Features on the table of one unit, not yet part of a plan or layer; each change is a new revision';
comment on column boundary_drafts.id is 'The draft';
comment on column boundary_drafts.revision is '1, 2, 3 …';
comment on column boundary_drafts.dataset is 'real or training';
comment on column boundary_drafts.jurisdiction is 'GB/T 2260 code of the place whose land it is';
comment on column boundary_drafts.target is 'What it is for: a plan, or a layer of a place';
comment on column boundary_drafts.file is 'Name and sha256 of the file it came from; null when it was drawn';
comment on column boundary_drafts.crs is 'The system the file was in; null when it was drawn';
comment on column boundary_drafts.survey_grade is 'False when a figure came from GCJ-02 or BD-09';
comment on column boundary_drafts.content is 'zhenghe-boundaries/1';
comment on column boundary_drafts.findings is 'What normalising had to say, each with its place';
comment on column boundary_drafts.recorded_at is 'When the row was written';
comment on column boundary_drafts.recorded_by is 'Who made this revision';

create table boundary_reports (
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null,
  report jsonb not null,
  recorded_at timestamptz not null default now()
);
comment on table boundary_reports is 'Reports already computed, by the hash of all they rest on; a report can always be computed again to the same bytes';
comment on column boundary_reports.key is 'sha256 over set, annex, layers, rules and answers';
comment on column boundary_reports.dataset is 'real or training';
comment on column boundary_reports.jurisdiction is 'Place of the plan';
comment on column boundary_reports.report is 'Areas, overlaps, pieces, growth, findings';
comment on column boundary_reports.recorded_at is 'When it was computed';

create function boundary_record_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.dataset = 'training' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
comment on function boundary_record_is_final() is 'Refuses to change or delete a written record; training rows may be removed as a whole';

create trigger boundary_sets_final before update or delete on boundary_sets for each row execute function boundary_record_is_final();
create trigger boundary_layers_final before update or delete on boundary_layers for each row execute function boundary_record_is_final();
create trigger boundary_drafts_final before update or delete on boundary_drafts for each row execute function boundary_record_is_final();

-- Layers are for whoever works with land: those who answer for the place, and those below it, whose plans are checked against them.
create function reaches_me(jurisdiction text) returns boolean language sql stable parallel safe as $$
  select in_reach(jurisdiction)
    or starts_with(coalesce(nullif(current_setting('zhenghe.reach', true), ''), 'none'), rtrim(jurisdiction, '0'))
$$;
comment on function reaches_me(text) is 'Whether the caller answers for that place, or stands below it';

alter table boundary_layers enable row level security;
create policy boundary_layers_read on boundary_layers for select using (reaches_me(jurisdiction));
create policy boundary_layers_add on boundary_layers for insert with check (in_reach(jurisdiction));

-- A set is read with what carries it: the layer, or an open version of the plan.
create function set_is_carried(wanted text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from boundary_layers l where l.set_sha256 = wanted and reaches_me(l.jurisdiction))
    or exists (select from plan_versions v where v.content -> 'boundaries' ->> 'sha256' = wanted and plan_version_is_open(v.plan_id, v.version))
$$;
comment on function set_is_carried(text) is 'Whether a layer the caller may see, or an open version of a plan, carries that set';
create index plan_versions_by_set on plan_versions ((content -> 'boundaries' ->> 'sha256')) where content ? 'boundaries';

alter table boundary_sets enable row level security;
create policy boundary_sets_read on boundary_sets for select using (in_reach(jurisdiction) or set_is_carried(sha256));
create policy boundary_sets_add on boundary_sets for insert with check (in_reach(jurisdiction));

alter table boundary_readings enable row level security;
create policy boundary_readings_own on boundary_readings using (in_reach(jurisdiction));
alter table boundary_drafts enable row level security;
create policy boundary_drafts_own on boundary_drafts using (in_reach(jurisdiction));
alter table boundary_reports enable row level security;
create policy boundary_reports_any on boundary_reports using (true);
alter table boundary_mappings enable row level security;
create policy boundary_mappings_own on boundary_mappings using (in_reach(unit));
