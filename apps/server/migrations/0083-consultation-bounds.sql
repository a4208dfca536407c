-- Consultation, closer: a company, a zone body or a bureau at a place is not its government, and reads nothing of a round before it is
-- published unless it was asked; nobody writes in another's name; what was said is added only together with the saying of it.
create function governs(jurisdiction text) returns boolean language sql stable parallel safe as $$
  select in_reach(jurisdiction) and coalesce(caller_unit() ~ '^[0-9]{6}$', true)
$$;
comment on function governs(text) is
  'Whether the caller is the government of that place or one above it, or the product itself; bureaus, zone bodies and companies are not';

alter policy consultation_rounds_read on consultation_rounds
  using (kind = 'public' or governs(jurisdiction) or caller_unit() = any (asked_ids));

create or replace function consultation_may_read_words(round uuid, wanted int) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (
    select from consultation_rounds r join consultation_actions a on a.round_id = r.id and a.seq = wanted
    where r.id = round and (
      governs(r.jurisdiction)
      or a.unit = caller_unit()
      or a.kind = 'end'
      or ((r.kind = 'public' or caller_unit() = any (r.asked_ids)) and consultation_is_published(r.id)
        and not (a.kind = 'comment' and exists (
          select from consultation_actions w where w.round_id = r.id and w.kind = 'withhold' and w.comment_id = a.comment_id)))))
$$;

-- The drafting unit does what the drafting unit does; a unit comments in its own name, a citizen in none; the product alone purges.
alter policy consultation_actions_add on consultation_actions with check (
  case kind
    when 'comment' then consultation_takes_comments(round_id, acted_on) and unit is not distinct from (
      select case r.kind when 'internal' then caller_unit() end from consultation_rounds r where r.id = round_id)
    when 'purge' then caller_unit() is null and in_reach('330000') and consultation_is_published(round_id)
    else exists (select from consultation_rounds r where r.id = round_id and caller_unit() = r.jurisdiction)
  end);

-- In the transaction that adds the action, and not later: else anybody could put words or contacts to another's comment.
alter policy consultation_words_add on consultation_words with check (
  exists (select from consultation_actions a join consultation_rounds r on r.id = a.round_id
    where a.round_id = consultation_words.round_id and a.seq = consultation_words.seq and a.recorded_at = now()
      and (caller_unit() = r.jurisdiction or (a.kind = 'comment' and consultation_takes_comments(a.round_id, a.acted_on)))));
alter policy consultation_contacts_add on consultation_contacts with check (
  exists (select from consultation_actions a where a.round_id = consultation_contacts.round_id and a.seq = consultation_contacts.seq
    and a.kind = 'comment' and a.recorded_at = now() and consultation_takes_comments(a.round_id, a.acted_on)));
