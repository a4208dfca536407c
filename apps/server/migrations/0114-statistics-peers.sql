-- A check among peers may be of a computed row: the figures of one unit belong together. Units are told apart, never named.
drop function statistics_peers(text, text[], text, boolean);
create function statistics_peers(wanted_dataset text, wanted text[], wanted_period text, of_places boolean)
  returns table (peer bigint, indicator text, calibre text, value numeric) language sql stable security definer
  set search_path = public, pg_temp as $$
  select dense_rank() over (order by md5(f.unit || f.period)), f.indicator, f.calibre, f.value from statistics_figures f
  where f.dataset = wanted_dataset and f.period = wanted_period and f.indicator = any(wanted) and f.replaced_in is null
    and f.value is not null and (f.unit ~ '^33[0-9]{4}$') = of_places
$$;
comment on function statistics_peers(text, text[], text, boolean) is
  'Current values of all units of a kind for a period; a number of no meaning tells the units apart';
