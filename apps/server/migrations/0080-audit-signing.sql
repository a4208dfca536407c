-- Heads signed with SM2 carry the user id that was hashed in: without it nobody else can verify them.
alter table audit_heads add column user_id text;
comment on column audit_heads.user_id is 'Of SM2, the user id (GM/T 0009); null for algorithms that know none';
