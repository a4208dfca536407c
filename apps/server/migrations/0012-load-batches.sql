-- What has been loaded from the product's own files, by content, so that a second start loads nothing.
create table load_batches (
  what text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  rows int not null,
  loaded_at timestamptz not null default now(),
  primary key (what)
);
comment on table load_batches is 'The batches of shipped or generated data that stand in the database now';
comment on column load_batches.what is 'territory, zones-real, policy, plans-real, training';
comment on column load_batches.hash is 'sha256 over the files and the loader version behind the batch';
comment on column load_batches.rows is 'Rows written';
comment on column load_batches.loaded_at is 'When it was loaded';
