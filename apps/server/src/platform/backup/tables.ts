// The tables of the database in an order in which they can be filled: what is referred to comes first.
import { sql } from 'kysely';
import type { Database } from '../database.ts';

export interface TableShape {
  readonly name: string;
  /** Columns that are stored as they are; computed ones are computed again. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Columns numbered by the database: their counters go on after the highest number. */
  readonly numbered: readonly string[];
  /** Rows read at a time: few where a row can hold a whole file. */
  readonly batch: number;
}

export async function tablesInOrder(db: Database): Promise<readonly TableShape[]> {
  const { rows } = await sql<TableShape & { needs: readonly string[] }>`
    select c.relname as name,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
        order by attnum) as columns,
      array(select a.attname::text from pg_index i
        cross join lateral unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      array(select attname::text from pg_attribute a where a.attrelid = c.oid and attidentity <> '') as numbered,
      case when exists (select from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype) then 4 else 500 end as batch,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    order by c.relname collate "C"`.execute(db);
  return ordered(rows);
}

function ordered(tables: readonly (TableShape & { readonly needs: readonly string[] })[]): readonly TableShape[] {
  const done: (TableShape & { readonly needs: readonly string[] })[] = [];
  const left = [...tables];
  while (left.length > 0) {
    const next = left.findIndex((table) => table.needs.every((need) => done.some((other) => other.name === need)));
    const [table] = left.splice(next, 1);
    if (next < 0 || !table) throw new Error(`tables refer to each other in a circle: ${left.map((one) => one.name).join(', ')}`);
    done.push(table);
  }
  return done;
}
