-- The register of zones (F01): a body (管理机构) and what holds of it when. Facts carry their time; corrections add rows.
create table zones (
  id text primary key,
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null references jurisdictions (code),
  lon numeric not null,
  lat numeric not null,
  approval text,
  note text,
  source text,
  confidence text check (confidence in ('high', 'medium', 'low')),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  unique (dataset, id)
);
create index zones_by_place on zones (dataset, jurisdiction);
comment on table zones is 'One row a zone body; what changes with time stands in the tables below';
comment on column zones.id is 'Stable id used in addresses';
comment on column zones.dataset is 'real: from public records; training: invented for practice; never shown in one list';
comment on column zones.jurisdiction is 'City or county the body belongs to';
comment on column zones.lon is 'Longitude of a point for maps, CGCS2000 degrees; the place of its county where its own is not known';
comment on column zones.lat is 'Latitude of a point for maps, CGCS2000 degrees';
comment on column zones.approval is 'Approval as the source words it';
comment on column zones.note is 'What a reader must know';
comment on column zones.source is 'Where the record comes from';
comment on column zones.confidence is 'high: stated in the source; medium: second-hand or partly inferred; low: verify; null for training rows';
comment on column zones.recorded_at is 'When the row was written';
comment on column zones.recorded_by is 'Who wrote it';

create table zone_facts (
  dataset text not null,
  zone_id text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  replaced_at timestamptz,
  name text not null,
  type text not null check (type in ('national-etdz', 'national-hitech', 'customs', 'provincial-new-area', 'provincial-etdz',
    'provincial-hitech', 'provincial-industrial', 'provincial-cluster', 'local')),
  grade text not null check (grade in ('national', 'provincial', 'local')),
  label text check (label in ('characteristic-town', 'small-business-park', 'innovation-park', 'city-district')),
  jurisdiction text not null,
  city text not null,
  industries text[] not null,
  plates int not null,
  area_km2 numeric,
  area_missing text check (area_missing in ('not-given', 'not-applicable', 'not-collected', 'secret', 'not-reported')),
  area_calibre text check (area_calibre in ('approved', 'planned', 'integrated', 'entrusted', 'buildable', 'administrative')),
  life_from date not null,
  from_precision text not null check (from_precision in ('day', 'month', 'year', 'on-record')),
  life_to date,
  ends boolean not null,
  spelling text not null collate "C",
  search text not null collate "C",
  primary key (zone_id, valid_from, recorded_at),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade,
  check (valid_to is null or valid_to > valid_from),
  check ((area_km2 is null) = (area_missing is not null))
);
create unique index zone_facts_current on zone_facts (zone_id, valid_from) where replaced_at is null;
create index zone_facts_by_time on zone_facts (dataset, valid_from, valid_to) where replaced_at is null;
comment on table zone_facts is 'What held of a body over a span of days: a new row wherever any of it changes; the list reads this table alone';
comment on column zone_facts.dataset is 'As on the zone';
comment on column zone_facts.zone_id is 'The zone body';
comment on column zone_facts.valid_from is 'First day of the span';
comment on column zone_facts.valid_to is 'First day on which it no longer holds; null while it holds';
comment on column zone_facts.recorded_at is 'When the row was written';
comment on column zone_facts.recorded_by is 'Who wrote it';
comment on column zone_facts.replaced_at is 'When a corrected row took its place; null for what the register says now';
comment on column zone_facts.name is 'Name of the body in that span';
comment on column zone_facts.type is 'One of the nine types of S2';
comment on column zone_facts.grade is 'national, provincial or local';
comment on column zone_facts.label is 'A label that leaves the count of 150 (特色小镇, 小微企业园 …); null while it counts';
comment on column zone_facts.jurisdiction is 'City or county code';
comment on column zone_facts.city is 'Code of the city, for filters that take in its counties';
comment on column zone_facts.industries is 'Leading industries as the source names them';
comment on column zone_facts.plates is 'Number of plates (牌子) held in that span, from zone_plates';
comment on column zone_facts.area_km2 is 'The area shown in lists, km², by the calibre beside it; null when none is known';
comment on column zone_facts.area_missing is 'Why there is no area';
comment on column zone_facts.area_calibre is 'Calibre of the area shown; the first known of approved, integrated, planned, entrusted, buildable, administrative';
comment on column zone_facts.life_from is 'First day of the body';
comment on column zone_facts.from_precision is 'How exactly life_from is known; on-record: only that it existed by then';
comment on column zone_facts.life_to is 'First day on which the body no longer exists; null while it does';
comment on column zone_facts.ends is 'Whether the body ends with this span';
comment on column zone_facts.spelling is 'Pinyin of the name, for sorting';
comment on column zone_facts.search is 'Names, former names and plates with pinyin and initials, for search';

