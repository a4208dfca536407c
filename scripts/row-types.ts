// Row types of the database, read from a migrated one, so that code cannot drift from the SQL.
import { fileURLToPath } from 'node:url';
import { type Column, readTables, type Table } from '../apps/server/src/platform/catalogue.ts';
import type { Database } from '../apps/server/src/platform/database.ts';

/** The text of apps/server/src/platform/rows.ts. */
export async function rowTypes(db: Database): Promise<string> {
  const tables = await readTables(db);
  const bodies = tables.map(interfaceOf);
  const imports = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) => bodies.some((body) => body.includes(`${name}<`)));
  return [
    '// Generated from the migrated database by `npm run docs`; do not edit.',
    `import type { ${imports.join(', ')} } from 'kysely';`,
    '',
    ...bodies,
    '/** Every table of the database. */',
    'export interface Tables {',
    ...tables.map((table) => `  readonly ${table.name}: ${typeName(table.name)};`),
    '}',
    '',
  ].join('\n');
}

function interfaceOf(table: Table): string {
  const columns = table.columns.map((column) => `  /** ${column.comment ?? ''} */\n  readonly ${column.name}: ${typeOf(column)};`);
  return [`/** ${table.comment ?? ''} */`, `export interface ${typeName(table.name)} {`, ...columns, '}', ''].join('\n');
}

function typeName(table: string): string {
  return table.replace(/(^|_)([a-z])/g, (_, _before, letter: string) => letter.toUpperCase());
}

function typeOf(column: Column): string {
  const nullable = column.nullable ? ' | null' : '';
  // jsonb is written as JSON text: the driver would turn an array into a PostgreSQL array.
  if (column.type === 'jsonb' || column.type === 'json') {
    const write = column.hasDefault ? `string${nullable} | undefined` : `string${nullable}`;
    return `ColumnType<unknown, ${write}, string${nullable}>`;
  }
  const value = `${scalarOf(column.type)}${nullable}`;
  if (column.always) return `GeneratedAlways<${value}>`;
  return column.hasDefault ? `Generated<${value}>` : value;
}

const values: Readonly<Record<string, string>> = {
  bigint: 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  'double precision': 'number',
  integer: 'number',
  numeric: 'string',
  smallint: 'number',
  text: 'string',
  'timestamp with time zone': 'string',
  uuid: 'string',
};

function scalarOf(type: string): string {
  const bare = type.replace(/\(.*\)/, '');
  if (bare.endsWith('[]')) return `readonly ${scalarOf(bare.slice(0, -2))}[]`;
  const found = values[bare];
  if (!found)
    throw new Error(`scripts/row-types.ts: no TypeScript type for PostgreSQL type "${type}"; add one, and its parser in values.ts`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  throw new Error('Run `npm run docs`: it writes the row types and the data model together.');
