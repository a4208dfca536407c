-- Statistics (F34, F39, F41, F110): forms as they were asked, filings with their cells, versions handed in, and the approved figures.
-- Cells are a worksheet; forms, versions, publications and figures are only added. A publication is numbered without gaps in the
-- order of commits: whoever holds figures up to a number asks for those after it.

create table statistics_head (
  dataset text primary key check (dataset in ('real', 'training')),
  number bigint not null default 0 check (number >= 0),
  epoch int not null default 0
);
comment on table statistics_head is 'The newest publication of each data set; raised under its lock by the transaction that publishes';
comment on column statistics_head.dataset is 'real or training';
comment on column statistics_head.number is 'Number of the newest publication; 0 before the first';
comment on column statistics_head.epoch is 'Raised when rows were taken away as a whole (training reset): whoever holds figures reads them anew';
insert into statistics_head (dataset) values ('real'), ('training');

create table statistics_publications (
  dataset text not null references statistics_head (dataset),
  number bigint not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  filing text,
  version int,
  source_zh text not null,
  source_en text not null,
  approved_by jsonb,
  approved_on date not null,
  reason text,
  after_lock boolean not null default false,
  recorded_at timestamptz not null default now(),
  primary key (dataset, number),
  check ((filing is null) = (version is null))
);
create index statistics_publications_by_filing on statistics_publications (filing, version) where filing is not null;
comment on table statistics_publications is 'Each act that made figures current: an approved filing, or a set of figures brought in';
comment on column statistics_publications.dataset is 'real or training';
comment on column statistics_publications.number is '1, 2, 3 … without gaps, in the order of commits';
comment on column statistics_publications.jurisdiction is 'Place of the filing; the province for sets of figures';
comment on column statistics_publications.filing is 'The filing that was approved; null for figures brought in';
comment on column statistics_publications.version is 'Its version';
comment on column statistics_publications.source_zh is 'Where the figures come from, Chinese';
comment on column statistics_publications.source_en is 'Where the figures come from, English';
comment on column statistics_publications.approved_by is 'Unit that approved, in two languages; null for figures brought in';
comment on column statistics_publications.approved_on is 'Day of the approval, or of the source';
comment on column statistics_publications.reason is 'Why what was approved before was corrected; null the first time';
comment on column statistics_publications.after_lock is 'The period was locked already';
comment on column statistics_publications.recorded_at is 'When the row was written';

create table statistics_figures (
  dataset text not null,
  unit text not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  indicator text not null,
  period text not null,
  calibre text not null default '',
  publication bigint not null,
  value numeric,
  missing text check (missing in ('not-given', 'not-applicable', 'not-collected', 'secret', 'not-reported')),
  explanation text,
  replaced_in bigint check (replaced_in > publication),
  primary key (unit, dataset, indicator, period, calibre, publication),
  foreign key (dataset, publication) references statistics_publications (dataset, number),
  check ((value is null) = (missing is not null))
);
create unique index statistics_figures_current on statistics_figures (unit, dataset, indicator, period, calibre) where replaced_in is null;
create index statistics_figures_by_publication on statistics_figures (dataset, publication);
create index statistics_figures_by_period on statistics_figures (dataset, period, indicator) include (value) where replaced_in is null;
comment on table statistics_figures is 'Approved figures of filed indicators by unit and period; a correction is a new row, the old one names what replaced it';
comment on column statistics_figures.dataset is 'real or training';
comment on column statistics_figures.unit is 'Id of a zone body, or the GB/T 2260 code of a place';
comment on column statistics_figures.jurisdiction is 'Place of the unit, which decides who reads the row';
comment on column statistics_figures.indicator is 'Code of a filed indicator; derived ones are computed, never kept';
comment on column statistics_figures.period is '2021, 2021-H1, 2021-Q1 or 2021-05';
comment on column statistics_figures.calibre is 'Calibre it was filed under; empty for the one in force in the period';
comment on column statistics_figures.publication is 'The publication that made it current';
comment on column statistics_figures.value is 'Exact decimal in the indicator''s unit; null when missing says why';
comment on column statistics_figures.missing is 'Why there is no figure';
comment on column statistics_figures.explanation is 'The filer''s words to a finding; they travel with the figure';
comment on column statistics_figures.replaced_in is 'The publication that corrected it; null for what is current';

create table statistics_forms (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  code text not null,
  version int not null,
  body jsonb not null,
  recorded_at timestamptz not null default now()
);
comment on table statistics_forms is 'Forms as they were asked: a later change of a form does not change what stands filed';
comment on column statistics_forms.sha256 is 'sha256 over the canonical JSON of the body, its identity';
comment on column statistics_forms.code is 'Code of the form';
comment on column statistics_forms.version is '0 as it ships, 1, 2 … as changed in the product';
comment on column statistics_forms.body is 'Groups, rows, checks, days';
comment on column statistics_forms.recorded_at is 'When it was first asked';

