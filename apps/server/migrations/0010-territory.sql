-- Administrative divisions of Zhejiang (GB/T 2260): the province, 11 cities, 90 counties.
create table jurisdictions (
  code text primary key check (code ~ '^33[0-9]{4}$'),
  name text not null,
  name_en text not null,
  level text not null check (level in ('province', 'city', 'county')),
  parent text references jurisdictions (code),
  mountain26 boolean not null,
  island boolean not null,
  lon numeric not null,
  lat numeric not null,
  outlined boolean not null
);
comment on table jurisdictions is 'The province, its 11 cities and 90 counties; loaded from data/territory, replaced as a whole';
comment on column jurisdictions.code is 'GB/T 2260 code';
comment on column jurisdictions.name is 'Official Chinese name';
comment on column jurisdictions.name_en is 'Romanised by rule for readers of English';
comment on column jurisdictions.level is 'province, city (设区市) or county (县、市、区)';
comment on column jurisdictions.parent is 'Code of the city or province it belongs to; null for the province';
comment on column jurisdictions.mountain26 is 'One of the 26 mountain counties (山区26县)';
comment on column jurisdictions.island is 'One of the 6 island counties (海岛县)';
comment on column jurisdictions.lon is 'Longitude of a point for maps, CGCS2000 degrees';
comment on column jurisdictions.lat is 'Latitude of a point for maps, CGCS2000 degrees';
comment on column jurisdictions.outlined is 'Whether an outline exists in counties.geojson; 临平, 钱塘 and 龙港 have none';
