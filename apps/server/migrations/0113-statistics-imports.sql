-- Figures come in as files of their own kind (F110). A zone's own office brings them too: of the batches of its place it sees its own alone.
alter table import_batches drop constraint import_batches_kind_check;
alter table import_batches add constraint import_batches_kind_check check (kind in ('plans', 'zones', 'figures', 'units', 'statistics'));
comment on column import_batches.kind is 'plans, zones, figures, units or statistics: who reads and writes it';
drop policy import_batches_reach on import_batches;
create policy import_batches_reach on import_batches
  using (case when kind = 'units' or (select caller_is_zone()) then unit = (select caller_unit()) else in_reach(jurisdiction) end);
