// Writes the catalogue of a migrated database as docs/data-model.md.
import { readTables, type Table } from '../apps/server/src/platform/catalogue.ts';
import type { Database } from '../apps/server/src/platform/database.ts';

/** The text of docs/data-model.md. */
export async function dataModel(db: Database): Promise<string> {
  const tables = await readTables(db);
  const contents = tables.map((table) => `- [${table.name}](#${table.name}): ${table.comment ?? ''}`);
  return [
    '# Data model',
    '',
    'Generated from the migrated database by `npm run docs`; do not edit. The SQL is in `apps/server/migrations`.',
    '',
    ...contents,
    ...tables.flatMap(section),
    '',
  ].join('\n');
}

function section(table: Table): string[] {
  const lines = table.columns.map((column) => {
    const marks = [column.key ? 'key' : '', column.nullable ? 'may be empty' : '', column.references ? `→ ${column.references}` : ''];
    return `| ${column.name} | ${column.type} | ${marks.filter(Boolean).join(', ')} | ${(column.comment ?? '').replaceAll('|', '\\|')} |`;
  });
  return ['', `## ${table.name}`, '', table.comment ?? '', '', '| column | type | | meaning |', '| --- | --- | --- | --- |', ...lines];
}
