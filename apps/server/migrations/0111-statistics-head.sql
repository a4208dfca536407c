-- The head of a data set begins with its first publication: a fresh database holds no rows, so that a backup can be restored into it.
delete from statistics_head h where not exists (select from statistics_publications p where p.dataset = h.dataset);
create policy statistics_head_begin on statistics_head for insert with check (in_reach('330000'));

-- One index for the peers of a period and for all figures under one code (merging duplicates in the library).
drop index statistics_figures_by_period;
create index statistics_figures_by_indicator on statistics_figures (dataset, indicator, period) include (value) where replaced_in is null;
