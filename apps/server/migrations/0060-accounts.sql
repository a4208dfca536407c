-- Units, people and the offices people hold in units; secrets, sessions and settings of sign-in.
create table units (
  id text primary key,
  kind text not null check (kind in ('province', 'city', 'county', 'zone', 'township', 'department', 'company', 'firm', 'public')),
  name text not null check (length(name) between 2 and 80),
  parent text references units (id),
  jurisdiction text not null references jurisdictions (code),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null,
  recorded_at timestamptz not null default now(),
  check ((parent is null) = (kind = 'province'))
);
create index units_by_parent on units (parent);
comment on table units is 'The tree of units: governments from the divisions, zone bodies from the register, the rest added by hand';
comment on column units.id is 'Stable id: gov-330726, zone-… or a random one';
comment on column units.kind is 'province, city, county, zone, township, department, company (platform company), firm or public';
comment on column units.name is 'Name of the unit';
comment on column units.parent is 'The unit above it; null for the province alone';
comment on column units.jurisdiction is 'GB/T 2260 code of the place it acts for';
comment on column units.valid_from is 'First day on which it exists here; 1900-01-01 where no first day is known';
comment on column units.valid_to is 'First day on which it exists no more; null while it does';
comment on column units.source is 'territory, register or the id of the person who added it';
comment on column units.recorded_at is 'When the row was written';

create table people (
  id text primary key,
  login text not null check (login ~ '^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$'),
  name text not null check (length(name) between 1 and 60),
  added_on date not null,
  ended_on date,
  recorded_at timestamptz not null default now()
);
create unique index people_by_login on people (lower(login));
comment on table people is 'People with an account; nobody registers himself';
comment on column people.id is 'Random id, as in the audit record';
comment on column people.login is 'Name to sign in with; unique whatever its letter case';
comment on column people.name is 'Name as colleagues know it; personal data, level L3';
comment on column people.added_on is 'Day of adding';
comment on column people.ended_on is 'Day from which the account no longer opens; null while it does';
comment on column people.recorded_at is 'When the row was written';

create table people_secrets (
  person_id text primary key references people (id),
  password_hash text not null check (password_hash like '$argon2id$%'),
  password_set_at timestamptz not null default now(),
  must_change boolean not null,
  totp_sealed text,
  totp_step bigint,
  totp_pending text
);
comment on table people_secrets is 'What proves who somebody is; read by sign-in alone';
comment on column people_secrets.person_id is 'Whose';
comment on column people_secrets.password_hash is 'argon2id in PHC form';
comment on column people_secrets.password_set_at is 'When it was set, for rotation';
comment on column people_secrets.must_change is 'Set by another; to be changed at the first sign-in';
comment on column people_secrets.totp_sealed is 'Secret of the second factor, sealed with a key outside the database; null without one';
comment on column people_secrets.totp_step is 'Last time step whose code was used: a code works once';
comment on column people_secrets.totp_pending is 'Sealed secret whose first code has not been given yet';

create table password_history (
  person_id text not null references people (id),
  replaced_at timestamptz not null default now(),
  password_hash text not null,
  primary key (person_id, replaced_at)
);
comment on table password_history is 'Earlier password hashes, so that an old password does not come back';
comment on column password_history.person_id is 'Whose';
comment on column password_history.replaced_at is 'When another took its place';
comment on column password_history.password_hash is 'argon2id in PHC form';

