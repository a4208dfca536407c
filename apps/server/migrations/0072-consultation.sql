-- Consultation (F105, F106): rounds on one frozen version of a subject, and what was done in them. Only added to; where a round
-- stands is folded from its actions. What was said stands apart from the fact that something was said, and how to reach who said
-- it apart from both, so that each can be closed to whom it does not concern (ADR 17).
create table consultation_rounds (
  id uuid primary key,
  noun text not null check (noun ~ '^[a-z]+$'),
  subject text not null,
  dataset text not null check (dataset in ('real', 'training')),
  jurisdiction text not null check (jurisdiction ~ '^33[0-9]{4}$'),
  kind text not null check (kind in ('internal', 'public')),
  number int not null check (number >= 1),
  version int not null check (version >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  title text not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  touches_business boolean not null,
  rule jsonb not null,
  asked jsonb not null default '[]',
  asked_ids text[] not null default '{}',
  note text,
  begun_by jsonb not null,
  recorded_at timestamptz not null default now(),
  unique (dataset, id),
  unique (noun, subject, kind, number)
);
create index consultation_rounds_by_version on consultation_rounds (noun, subject, version);
comment on table consultation_rounds is 'A round of consultation: one frozen version, from a day to a day; only added';
comment on column consultation_rounds.id is 'Named in addresses';
comment on column consultation_rounds.noun is 'Kind of subject: plans';
comment on column consultation_rounds.subject is 'Id of the subject in its own noun';
comment on column consultation_rounds.dataset is 'real or training, as the subject';
comment on column consultation_rounds.jurisdiction is 'GB/T 2260 code of the place whose subject it is; its unit asks and answers';
comment on column consultation_rounds.kind is 'internal: units are asked; public: everybody is';
comment on column consultation_rounds.number is '1, 2, 3 … within the subject and the kind';
comment on column consultation_rounds.version is 'The version that is consulted on; it stands still until the round is over';
comment on column consultation_rounds.sha256 is 'Hash of that version';
comment on column consultation_rounds.title is 'What the version is called';
comment on column consultation_rounds.opens_on is 'First day on which comments are taken';
comment on column consultation_rounds.closes_on is 'Last day on which comments are taken';
comment on column consultation_rounds.touches_business is 'Touches how firms do business: then it has to last longer';
comment on column consultation_rounds.rule is 'What the length was checked against, in two languages, with its clause where there is one';
comment on column consultation_rounds.asked is 'Internal rounds: units asked, with their names as they were called then';
comment on column consultation_rounds.asked_ids is 'The ids of the units in asked';
comment on column consultation_rounds.note is 'What the drafting unit says with it';
comment on column consultation_rounds.begun_by is 'Who began it: card, unit in two languages, jurisdiction';
comment on column consultation_rounds.recorded_at is 'When the row was written';

create table consultation_actions (
  round_id uuid not null,
  seq int not null check (seq >= 1),
  dataset text not null,
  kind text not null check (kind in ('begin', 'comment', 'answer', 'withhold', 'end', 'publish', 'purge')),
  acted_on date not null,
  unit text,
  acted_by jsonb not null,
  comment_id uuid,
  wordless boolean not null default false,
  outcome text check (outcome in ('adopted', 'partly', 'not')),
  version int,
  receipt_sha256 text unique check (receipt_sha256 ~ '^[0-9a-f]{64}$'),
  same_sha256 text check (same_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  primary key (round_id, seq),
  foreign key (dataset, round_id) references consultation_rounds (dataset, id) on delete cascade
);
create index consultation_actions_same on consultation_actions (round_id, same_sha256) where same_sha256 is not null;
comment on table consultation_actions is 'What was done in a round, in order, without what was said; append-only';
comment on column consultation_actions.round_id is 'The round';
comment on column consultation_actions.seq is 'Order within the round: 1, 2, 3 …; two people cannot write the same one';
comment on column consultation_actions.dataset is 'As on the round; kept here so that the guard can tell training rows';
comment on column consultation_actions.kind is 'What was done';
comment on column consultation_actions.acted_on is 'The day it was done; the training province has days of its own';
comment on column consultation_actions.unit is 'The unit it was done for; null for a citizen, and for the product when it purges';
comment on column consultation_actions.acted_by is 'Who did it: card, unit in two languages, jurisdiction; of a citizen nothing';
comment on column consultation_actions.comment_id is 'The comment it makes or speaks of; a comment that came in again word for word names the first';
comment on column consultation_actions.wordless is 'A unit''s bare stance: there is nothing to answer';
comment on column consultation_actions.outcome is 'Of an answer: adopted, partly, not';
comment on column consultation_actions.version is 'Of an answer: the version that took the comment up';
comment on column consultation_actions.receipt_sha256 is 'Hash of the receipt that finds the comment again; the receipt itself is kept nowhere';
comment on column consultation_actions.same_sha256 is 'Of a public comment: hash of its words and aim, to tell what came in before';
comment on column consultation_actions.recorded_at is 'When the row was written';

create table consultation_words (
  round_id uuid not null,
  seq int not null,
  dataset text not null,
  words text not null,
  aim jsonb,
  stance text check (stance in ('agree', 'disagree', 'no-opinion')),
  primary key (round_id, seq),
  foreign key (round_id, seq) references consultation_actions (round_id, seq) on delete cascade
);
comment on table consultation_words is 'What was said in comments, answers and reasons; apart, as it is not open to all before it is published';
comment on column consultation_words.round_id is 'The round';
comment on column consultation_words.seq is 'The action it was said with';
comment on column consultation_words.dataset is 'As on the round; kept here so that the guard can tell training rows';
comment on column consultation_words.words is 'The text as it was sent; never read as HTML or as a formula';
comment on column consultation_words.aim is 'What a comment speaks of: a place of the version, a clause, or neither';
comment on column consultation_words.stance is 'Of a unit: agree, disagree, no-opinion';

create table consultation_contacts (
  round_id uuid not null,
  seq int not null,
  dataset text not null,
  name text,
  reach text,
  primary key (round_id, seq),
  foreign key (round_id, seq) references consultation_actions (round_id, seq) on delete cascade
);
comment on table consultation_contacts is 'L3: how to reach who left a comment; read by the answering unit alone, deleted some time after publication';
comment on column consultation_contacts.round_id is 'The round';
comment on column consultation_contacts.seq is 'The action that made the comment';
comment on column consultation_contacts.dataset is 'As on the round';
comment on column consultation_contacts.name is 'The name that was left, if any';
comment on column consultation_contacts.reach is 'Telephone, mail or address that was left, if any';

create trigger consultation_rounds_final before update or delete on consultation_rounds
  for each row execute function approval_record_is_final();
create trigger consultation_actions_final before update or delete on consultation_actions
  for each row execute function approval_record_is_final();
create trigger consultation_words_final before update or delete on consultation_words
  for each row execute function approval_record_is_final();

create function consultation_contact_stays() returns trigger language plpgsql as $$
begin
  raise exception '% is not changed', tg_table_name;
end $$;
comment on function consultation_contact_stays() is 'A contact is left once and deleted once, never changed';
create trigger consultation_contacts_unchanged before update on consultation_contacts
  for each row execute function consultation_contact_stays();

-- Who sees what. These functions read as the owner, so that a policy can ask about rows its caller may not see.
create function consultation_takes_comments(round uuid, on_day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (
    select from consultation_rounds r where r.id = round and on_day between r.opens_on and r.closes_on
      and (r.kind = 'public' or caller_unit() = any (r.asked_ids))
      and not exists (select from consultation_actions a where a.round_id = r.id and a.kind in ('end', 'publish')))
$$;
comment on function consultation_takes_comments(uuid, date) is 'Whether the caller may comment in that round on that day';

create function consultation_is_published(round uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from consultation_actions a where a.round_id = round and a.kind = 'publish')
$$;
comment on function consultation_is_published(uuid) is 'Whether the answers of the round are out';

create function consultation_may_read_words(round uuid, wanted int) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (
    select from consultation_rounds r join consultation_actions a on a.round_id = r.id and a.seq = wanted
    where r.id = round and (
      in_reach(r.jurisdiction)
      or a.unit = caller_unit()
      or a.kind = 'end'
      or ((r.kind = 'public' or caller_unit() = any (r.asked_ids)) and consultation_is_published(r.id)
        and not (a.kind = 'comment' and exists (
          select from consultation_actions w where w.round_id = r.id and w.kind = 'withhold' and w.comment_id = a.comment_id)))))
$$;
comment on function consultation_may_read_words(uuid, int) is
  'Whether the caller may read what was said: the drafting unit and those above it, who said it, and once it is published all but what is withheld';

create function consultation_words_of_receipt(receipt text) returns table (round_id uuid, comment_id uuid, words text, aim jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.round_id, a.comment_id, w.words, w.aim
  from consultation_actions a join consultation_words w on w.round_id = a.round_id and w.seq = a.seq
    or w.round_id = a.round_id and w.seq = (
      select min(f.seq) from consultation_actions f where f.round_id = a.round_id and f.kind = 'comment' and f.comment_id = a.comment_id)
  where a.receipt_sha256 = receipt
  order by w.seq limit 1
$$;
comment on function consultation_words_of_receipt(text) is 'One''s own comment, for who holds its receipt; asked with the hash of the receipt';

create function consultation_forget(round uuid) returns int language sql volatile security definer
  set search_path = public, pg_temp as $$
  with gone as (
    delete from consultation_contacts c
    where c.round_id = round and exists (select from consultation_actions a where a.round_id = round and a.kind = 'purge')
    returning 1)
  select count(*)::int from gone
$$;
comment on function consultation_forget(uuid) is 'Deletes the contacts of a round whose purge is on record; answers how many';

alter table consultation_rounds enable row level security;
create policy consultation_rounds_read on consultation_rounds for select
  using (kind = 'public' or in_reach(jurisdiction) or caller_unit() = any (asked_ids));
create policy consultation_rounds_add on consultation_rounds for insert
  with check (in_reach(jurisdiction) and caller_unit() = jurisdiction);

alter table consultation_actions enable row level security;
create policy consultation_actions_read on consultation_actions for select
  using (exists (select from consultation_rounds r where r.id = round_id));
create policy consultation_actions_add on consultation_actions for insert with check (
  exists (select from consultation_rounds r where r.id = round_id and caller_unit() = r.jurisdiction)
  or (kind = 'comment' and consultation_takes_comments(round_id, acted_on))
  or (kind = 'purge' and consultation_is_published(round_id)));

alter table consultation_words enable row level security;
create policy consultation_words_read on consultation_words for select using (consultation_may_read_words(round_id, seq));
create policy consultation_words_add on consultation_words for insert with check (
  exists (select from consultation_actions a join consultation_rounds r on r.id = a.round_id
    where a.round_id = consultation_words.round_id and a.seq = consultation_words.seq
      and (caller_unit() = r.jurisdiction or (a.kind = 'comment' and consultation_takes_comments(a.round_id, a.acted_on)))));

alter table consultation_contacts enable row level security;
create policy consultation_contacts_read on consultation_contacts for select using (
  exists (select from consultation_rounds r where r.id = round_id and in_reach(r.jurisdiction) and caller_unit() = r.jurisdiction));
create policy consultation_contacts_add on consultation_contacts for insert with check (
  exists (select from consultation_actions a where a.round_id = consultation_contacts.round_id and a.seq = consultation_contacts.seq
    and a.kind = 'comment' and consultation_takes_comments(a.round_id, a.acted_on)));

-- A version that the public was, or is, asked about can be read by everybody (0070 asks this).
create or replace function plan_version_is_open(wanted_plan text, wanted_version int) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from plans_in_force f where f.plan_id = wanted_plan and f.version = wanted_version)
    or exists (select from consultation_rounds r
      where r.noun = 'plans' and r.subject = wanted_plan and r.version = wanted_version and r.kind = 'public')
$$;
comment on function plan_version_is_open(text, int) is 'Whether anybody may read that version: it is, or was, in force or consulted on in public';