create table zone_names (
  dataset text not null,
  zone_id text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (zone_id, valid_from, recorded_at),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade
);
comment on table zone_names is 'The names a body has had';
comment on column zone_names.dataset is 'As on the zone';
comment on column zone_names.zone_id is 'The zone body';
comment on column zone_names.name is 'The name';
comment on column zone_names.valid_from is 'First day of the name';
comment on column zone_names.valid_to is 'First day without it; null while it holds';
comment on column zone_names.recorded_at is 'When the row was written';
comment on column zone_names.recorded_by is 'Who wrote it';

create table zone_plates (
  dataset text not null,
  zone_id text not null,
  name text not null,
  level text not null check (level in ('national', 'provincial', 'local')),
  valid_from date not null,
  valid_to date,
  document text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (zone_id, name, valid_from, recorded_at),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade
);
comment on table zone_plates is 'The plates (牌子) a body holds; one body may hold several';
comment on column zone_plates.dataset is 'As on the zone';
comment on column zone_plates.zone_id is 'The zone body';
comment on column zone_plates.name is 'Name on the plate';
comment on column zone_plates.level is 'national, provincial or local';
comment on column zone_plates.valid_from is 'First day it is held';
comment on column zone_plates.valid_to is 'First day it is no longer held; null while it is';
comment on column zone_plates.document is 'The paper that gave it, where known';
comment on column zone_plates.recorded_at is 'When the row was written';
comment on column zone_plates.recorded_by is 'Who wrote it';

create table zone_areas (
  dataset text not null,
  zone_id text not null,
  calibre text not null check (calibre in ('approved', 'planned', 'integrated', 'entrusted', 'buildable', 'administrative')),
  valid_from date not null,
  area_km2 numeric,
  missing text check (missing in ('not-given', 'not-applicable', 'not-collected', 'secret', 'not-reported')),
  document text not null,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (zone_id, calibre, valid_from, recorded_at),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade,
  check ((area_km2 is null) = (missing is not null))
);
comment on table zone_areas is 'Areas of a body by calibre (口径), each with its document; a later row of one calibre takes over from its day';
comment on column zone_areas.dataset is 'As on the zone';
comment on column zone_areas.zone_id is 'The zone body';
comment on column zone_areas.calibre is 'approved 核准, planned 规划, integrated 整合提升范围, entrusted 授权管理, buildable 可建设, administrative 行政管辖';
comment on column zone_areas.valid_from is 'Day from which the figure holds';
comment on column zone_areas.area_km2 is 'Area, km², exact decimal; null when missing says why';
comment on column zone_areas.missing is 'Why there is no figure';
comment on column zone_areas.document is 'The paper that states the figure';
comment on column zone_areas.note is 'Extent, doubts, how exactly the date is known';
comment on column zone_areas.recorded_at is 'When the row was written';
comment on column zone_areas.recorded_by is 'Who wrote it';

