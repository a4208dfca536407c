// Long imports are written in the queue: with progress, in one transaction, and not at all once somebody cancels.
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoadedDatabase } from '../load-testing.ts';
import { type Database, openDatabase, scoped, wholeProvince } from '../platform/database.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientAs, until } from '../testing.ts';
import { importKinds } from '../wiring.ts';
import { workOnImports } from './index.ts';

const on = '2021-06-10';
const rulebook = loadPacks();
let database: TestDatabase;
let serving: Database;
let jobs: Jobs;

beforeAll(async () => {
  database = await createLoadedDatabase();
  serving = openDatabase(database.servingUrl);
  jobs = await startJobs(database.url, () => undefined);
});
afterAll(async () => {
  await jobs?.stop();
  await serving?.destroy();
  await database?.drop();
});

const province = () => clientAs('province', { db: serving, rulebook, today: on });
const kind = { kind: 'zones', dataset: 'training', on } as const;

/** One area of each calibre for each body that stands: some thousands of rows. */
async function longFile(year: number): Promise<File> {
  const { rows } = await sql<{ id: string }>`
    select distinct zone_id as id from zone_facts where dataset = 'training' and replaced_at is null and life_to is null
      and life_from <= ${`${year}-01-01`} order by 1`.execute(database.db);
  const calibres = ['approved', 'planned', 'integrated', 'entrusted', 'buildable', 'administrative'];
  const lines = rows.flatMap(({ id }, at) => calibres.map((calibre) => `${id},${calibre},${at + 1}.5,${year}-02-01,训练文件`));
  const kept = Array.from({ length: Math.ceil(3600 / lines.length) }, (_, turn) =>
    lines.map((line) => line.replace('-02-01', `-02-0${turn + 1}`)),
  );
  return new File([['编号,口径,面积,起始,依据', ...kept.flat()].join('\n')], 'long.csv');
}

async function ask(file: File) {
  const seen = await province().imports.preview({ ...kind, file });
  expect(seen).toMatchObject({ queued: true, stop: null });
  return (await province().imports.commit({ ...kind, file, sha256: seen.file.sha256, state: seen.state, at: seen.at })).batch;
}

async function ended(id: string): Promise<string> {
  const { state } = await until(
    () => province().imports.get({ id }),
    (batch) => batch.state !== 'waiting' && batch.state !== 'working',
  );
  return state;
}

describe('a long import', () => {
  it('that is cancelled while it waits is never written', async () => {
    const batch = await ask(await longFile(2021));
    expect(batch).toMatchObject({ state: 'waiting', mayCancel: true });
    expect((await province().imports.cancel({ id: batch.id })).state).toBe('cancelled');
    const { rows } = await sql`select 1 from import_rows where batch_id = ${batch.id}`.execute(database.db);
    expect(rows).toEqual([]);
  });

  it('is written by the queue with the rights it was asked with, and undone as a whole', async () => {
    const batch = await ask(await longFile(2020));
    await workOnImports(jobs, { db: scoped(serving, wholeProvince), rulebook, kinds: importKinds });
    expect(await ended(batch.id)).toBe('committed');
    const done = await province().imports.get({ id: batch.id });
    expect(done.counts.change).toBeGreaterThan(3000);
    const { rows: steps } = await sql<{ kind: string }>`select kind from import_steps where batch_id = ${batch.id} order by seq`.execute(
      database.db,
    );
    expect([steps[0]?.kind, steps.at(-1)?.kind]).toEqual(['asked', 'committed']);
    expect(steps.filter((step) => step.kind === 'checked').length).toBeGreaterThan(1);
    const { rows: audit } = await sql<{ actor: string }>`select actor from audit_entries where object = ${`imports/${batch.id}`}`.execute(
      database.db,
    );
    expect(audit.map(({ actor }) => actor)).toEqual(['province']);
    const page = await province().imports.rows({ id: batch.id, page: 30, size: 100 });
    expect([page.rows.length, page.total]).toEqual([100, done.counts.change]);
    expect((await province().imports.undo({ id: batch.id, reason: '整批撤销', on })).state).toBe('undone');
  });
});
