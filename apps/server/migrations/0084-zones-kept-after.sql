-- A computed column has no value yet before an update: the guard of 0075 looks after it, when old and new can be compared whole.
drop trigger zone_facts_kept on zone_facts;
drop trigger zone_names_kept on zone_names;
drop trigger zone_plates_kept on zone_plates;
drop trigger zone_areas_kept on zone_areas;
drop trigger zone_blocks_kept on zone_blocks;
create trigger zone_facts_kept after update on zone_facts for each row execute function zone_rows_are_kept();
create trigger zone_names_kept after update on zone_names for each row execute function zone_rows_are_kept();
create trigger zone_plates_kept after update on zone_plates for each row execute function zone_rows_are_kept();
create trigger zone_areas_kept after update on zone_areas for each row execute function zone_rows_are_kept();
create trigger zone_blocks_kept after update on zone_blocks for each row execute function zone_rows_are_kept();
