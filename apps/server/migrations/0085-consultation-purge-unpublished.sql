-- Contacts go also when the answers never come out: the product may record the purge of a round that is over.
create function consultation_is_over(round uuid, day date) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from consultation_rounds r where r.id = round and (
    r.closes_on < day or exists (select from consultation_actions a where a.round_id = r.id and a.kind in ('end', 'publish'))))
$$;
comment on function consultation_is_over(uuid, date) is 'Whether the round takes no comments any more on that day';

alter policy consultation_actions_add on consultation_actions with check (
  case kind
    when 'comment' then consultation_takes_comments(round_id, acted_on) and unit is not distinct from (
      select case r.kind when 'internal' then caller_unit() end from consultation_rounds r where r.id = round_id)
    when 'purge' then caller_unit() is null and in_reach('330000') and consultation_is_over(round_id, acted_on)
    else exists (select from consultation_rounds r where r.id = round_id and caller_unit() = r.jurisdiction)
  end);

comment on column sign_in_failures.key is 'sha256 of account:LOGIN, address:SENDER or begin:SENDER; an IPv6 network is one sender';
