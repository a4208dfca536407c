-- The count of the list as one range of an index: a span that holds on ends at infinity, so that no row is asked twice.
alter table zone_facts add column until date not null generated always as (coalesce(valid_to, 'infinity'::date)) stored;
comment on column zone_facts.until is 'valid_to, or infinity while it holds';
create index zone_facts_standing on zone_facts (dataset, until, valid_from, label, ends) where replaced_at is null;