create table statistics_periods (
  dataset text not null check (dataset in ('real', 'training')),
  form text not null,
  period text not null,
  opened_on date not null,
  due date,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (dataset, form, period)
);
comment on table statistics_periods is 'Periods a form was opened for';
comment on column statistics_periods.dataset is 'real or training';
comment on column statistics_periods.form is 'Code of the form';
comment on column statistics_periods.period is '2021, 2021-H1, 2021-Q1 or 2021-05';
comment on column statistics_periods.opened_on is 'From which day units were asked';
comment on column statistics_periods.due is 'Last day to hand in';
comment on column statistics_periods.recorded_at is 'When the row was written';
comment on column statistics_periods.recorded_by is 'Who opened it: card, unit in two languages, jurisdiction';

create table statistics_locks (
  dataset text not null check (dataset in ('real', 'training')),
  form text not null,
  period text not null,
  locked_on date not null,
  reason text not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (dataset, form, period)
);
comment on table statistics_locks is 'Periods that are closed: what changes in them afterwards is a marked correction';
comment on column statistics_locks.dataset is 'real or training';
comment on column statistics_locks.form is 'Code of the form';
comment on column statistics_locks.period is '2021, 2021-H1, 2021-Q1 or 2021-05';
comment on column statistics_locks.locked_on is 'First day of the lock';
comment on column statistics_locks.reason is 'Why, in words';
comment on column statistics_locks.recorded_at is 'When the row was written';
comment on column statistics_locks.recorded_by is 'Who locked it';

create table statistics_roster (
  dataset text not null check (dataset in ('real', 'training')),
  unit text not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  from_day date not null,
  to_day date,
  reason text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by jsonb not null,
  replaced_at timestamptz,
  primary key (unit, dataset, from_day, recorded_at),
  check (to_day >= from_day)
);
create unique index statistics_roster_current on statistics_roster (unit, dataset, from_day) where replaced_at is null;
create index statistics_roster_by_dataset on statistics_roster (dataset) where replaced_at is null;
comment on table statistics_roster is 'Units taken into the statistics or let go (入统名单); a unit without a row is in while the register has it';
comment on column statistics_roster.dataset is 'real or training';
comment on column statistics_roster.unit is 'Id of a zone body, or code of a place';
comment on column statistics_roster.jurisdiction is 'Place of the unit';
comment on column statistics_roster.from_day is 'First day in it';
comment on column statistics_roster.to_day is 'Last day in it; null while it lasts';
comment on column statistics_roster.reason is 'Why, in words';
comment on column statistics_roster.recorded_at is 'When the row was written';
comment on column statistics_roster.recorded_by is 'Who wrote it';
comment on column statistics_roster.replaced_at is 'When another row took its place; null for what holds';

create table statistics_filings (
  id text primary key,
  dataset text not null check (dataset in ('real', 'training')),
  form text not null,
  form_sha256 text not null references statistics_forms (sha256),
  period text not null,
  unit text not null,
  name text not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  office text not null,
  opened_on date not null,
  due date,
  asked int not null check (asked >= 0),
  filled int not null default 0,
  open int not null default 0,
  changed boolean not null default false,
  recorded_at timestamptz not null default now(),
  foreign key (dataset, form, period) references statistics_periods (dataset, form, period),
  unique (dataset, form, period, unit)
);
create index statistics_filings_by_unit on statistics_filings (unit, dataset, form);
comment on table statistics_filings is 'One sheet: a form, a unit, a period; where it stands is told by its case (approvals, noun statistics)';
comment on column statistics_filings.id is 'dataset.form.unit.period';
comment on column statistics_filings.dataset is 'real or training';
comment on column statistics_filings.form is 'Code of the form';
comment on column statistics_filings.form_sha256 is 'The form as it was asked';
comment on column statistics_filings.period is '2021, 2021-H1, 2021-Q1 or 2021-05';
comment on column statistics_filings.unit is 'Id of a zone body, or code of a place';
comment on column statistics_filings.name is 'What the unit was called at the end of the period';
comment on column statistics_filings.jurisdiction is 'Place of the unit, which decides who reads it';
comment on column statistics_filings.office is 'Who fills it, as cases name units: 330726/zone-…, 330726/statistics';
comment on column statistics_filings.opened_on is 'From which day it is asked';
comment on column statistics_filings.due is 'Last day to hand in; null where nothing sets one';
comment on column statistics_filings.asked is 'Cells to be filled in; computed ones are not counted';
comment on column statistics_filings.filled is 'Of them, those with a figure or a reason';
comment on column statistics_filings.open is 'Findings that stop handing in, when it was saved last';
comment on column statistics_filings.changed is 'Cells differ from the version handed in last';
comment on column statistics_filings.recorded_at is 'When the row was written';