create table recovery_codes (
  person_id text not null references people (id),
  code_sha256 text not null check (code_sha256 ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (person_id, code_sha256)
);
comment on table recovery_codes is 'Codes for who has lost the second factor; random, each works once';
comment on column recovery_codes.person_id is 'Whose';
comment on column recovery_codes.code_sha256 is 'sha256 of the code, which is kept nowhere';
comment on column recovery_codes.used_at is 'When it was used; null while it is good';

create table sign_in_failures (
  key text primary key,
  failures int not null,
  last_at timestamptz not null,
  waits_until timestamptz
);
comment on table sign_in_failures is 'Failed sign-ins in a row, by account and by address, and how long each waits';
comment on column sign_in_failures.key is 'sha256 of account:LOGIN or address:IP';
comment on column sign_in_failures.failures is 'How many in a row';
comment on column sign_in_failures.last_at is 'The latest';
comment on column sign_in_failures.waits_until is 'Nothing is tried before; null without a wait';

create table setup_tokens (
  token_sha256 text primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table setup_tokens is 'One-time tokens of the first start in production';
comment on column setup_tokens.token_sha256 is 'sha256 of the token that the console showed';
comment on column setup_tokens.expires_at is 'Not good from then on';
comment on column setup_tokens.used_at is 'When it was used; a used one is worthless';

create table offices (
  id text primary key,
  person_id text not null references people (id),
  unit_id text not null references units (id),
  role text not null check (role in ('province', 'city', 'county', 'zone', 'department', 'township', 'company', 'firm',
    'system-admin', 'security-admin', 'audit-admin')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  origin text not null check (origin in ('setup', 'granted')),
  proposed_by text references people (id),
  proposed_at timestamptz not null default now(),
  decided_by text references people (id),
  decided_at timestamptz,
  granted boolean,
  constraint nobody_for_himself check (proposed_by <> person_id and decided_by <> person_id),
  constraint two_people check (decided_by <> proposed_by),
  constraint decided_by_somebody check (
    (origin = 'setup' and proposed_by is null and decided_by is null and granted)
    or (origin = 'granted' and proposed_by is not null and (granted is null) = (decided_by is null)))
);
create index offices_by_person on offices (person_id);
create unique index offices_of_setup on offices (role) where origin = 'setup';
comment on table offices is 'Who holds which role in which unit, from when to when; proposed by one person, granted by another';
comment on column offices.id is 'Random id; the acting office of a session';
comment on column offices.person_id is 'Who holds it';
comment on column offices.unit_id is 'In which unit';
comment on column offices.role is 'In which role';
comment on column offices.valid_from is 'First day';
comment on column offices.valid_to is 'First day on which it no longer holds; null for open';
comment on column offices.origin is 'setup for the first two administrators, granted for all others';
comment on column offices.proposed_by is 'Who proposed it; never its holder';
comment on column offices.proposed_at is 'When it was proposed';
comment on column offices.decided_by is 'Who granted or refused it; neither its holder nor its proposer';
comment on column offices.decided_at is 'When it was decided';
comment on column offices.granted is 'true granted, false refused, null not decided yet';

create function offices_stay_apart() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.origin = 'setup' and (new.role not in ('system-admin', 'security-admin') or exists (select from offices where origin = 'granted')) then
      raise exception 'only the first two administrators are made by the setup' using errcode = 'check_violation';
    end if;
    if new.origin = 'granted' and new.granted is not null then
      raise exception 'an office is proposed before it is granted' using errcode = 'check_violation';
    end if;
  elsif (old.id, old.person_id, old.unit_id, old.role, old.valid_from, old.origin, old.proposed_by)
      is distinct from (new.id, new.person_id, new.unit_id, new.role, new.valid_from, new.origin, new.proposed_by)
      or (old.granted is not null and (old.granted, old.decided_by) is distinct from (new.granted, new.decided_by)) then
    raise exception 'an office is decided once and then only ended' using errcode = 'check_violation';
  end if;
  if new.granted then
    perform from people where id = new.person_id for update;
    if exists (
      select from offices o
      where o.person_id = new.person_id and o.id <> new.id and o.granted and o.role <> new.role
        and (o.role like '%-admin' or new.role like '%-admin')
        and daterange(o.valid_from, o.valid_to) && daterange(new.valid_from, new.valid_to)) then
      raise exception 'an administrator holds no other role' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
comment on function offices_stay_apart() is 'Keeps the administrators apart from each other and from the business, and decisions final';
create trigger offices_apart before insert or update on offices for each row execute function offices_stay_apart();
create function offices_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'an office is ended, never deleted' using errcode = 'restrict_violation';
end $$;
comment on function offices_are_kept() is 'Refuses to delete an office; ending one is an update, so the table is not append-only';
create trigger offices_kept before delete or truncate on offices for each statement execute function offices_are_kept();

create table account_sessions (
  id text primary key,
  token_sha256 text not null unique,
  person_id text not null references people (id),
  office_id text references offices (id),
  view_as text references offices (id),
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  proved_at timestamptz,
  address text not null,
  agent text not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'ended', 'idle', 'expired', 'replaced', 'reset'))
);
create index account_sessions_open on account_sessions (person_id) where ended_at is null;
comment on table account_sessions is 'Sessions of people: open ones and, until they are cleared, ended ones';
comment on column account_sessions.id is 'Random id shown in the list of sessions; not the token';
comment on column account_sessions.token_sha256 is 'sha256 of the token in the cookie';
comment on column account_sessions.person_id is 'Whose';
comment on column account_sessions.office_id is 'The office that acts; null before one is chosen';
comment on column account_sessions.view_as is 'The office whose view is looked at, read-only; null otherwise';
comment on column account_sessions.began_at is 'Sign-in, for the absolute end';
comment on column account_sessions.last_seen_at is 'Latest request, for the idle end; exact to half a minute';
comment on column account_sessions.proved_at is 'Latest proof of identity by password and second factor';
comment on column account_sessions.address is 'Network address at sign-in; personal data, level L3';
comment on column account_sessions.agent is 'Browser at sign-in, as it names itself';
comment on column account_sessions.ended_at is 'When it ended; null while it is open';
comment on column account_sessions.ended_why is 'signed-out, ended (from the list), idle, expired, replaced (by a new sign-in) or reset';

create table account_settings (
  id bigint generated always as identity primary key,
  content jsonb not null,
  set_at timestamptz not null default now(),
  set_by text not null references people (id)
);
comment on table account_settings is 'Settings of sign-in; the last row holds, without one the defaults';
comment on column account_settings.id is 'Order of setting';
comment on column account_settings.content is 'passwordProfile, idleMinutes, absoluteHours';
comment on column account_settings.set_at is 'When it was set';
comment on column account_settings.set_by is 'The system administrator who set it';
create trigger account_settings_append_only before update or delete or truncate on account_settings
  for each statement execute function refuse_change();
