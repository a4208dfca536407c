-- The list's orders as indexes: a page is read in its order and stops after its rows; the count reads an index of dates alone.
create index zone_facts_count on zone_facts (dataset, valid_from, valid_to, label, ends) where replaced_at is null;
create index zone_facts_by_spelling on zone_facts (dataset, spelling, zone_id) where replaced_at is null;
create index zone_facts_by_type on zone_facts (dataset, type, spelling, zone_id) where replaced_at is null;
create index zone_facts_by_grade on zone_facts
  (dataset, (case grade when 'national' then 0 when 'provincial' then 1 else 2 end), spelling, zone_id) where replaced_at is null;
create index zone_facts_by_jurisdiction on zone_facts (dataset, jurisdiction, spelling, zone_id) where replaced_at is null;
create index zone_facts_by_area on zone_facts (dataset, area_km2, spelling, zone_id) where replaced_at is null;
create index zone_facts_by_area_down on zone_facts (dataset, area_km2 desc nulls last, spelling desc, zone_id desc) where replaced_at is null;
create index zone_facts_by_plates on zone_facts (dataset, plates, spelling, zone_id) where replaced_at is null;
create index zone_facts_by_first_day on zone_facts (dataset, life_from, spelling, zone_id) where replaced_at is null;
create index zone_facts_by_city on zone_facts (dataset, city) where replaced_at is null;
drop index zone_facts_by_time;
