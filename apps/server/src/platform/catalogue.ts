// The tables as the database itself describes them; row types and the data model are generated from it.
import { sql } from 'kysely';
import type { Database } from './database.ts';

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** Computed by the database; nobody writes it. */
  readonly always: boolean;
  readonly comment: string | null;
  readonly references: string | null;
  readonly key: boolean;
}

export interface Table {
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly Column[];
}

export async function readTables(db: Database): Promise<readonly Table[]> {
  const { rows } = await sql<Column & { table: string; tableComment: string | null }>`
    select c.relname as table,
      obj_description(c.oid, 'pg_class') as "tableComment",
      a.attname as name,
      format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable,
      (a.atthasdef or a.attidentity <> '') as "hasDefault",
      (a.attidentity = 'a' or a.attgenerated <> '') as always,
      col_description(c.oid, a.attnum) as comment,
      (select string_agg(distinct f.confrelid::regclass::text, ', ') from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey)) as references,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
    order by c.relname collate "C", a.attnum`.execute(db);
  const tables = new Map<string, Table & { columns: Column[] }>();
  for (const { table, tableComment, ...column } of rows) {
    const entry = tables.get(table) ?? { name: table, comment: tableComment, columns: [] };
    entry.columns.push(column);
    tables.set(table, entry);
  }
  return [...tables.values()];
}
