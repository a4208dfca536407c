// `zhenghe db backup`: every row of every table, as one moment saw them, into one file that can prove it is whole.
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { codeOf, StartFault } from '../fault.ts';
import { productVersion } from '../product.ts';
import { type End, format, type Head } from './format.ts';
import { type TableShape, tablesInOrder } from './tables.ts';

/** Answers the rows of each table. An existing file is never written over; a failed backup leaves no file. */
export async function writeBackup(db: Database, path: string): Promise<End> {
  if (existsSync(path)) throw exists(path);
  const half = `${path}.part`;
  const rows: Record<string, number> = {};
  const hash = createHash('sha256');
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) =>
        pipeline(Readable.from(sealed(content(tx, rows), rows, hash)), createGzip(), createWriteStream(half, { mode: 0o600 })),
      );
    renameSync(half, path);
    return { rows, sha256: hash.digest('hex') };
  } catch (fault) {
    rmSync(half, { force: true });
    throw unwritable(path, fault) ?? fault;
  }
}

/** What the folder or the disk has against the file, as the operator's to mend; null for any other fault. */
function unwritable(path: string, cause: unknown): StartFault | null {
  const code = codeOf(cause);
  if (code === null || !['EACCES', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'].includes(code)) return null;
  return new StartFault(
    { zh: `写不了 ${path}（${code}）。`, en: `${path} cannot be written (${code}).` },
    { zh: '请换一个可写的文件夹。', en: 'Choose a folder that can be written and has room.' },
    { cause },
  );
}

function exists(path: string): StartFault {
  return new StartFault(
    { zh: `${path} 已存在。`, en: `${path} exists already.` },
    { zh: '请另取文件名：备份从不覆盖已有文件。', en: 'Choose another name: a backup is never written over.' },
  );
}

async function* sealed(lines: AsyncGenerator<string>, rows: Record<string, number>, hash: ReturnType<typeof createHash>) {
  for await (const line of lines) {
    hash.update(`${line}\n`);
    yield `${line}\n`;
  }
  const end: End = { rows, sha256: hash.copy().digest('hex') };
  yield `E${JSON.stringify(end)}\n`;
}

async function* content(tx: Database, rows: Record<string, number>): AsyncGenerator<string> {
  await sql`set local statement_timeout = 0`.execute(tx);
  const { rows: migrations } = await sql<Head['migrations'][number]>`select name, sha256 from schema_migrations order by name`.execute(tx);
  const head: Head = { format, version: productVersion, at: new Date().toISOString(), migrations };
  yield `H${JSON.stringify(head)}`;
  for (const table of await tablesInOrder(tx)) {
    yield `T${JSON.stringify({ table: table.name })}`;
    rows[table.name] = 0;
    for await (const json of rowsOf(tx, table)) {
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      yield `R${json}`;
    }
  }
}

/** JSON by PostgreSQL itself: decimals keep every digit, and each value reads back as it was. */
async function* rowsOf(tx: Database, table: TableShape): AsyncGenerator<string> {
  const order = table.key.length > 0 ? sql.join(table.key.map((column) => sql.ref(column))) : sql`t::text`;
  await sql`declare backup_rows cursor for select row_to_json(t)::text as json from ${sql.table(table.name)} t order by ${order}`.execute(
    tx,
  );
  for (;;) {
    const { rows } = await sql<{ json: string }>`fetch ${sql.lit(table.batch)} from backup_rows`.execute(tx);
    for (const row of rows) yield row.json;
    if (rows.length < table.batch) break;
  }
  await sql`close backup_rows`.execute(tx);
}
