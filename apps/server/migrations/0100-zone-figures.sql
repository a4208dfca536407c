-- Figures of parks in the register (F05, F16): staff, output by industry, protected land, each of a day and with its source. A figure is
-- never changed: a correction writes a new row beside the old one. They are not published; whoever answers for the place reads them.
create table zone_figures (
  dataset text not null,
  zone_id text not null,
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  figure text not null check (figure in ('staff', 'output', 'protected')),
  industry text not null default '',
  as_of date not null,
  value numeric check (value >= 0),
  missing text check (missing in ('not-given', 'not-applicable', 'not-collected', 'secret', 'not-reported')),
  source text not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  replaced_at timestamptz,
  primary key (zone_id, figure, industry, as_of, recorded_at),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade,
  check ((value is null) = (missing is not null)),
  check (figure = 'output' or industry = ''),
  check (figure <> 'output' or industry <> '' or value is null)
);
create unique index zone_figures_current on zone_figures (zone_id, figure, industry, as_of) where replaced_at is null;
create index zone_figures_by_place on zone_figures (dataset, jurisdiction) where replaced_at is null;
comment on table zone_figures is 'Figures of parks: persons, output by industry, protected land; each of a day, with its source; missing is never zero';
comment on column zone_figures.dataset is 'As on the zone';
comment on column zone_figures.zone_id is 'The zone body';
comment on column zone_figures.jurisdiction is 'Place of the body, which decides who reads the figure';
comment on column zone_figures.figure is 'staff 管理人员 in persons, output 产值 in 亿元, protected 保护地 in km²';
comment on column zone_figures.industry is 'Industry of an output; empty for other figures, and where the whole output is missing';
comment on column zone_figures.as_of is 'Day the figure speaks of; the newest up to the asked day counts';
comment on column zone_figures.value is 'Exact decimal in the unit of the figure; null when missing says why';
comment on column zone_figures.missing is 'Why there is no figure';
comment on column zone_figures.source is 'Where it comes from';
comment on column zone_figures.recorded_at is 'When the row was written';
comment on column zone_figures.recorded_by is 'Who wrote it';
comment on column zone_figures.replaced_at is 'When a corrected row took its place; null for what the register says now';
create trigger zone_figures_kept before update on zone_figures for each row execute function zone_rows_are_kept();

alter table zone_figures enable row level security;
create policy zone_figures_read on zone_figures for select using (in_reach(jurisdiction));
create policy zone_figures_add on zone_figures for insert with check (in_reach(jurisdiction));
create policy zone_figures_close on zone_figures for update using (in_reach(jurisdiction));