create table statistics_cells (
  filing text not null references statistics_filings (id) on delete cascade,
  key text not null,
  value numeric,
  missing text check (missing in ('not-applicable', 'not-collected', 'secret', 'not-reported')),
  explanation text,
  comment text,
  revision int not null check (revision >= 1),
  changed_at timestamptz not null default now(),
  changed_by jsonb not null,
  primary key (filing, key),
  check (value is null or missing is null)
);
comment on table statistics_cells is 'The worksheet of a filing, saved cell by cell; what was handed in stands frozen in statistics_versions';
comment on column statistics_cells.filing is 'The filing';
comment on column statistics_cells.key is 'Code of the indicator, with @calibre where its row names one';
comment on column statistics_cells.value is 'Exact decimal in the indicator''s unit';
comment on column statistics_cells.missing is 'Why there is none; both null: nothing entered';
comment on column statistics_cells.explanation is 'The filer''s words to a finding';
comment on column statistics_cells.comment is 'A remark';
comment on column statistics_cells.revision is 'Raised by each save: a save names the one it saw';
comment on column statistics_cells.changed_at is 'When it was saved last';
comment on column statistics_cells.changed_by is 'Who saved it last: card, unit in two languages, jurisdiction';

create table statistics_versions (
  filing text not null references statistics_filings (id) on delete cascade,
  version int not null check (version >= 1),
  dataset text not null check (dataset in ('real', 'training')),
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  handed_on date not null,
  reason text,
  after_lock boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (filing, version)
);
comment on table statistics_versions is 'What was handed in, frozen: filled cells with explanations, and computed ones';
comment on column statistics_versions.filing is 'The filing';
comment on column statistics_versions.version is '1, 2, 3 …';
comment on column statistics_versions.dataset is 'As on the filing';
comment on column statistics_versions.content is 'Cells by key: value or missing, explanation, whether computed';
comment on column statistics_versions.sha256 is 'sha256 over the canonical JSON of the content';
comment on column statistics_versions.handed_on is 'Day it was handed in';
comment on column statistics_versions.reason is 'Why it corrects what was approved; null otherwise';
comment on column statistics_versions.after_lock is 'The period was locked already';
comment on column statistics_versions.recorded_at is 'When the row was written';
comment on column statistics_versions.recorded_by is 'Who handed it in';

create table statistics_evidence (
  filing text not null references statistics_filings (id) on delete cascade,
  key text not null,
  sha256 text not null references source_files (sha256),
  name text not null,
  size int not null,
  recorded_at timestamptz not null default now(),
  recorded_by jsonb not null,
  primary key (filing, key, sha256)
);
create index statistics_evidence_by_file on statistics_evidence (sha256);
comment on table statistics_evidence is 'Papers put beside a cell';
comment on column statistics_evidence.filing is 'The filing';
comment on column statistics_evidence.key is 'The cell';
comment on column statistics_evidence.sha256 is 'The file, kept by its hash';
comment on column statistics_evidence.name is 'Name under which it was handed in here';
comment on column statistics_evidence.size is 'Bytes';
comment on column statistics_evidence.recorded_at is 'When the row was written';
comment on column statistics_evidence.recorded_by is 'Who put it there';

create table statistics_requests (
  filing text not null references statistics_filings (id) on delete cascade,
  key text not null,
  asked_sha256 text not null check (asked_sha256 ~ '^[0-9a-f]{64}$'),
  answer jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (filing, key)
);
comment on table statistics_requests is 'Writes that were asked under a key: the same key again is answered from here and writes nothing';
comment on column statistics_requests.filing is 'The filing';
comment on column statistics_requests.key is 'Chosen by who asked';
comment on column statistics_requests.asked_sha256 is 'sha256 over what was asked: another question under the same key is refused';
comment on column statistics_requests.answer is 'What was answered';
comment on column statistics_requests.recorded_at is 'When it was answered';

create function statistics_record_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.dataset = 'training' then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name;
end $$;
comment on function statistics_record_is_final() is 'Refuses to change or delete a written record; training rows may be removed as a whole';
create trigger statistics_publications_final before update or delete on statistics_publications
  for each row execute function statistics_record_is_final();
create trigger statistics_versions_final before update or delete on statistics_versions
  for each row execute function statistics_record_is_final();
create trigger statistics_locks_final before update or delete on statistics_locks
  for each row execute function statistics_record_is_final();
create trigger statistics_figures_final before delete on statistics_figures
  for each row execute function statistics_record_is_final();
create trigger statistics_forms_final before update or delete or truncate on statistics_forms
  for each statement execute function refuse_change();

