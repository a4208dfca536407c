-- Figures of parks are brought in as files of their own kind (F110).
alter table import_batches drop constraint import_batches_kind_check;
alter table import_batches add constraint import_batches_kind_check check (kind in ('plans', 'zones', 'figures', 'units'));
comment on column import_batches.kind is 'plans, zones, figures or units: who reads and writes it';