create table zone_blocks (
  dataset text not null,
  zone_id text not null,
  name text not null,
  valid_from date not null,
  valid_to date,
  area_km2 numeric,
  missing text check (missing in ('not-given', 'not-applicable', 'not-collected', 'secret', 'not-reported')),
  east text,
  south text,
  west text,
  north text,
  ordinal int not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (zone_id, name, valid_from, recorded_at),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade,
  check ((area_km2 is null) = (missing is not null))
);
comment on table zone_blocks is 'Blocks (区块) of a body with their four boundary texts (四至)';
comment on column zone_blocks.dataset is 'As on the zone';
comment on column zone_blocks.zone_id is 'The zone body';
comment on column zone_blocks.name is 'Name of the block';
comment on column zone_blocks.valid_from is 'First day of the block';
comment on column zone_blocks.valid_to is 'First day without it; null while it holds';
comment on column zone_blocks.area_km2 is 'Area, km², exact decimal; null when missing says why';
comment on column zone_blocks.missing is 'Why there is no figure';
comment on column zone_blocks.east is 'Eastern boundary as the paper words it (东至)';
comment on column zone_blocks.south is 'Southern boundary (南至)';
comment on column zone_blocks.west is 'Western boundary (西至)';
comment on column zone_blocks.north is 'Northern boundary (北至)';
comment on column zone_blocks.ordinal is 'Order in the paper';
comment on column zone_blocks.recorded_at is 'When the row was written';
comment on column zone_blocks.recorded_by is 'Who wrote it';

create table zone_acts (
  id text primary key,
  dataset text not null check (dataset in ('real', 'training')),
  kind text not null check (kind in ('found', 'merge', 'split', 'split-off', 'dissolve', 'convert', 'upgrade', 'rename')),
  acted_on date not null,
  precision text not null check (precision in ('day', 'month', 'year')),
  paper text not null,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  unique (dataset, id)
);
create index zone_acts_by_day on zone_acts (dataset, acted_on);
comment on table zone_acts is 'Acts of lineage: what made, changed or ended bodies, each with its day and its paper';
comment on column zone_acts.id is 'Stable id';
comment on column zone_acts.dataset is 'real or training';
comment on column zone_acts.kind is 'found, merge, split, split-off, dissolve, convert, upgrade, rename';
comment on column zone_acts.acted_on is 'The day it took effect; the first of the month or year where only that is known';
comment on column zone_acts.precision is 'How exactly the day is known: day, month or year';
comment on column zone_acts.paper is 'The paper; says so where its number is not known';
comment on column zone_acts.note is 'What a reader must know';
comment on column zone_acts.recorded_at is 'When the row was written';
comment on column zone_acts.recorded_by is 'Who wrote it';

create table zone_act_parties (
  dataset text not null,
  zone_id text not null,
  act_id text not null,
  side text not null check (side in ('from', 'to')),
  ordinal int not null,
  primary key (zone_id, act_id, side),
  foreign key (dataset, zone_id) references zones (dataset, id) on delete cascade,
  foreign key (dataset, act_id) references zone_acts (dataset, id) on delete cascade
);
create index zone_act_parties_by_act on zone_act_parties (act_id, side, ordinal);
comment on table zone_act_parties is 'The bodies an act takes from and gives to';
comment on column zone_act_parties.dataset is 'As on the act and the zone: the two data sets can never meet in one act';
comment on column zone_act_parties.zone_id is 'The body';
comment on column zone_act_parties.act_id is 'The act';
comment on column zone_act_parties.side is 'from: it gives; to: it receives';
comment on column zone_act_parties.ordinal is 'Order in the paper';

create table zone_act_shares (
  dataset text not null,
  from_zone text not null,
  to_zone text not null,
  act_id text not null,
  share numeric not null check (share >= 0 and share <= 1),
  primary key (from_zone, act_id, to_zone),
  foreign key (dataset, act_id) references zone_acts (dataset, id) on delete cascade,
  foreign key (dataset, from_zone) references zones (dataset, id) on delete cascade,
  foreign key (dataset, to_zone) references zones (dataset, id) on delete cascade
);
comment on table zone_act_shares is 'How a split divides the sums of its sources; the shares of one source add to 1';
comment on column zone_act_shares.dataset is 'As on the act';
comment on column zone_act_shares.from_zone is 'The body that is divided';
comment on column zone_act_shares.to_zone is 'The body that receives the share';
comment on column zone_act_shares.act_id is 'The act';
comment on column zone_act_shares.share is 'Share of the source''s sums, 0 to 1, exact decimal';
