-- Audit with proof (GB/T 22239 安全审计): the clause an action stands on, the leaves of the Merkle tree, and its signed heads.
alter table audit_entries add column clause text;
comment on column audit_entries.clause is 'Clause the action stands on, as pack:clause; null when there is none';
create index audit_entries_at on audit_entries (at desc, id desc);

create table audit_leaves (
  leaf bigint primary key check (leaf >= 0),
  entry_id bigint not null unique references audit_entries (id),
  sha256 bytea not null check (octet_length(sha256) = 32),
  sm3 bytea not null check (octet_length(sm3) = 32)
);
comment on table audit_leaves is 'The order in which committed entries became leaves of the tree: numbered when a head is made, without gaps';
comment on column audit_leaves.leaf is 'Number of the leaf, from 0';
comment on column audit_leaves.entry_id is 'The entry; ids have gaps and may be committed out of order, leaf numbers may not';
comment on column audit_leaves.sha256 is 'SHA-256 of 0x00 and the canonical JSON of the entry';
comment on column audit_leaves.sm3 is 'The same with SM3';

create table audit_heads (
  number bigint generated always as identity primary key,
  size bigint not null check (size >= 0),
  at timestamptz not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  algorithm text not null,
  key_id text not null,
  public_key text not null,
  signature text not null
);
comment on table audit_heads is 'Signed states of the audit log: so many entries, with these Merkle roots (RFC 6962)';
comment on column audit_heads.number is 'Order of signing';
comment on column audit_heads.size is 'How many leaves the head covers';
comment on column audit_heads.at is 'When it was signed, to the millisecond';
comment on column audit_heads.sha256 is 'Merkle root with SHA-256';
comment on column audit_heads.sm3 is 'Merkle root with SM3';
comment on column audit_heads.algorithm is 'Algorithm of the signature';
comment on column audit_heads.key_id is 'First 16 digits of the SHA-256 of the public key';
comment on column audit_heads.public_key is 'Public key, PEM';
comment on column audit_heads.signature is 'Over the canonical JSON of size, time and both roots; base64';

create trigger audit_leaves_append_only
  before update or delete or truncate on audit_leaves
  for each statement execute function refuse_change();
create trigger audit_heads_append_only
  before update or delete or truncate on audit_heads
  for each statement execute function refuse_change();

revoke update, delete, truncate on audit_leaves, audit_heads from public;