create function statistics_figure_is_replaced_once() returns trigger language plpgsql as $$
begin
  if old.replaced_in is null and new.replaced_in is not null
    and (new.dataset, new.unit, new.jurisdiction, new.indicator, new.period, new.calibre, new.publication)
      = (old.dataset, old.unit, old.jurisdiction, old.indicator, old.period, old.calibre, old.publication)
    and (new.value, new.missing, new.explanation) is not distinct from (old.value, old.missing, old.explanation) then
    return new;
  end if;
  raise exception 'a figure is replaced, never changed';
end $$;
comment on function statistics_figure_is_replaced_once() is 'A figure may only be told, once, what replaced it';
create trigger statistics_figures_kept before update on statistics_figures
  for each row execute function statistics_figure_is_replaced_once();

-- Who reads what: a filing is read by its own office, its place and those above; another zone of the same county reads nothing of it.
create function caller_is_zone() returns boolean language sql stable parallel safe as $$
  select coalesce(caller_unit() like '______/zone-%', false)
$$;
comment on function caller_is_zone() is 'Whether the caller is a zone''s own office: it answers for itself, not for its county';

alter table statistics_head enable row level security;
create policy statistics_head_read on statistics_head for select using (true);
create policy statistics_head_raise on statistics_head for update using (in_reach('330000'));

alter table statistics_publications enable row level security;
create policy statistics_publications_read on statistics_publications for select using (reaches_me(jurisdiction));
create policy statistics_publications_add on statistics_publications for insert with check (in_reach('330000'));

alter table statistics_figures enable row level security;
create policy statistics_figures_read on statistics_figures for select using (starts_with(jurisdiction, (select caller_reach())));
create policy statistics_figures_add on statistics_figures for insert with check (in_reach('330000'));
create policy statistics_figures_replace on statistics_figures for update using (in_reach('330000'));

-- What is asked is no secret: every unit may read forms, periods and locks.
alter table statistics_forms enable row level security;
create policy statistics_forms_read on statistics_forms for select using (true);
create policy statistics_forms_add on statistics_forms for insert with check (in_reach('330000'));
alter table statistics_periods enable row level security;
create policy statistics_periods_read on statistics_periods for select using (true);
create policy statistics_periods_add on statistics_periods for insert with check (in_reach('330000'));
alter table statistics_locks enable row level security;
create policy statistics_locks_read on statistics_locks for select using (true);
create policy statistics_locks_add on statistics_locks for insert with check (in_reach('330000'));

alter table statistics_roster enable row level security;
create policy statistics_roster_read on statistics_roster for select using (in_reach(jurisdiction));
create policy statistics_roster_add on statistics_roster for insert with check (in_reach(jurisdiction) and not caller_is_zone());
create policy statistics_roster_replace on statistics_roster for update using (in_reach(jurisdiction) and not caller_is_zone());

alter table statistics_filings enable row level security;
create policy statistics_filings_read on statistics_filings for select using (
  starts_with(jurisdiction, (select caller_reach())) and (office = (select caller_unit()) or not (select caller_is_zone())));
create policy statistics_filings_add on statistics_filings for insert with check (in_reach('330000'));
create policy statistics_filings_hold on statistics_filings for update using (
  starts_with(jurisdiction, (select caller_reach())) and (office = (select caller_unit()) or not (select caller_is_zone())));

alter table statistics_cells enable row level security;
create policy statistics_cells_of_filing on statistics_cells using (exists (select from statistics_filings f where f.id = filing));
alter table statistics_versions enable row level security;
create policy statistics_versions_of_filing on statistics_versions using (exists (select from statistics_filings f where f.id = filing));
alter table statistics_evidence enable row level security;
create policy statistics_evidence_of_filing on statistics_evidence using (exists (select from statistics_filings f where f.id = filing));
alter table statistics_requests enable row level security;
create policy statistics_requests_of_filing on statistics_requests using (exists (select from statistics_filings f where f.id = filing));

-- A paper beside a cell is read with its filing.
create policy source_files_of_filings on source_files for select using (
  exists (select from statistics_evidence e where e.sha256 = source_files.sha256));

-- Peers are looked at by the checks of a sheet: values only, never whose.
create function statistics_peers(wanted_dataset text, wanted text[], wanted_period text, of_places boolean)
  returns table (indicator text, calibre text, value numeric) language sql stable security definer set search_path = public, pg_temp as $$
  select f.indicator, f.calibre, f.value from statistics_figures f
  where f.dataset = wanted_dataset and f.period = wanted_period and f.indicator = any(wanted) and f.replaced_in is null
    and f.value is not null and (f.unit ~ '^33[0-9]{4}$') = of_places
  order by f.indicator, f.calibre, f.value
$$;
comment on function statistics_peers(text, text[], text, boolean) is 'Current values of all units of a kind for a period, without whose they are';
