// `zhenghe db restore`: the database becomes what the backup holds, in one transaction; afterwards it is brought up to date.
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { StartFault } from '../fault.ts';
import { ledger, type Migration, migrate, readMigrations } from '../migrate.ts';
import type { Say } from '../say.ts';
import { grantServingAgain } from '../serving-role.ts';
import { checkBackup, type End, type Head, linesOf } from './format.ts';
import { type TableShape, tablesInOrder } from './tables.ts';

const batch = 500;
/** Rows can hold whole files: a batch also ends when its text is this long. */
const batchLetters = 16 * 1024 * 1024;

/** `replace` allows a database that already holds rows of ours; tables of others are never touched. */
export async function restoreBackup(db: Database, path: string, options: { readonly replace: boolean; readonly say: Say }): Promise<End> {
  const { head, end } = await checkBackup(path);
  const needed = migrationsOf(head);
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await clear(tx, options.replace);
    await sql.raw(ledger).execute(tx);
    for (const migration of needed) await sql.raw(migration.sql).execute(tx);
    const counted = await fill(tx, path);
    if (JSON.stringify(counted) !== JSON.stringify(end.rows)) {
      throw new StartFault(
        { zh: '恢复的行数与备份不符。', en: 'The restored rows do not fit the counts of the backup.' },
        { zh: '没有任何改动。请报告：这是程序的错。', en: 'Nothing was changed. Report this: it is a fault of ours.' },
      );
    }
  });
  await migrate(db, options.say);
  await grantServingAgain(db);
  return end;
}

function migrationsOf(head: Head): readonly Migration[] {
  const known = new Map(readMigrations().map((migration) => [`${migration.name} ${migration.sha256}`, migration]));
  return head.migrations.map(({ name, sha256 }) => {
    const migration = known.get(`${name} ${sha256}`);
    if (migration) return migration;
    throw new StartFault(
      {
        zh: `备份由 ${head.version} 版写出，含升级步骤 ${name}，与本版不符。`,
        en: `The backup was made by version ${head.version} with the migration ${name}, which this version does not have so.`,
      },
      { zh: '请用写出它的版本或更新的版本恢复。', en: 'Restore it with the version that made it, or a newer one.' },
    );
  });
}

async function clear(tx: Database, replace: boolean): Promise<void> {
  const present = await tablesInOrder(tx);
  if (present.length === 0) return;
  if (!present.some((table) => table.name === 'schema_migrations')) {
    throw new StartFault(
      { zh: '该数据库中有别的程序的表。', en: 'This database holds tables of another program.' },
      { zh: '请为恢复另建一个空数据库。', en: 'Create an empty database for the restore.' },
    );
  }
  if (!replace && (await holdsRows(tx, present))) {
    throw new StartFault(
      { zh: '该数据库中已有数据。', en: 'This database already holds data.' },
      {
        zh: '请先备份，再用 --replace 恢复；它会清除已有数据。',
        en: 'Back it up first; then restore with --replace, which removes what is there.',
      },
    );
  }
  await sql`drop schema public cascade`.execute(tx);
  await sql`create schema public`.execute(tx);
}

async function holdsRows(tx: Database, tables: readonly TableShape[]): Promise<boolean> {
  for (const { name } of tables) {
    if (name === 'schema_migrations') continue;
    const { rows } = await sql<{ held: boolean }>`select exists (select from ${sql.table(name)}) as held`.execute(tx);
    if (rows[0]?.held) return true;
  }
  return false;
}

async function fill(tx: Database, path: string): Promise<Record<string, number>> {
  const shapes = new Map((await tablesInOrder(tx)).map((table) => [table.name, table]));
  const counted: Record<string, number> = {};
  await sql`create temporary table restored_rows (place bigint generated always as identity, content jsonb not null) on commit drop`.execute(
    tx,
  );
  let table: TableShape | null = null;
  let waiting: string[] = [];
  let letters = 0;
  const stage = async () => {
    if (waiting.length > 0) {
      await sql`insert into restored_rows (content) select value from jsonb_array_elements(${`[${waiting.join(',')}]`}::jsonb) with ordinality
        order by ordinality`.execute(tx);
    }
    [waiting, letters] = [[], 0];
  };
  const finish = async () => {
    await stage();
    if (table) counted[table.name] = await settle(tx, table);
  };
  for await (const line of linesOf(path)) {
    if (line.kind === 'T') {
      await finish();
      table = shapes.get(line.table) ?? unknownTable(line.table);
    } else {
      letters += line.json.length;
      if (waiting.push(line.json) >= batch || letters > batchLetters) await stage();
    }
  }
  await finish();
  return counted;
}

/** One statement for a whole table, so that rows of it may refer to each other. Its own triggers keep still meanwhile. */
async function settle(tx: Database, table: TableShape): Promise<number> {
  const name = sql.table(table.name);
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  await sql`alter table ${name} disable trigger user`.execute(tx);
  await sql`insert into ${name} (${columns}) overriding system value
    select ${sql.join(table.columns.map((column) => sql.ref(`r.${column}`)))}
    from restored_rows, lateral jsonb_populate_record(null::${name}, content) r order by place`.execute(tx);
  await sql`alter table ${name} enable trigger user`.execute(tx);
  for (const column of table.numbered) {
    await sql`select setval(pg_get_serial_sequence(${`public.${table.name}`}, ${column}), greatest(max(${sql.ref(column)}), 1), count(*) > 0)
      from ${name}`.execute(tx);
  }
  await sql`truncate restored_rows`.execute(tx);
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${name}`.execute(tx);
  return rows[0]?.rows ?? 0;
}

function unknownTable(name: string): never {
  throw new StartFault(
    { zh: `备份中的表 ${name} 不由其升级步骤建立。`, en: `The backup holds a table ${name} that its migrations do not make.` },
    { zh: '没有任何改动。请换一份备份。', en: 'Nothing was changed. Use another backup.' },
  );
}
