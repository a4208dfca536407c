// Counts of the register over time: how many bodies stand, where, under which label, and how the number moved.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Meter } from '@zhenghe/contract/zones';
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export interface Counted {
  readonly grade: Meter['byGrade'][number]['grade'];
  readonly label: Meter['excluded'][number]['label'] | null;
  readonly count: number;
}

/** Bodies that exist on the day, by grade and label. */
export async function countByGradeAndLabel(db: Database, dataset: Dataset, on: Day): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select f.grade, f.label, count(*)::int as count
    from zone_facts f
    where f.dataset = ${dataset} and f.replaced_at is null
      and f.valid_from <= ${on}::date and (f.valid_to is null or f.valid_to > ${on}::date)
    group by f.grade, f.label
    order by array_position(array['national', 'provincial', 'local'], f.grade), f.label`.execute(db);
  return rows;
}

export interface PlaceCount {
  readonly jurisdiction: string;
  readonly base: number;
  readonly now: number;
}

/** Counted bodies of each city or county that holds any, on the base day and on the asked day; one query. */
export async function countByPlace(
  db: Database,
  { dataset, base, asOf }: { readonly dataset: Dataset; readonly base: Day; readonly asOf: Day },
): Promise<readonly PlaceCount[]> {
  const { rows } = await sql<PlaceCount>`
    select f.jurisdiction, count(*) filter (where d.day = ${base}::date)::int as base, count(*) filter (where d.day = ${asOf}::date)::int as now
    from (select distinct unnest(array[${base}::date, ${asOf}::date]) as day) d
    join zone_facts f on f.valid_from <= d.day and (f.valid_to is null or f.valid_to > d.day)
    where f.dataset = ${dataset} and f.replaced_at is null and f.label is null
    group by f.jurisdiction`.execute(db);
  return rows;
}

/** The count on the first day, at each month's end after it, and on the last day; empty when the last is before the first. */
export async function countByMonth(db: Database, dataset: Dataset, first: Day, last: Day): Promise<Meter['course']> {
  const { rows } = await sql<{ on: Day; count: number }>`
    select d.on, (
      select count(*) from zone_facts f
      where f.dataset = ${dataset} and f.replaced_at is null and f.label is null
        and f.valid_from <= d.on and (f.valid_to is null or f.valid_to > d.on))::int as count
    from (
      select ${first}::date as on where ${first}::date <= ${last}::date
      union select (m + interval '1 month' - interval '1 day')::date
      from generate_series(date_trunc('month', ${first}::date), ${last}::date, interval '1 month') m
      where m + interval '1 month' - interval '1 day' between ${first}::date and ${last}::date
      union select ${last}::date where ${first}::date <= ${last}::date
    ) d
    order by d.on`.execute(db);
  return rows;
}

/** Bodies that left the count by taking a label, newest first (the hole of conflict 14: a label is the way out of the 150). */
export async function listLabelChanges(db: Database, dataset: Dataset, asOf: Day): Promise<Meter['labelChanges']> {
  const { rows } = await sql<Meter['labelChanges'][number]>`
    select f.zone_id as zone, f.name, a.acted_on as on, before.type as "from", f.label as "to", a.paper
    from zone_acts a
    join zone_act_parties p on p.act_id = a.id and p.side = 'to'
    join zone_facts f on f.zone_id = p.zone_id and f.valid_from = a.acted_on and f.replaced_at is null and f.label is not null
    join zone_facts before on before.zone_id = p.zone_id and before.valid_to = a.acted_on and before.replaced_at is null
    where a.dataset = ${dataset} and a.kind = 'convert' and a.acted_on <= ${asOf}::date
    order by a.acted_on desc, f.zone_id`.execute(db);
  return rows;
}
