-- Identities at an OpenID Connect provider, how each was tied to a person, and the ways there that are under way.
create table people_identities (
  id text primary key,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  person_id text not null references people (id),
  linked_at timestamptz not null default now(),
  invited_by text references people (id),
  unlinked_at timestamptz,
  unlinked_by text references people (id),
  constraint nobody_invites_himself check (invited_by <> person_id),
  constraint unlinked_by_somebody check ((unlinked_at is null) = (unlinked_by is null))
);
create unique index people_identities_linked on people_identities (issuer, subject) where unlinked_at is null;
create index people_identities_by_person on people_identities (person_id) where unlinked_at is null;
comment on table people_identities is 'Which identity of a provider opens whose account; tied by the person or by an invitation, never by an equal name or address';
comment on column people_identities.id is 'Random id, as in the audit record';
comment on column people_identities.issuer is 'Issuer, as its id tokens name it';
comment on column people_identities.subject is 'Subject, as the issuer names the person; personal data, level L3';
comment on column people_identities.person_id is 'Whose account it opens';
comment on column people_identities.linked_at is 'When it was tied';
comment on column people_identities.invited_by is 'Who invited; null when the signed-in person tied it';
comment on column people_identities.unlinked_at is 'When it was untied; null while it opens the account';
comment on column people_identities.unlinked_by is 'Who untied it';

create table identity_invitations (
  token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
  person_id text not null references people (id),
  invited_by text not null references people (id),
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint nobody_invites_himself check (invited_by <> person_id)
);
create index identity_invitations_open on identity_invitations (person_id) where used_at is null;
comment on table identity_invitations is 'Invitations of the security administrator to tie an identity to an account; each works once';
comment on column identity_invitations.token_sha256 is 'sha256 of the token, which was shown once';
comment on column identity_invitations.person_id is 'To whose account';
comment on column identity_invitations.invited_by is 'Who invited';
comment on column identity_invitations.invited_at is 'When';
comment on column identity_invitations.expires_at is 'Not good from then on';
comment on column identity_invitations.used_at is 'When it was used or withdrawn; null while it is good';

create table identity_flows (
  state_sha256 text primary key check (state_sha256 ~ '^[0-9a-f]{64}$'),
  browser_sha256 text not null check (browser_sha256 ~ '^[0-9a-f]{64}$'),
  sealed text not null,
  purpose text not null check (purpose in ('sign-in', 'proof', 'link')),
  session_id text references account_sessions (id) on delete cascade,
  invitation text references identity_invitations (token_sha256),
  back text not null check (back ~ '^/([^/\\]|$)'),
  started_at timestamptz not null default now(),
  returned_at timestamptz,
  identity_id text references people_identities (id),
  fresh boolean not null default false,
  finished_at timestamptz,
  constraint of_a_session check ((purpose = 'sign-in') = (session_id is null))
);
create index identity_flows_by_age on identity_flows (started_at);
comment on table identity_flows is 'Ways to the provider and back, each good once and for ten minutes; cleared after a day';
comment on column identity_flows.state_sha256 is 'sha256 of the state that goes out and must come back';
comment on column identity_flows.browser_sha256 is 'sha256 of the cookie of the browser that went: no other may come back';
comment on column identity_flows.sealed is 'Nonce and PKCE verifier, sealed with a key outside the database';
comment on column identity_flows.purpose is 'sign-in, proof (of who is there) or link (tie an identity to the account)';
comment on column identity_flows.session_id is 'The session that proves or links; null for a sign-in';
comment on column identity_flows.invitation is 'The invitation that a sign-in came with';
comment on column identity_flows.back is 'Path of ours to open afterwards';
comment on column identity_flows.started_at is 'When it began';
comment on column identity_flows.returned_at is 'When the browser came back; a second time is refused';
comment on column identity_flows.identity_id is 'Whose identity the provider confirmed, while the code of the second factor is still to come';
comment on column identity_flows.fresh is 'The provider asked the person anew for this way';
comment on column identity_flows.finished_at is 'When the code was given';

alter table account_sessions
  add column identity_id text references people_identities (id),
  add column vouched boolean not null default false;
comment on column account_sessions.identity_id is 'The identity it was opened with; null for a password';
comment on column account_sessions.vouched is 'The provider says that it asked for a second factor, in the way the settings accept';
