// The one count the overview needs by place; it reads the register's list table and writes nothing.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export interface PlaceCount {
  readonly jurisdiction: string;
  readonly base: number;
  readonly now: number;
}

/** Bodies that count towards the cap, by city or county, on the base day and on the asked day. */
export async function countByPlace(
  db: Database,
  { dataset, base, asOf }: { readonly dataset: Dataset; readonly base: Day; readonly asOf: Day },
): Promise<readonly PlaceCount[]> {
  const { rows } = await sql<PlaceCount>`
    select jurisdiction, count(*) filter (where d.day = ${base}::date)::int as base, count(*) filter (where d.day = ${asOf}::date)::int as now
    from (select distinct unnest(array[${base}::date, ${asOf}::date]) as day) d
    join zone_facts f on f.valid_from <= d.day and (f.valid_to is null or f.valid_to > d.day)
    where f.dataset = ${dataset} and f.replaced_at is null and f.label is null
    group by jurisdiction`.execute(db);
  return rows;
}
