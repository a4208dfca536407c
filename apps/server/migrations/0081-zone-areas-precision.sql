-- Papers give many areas a year or a month, no day. The list keeps the first day of it; what is printed is what is known.
alter table zone_areas add column from_precision text not null default 'day' check (from_precision in ('day', 'month', 'year'));
comment on column zone_areas.from_precision is 'How exactly valid_from is known: day, month or year';
