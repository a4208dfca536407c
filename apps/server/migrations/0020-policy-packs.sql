-- Policy packs as they were when the product used them: a receipt cites a hash, and its text must still be here years later.
create table policy_packs (
  id text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  version text not null,
  content jsonb not null,
  stored_at timestamptz not null default now(),
  primary key (id, hash)
);
comment on table policy_packs is 'Every policy pack the product has loaded, once for each content hash; rows are only added';
comment on column policy_packs.id is 'Pack id, e.g. zj-2020-guidance';
comment on column policy_packs.hash is 'sha256 over the canonical JSON of the pack; the identity of its content';
comment on column policy_packs.version is 'The version its author gave it; two hashes under one version mean an edited file';
comment on column policy_packs.content is 'The whole pack: head, clauses, parameters, checks, targets, conflicts, facts';
comment on column policy_packs.stored_at is 'When the product first loaded this content';
