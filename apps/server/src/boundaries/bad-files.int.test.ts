// Every faulty file an office may send or an attacker make: named and located, and nothing is stored but the original and the report.
import { faultyFiles, someFeatures } from '@zhenghe/exchange/boundaries/testing';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs } from '../testing.ts';
import { loadTraining, trainingCounty, trainingDay } from '../training/index.ts';
import { bounded } from '../wiring.ts';
import { stopThread, workOnReadings } from './index.ts';

const on = trainingDay;
const target = { kind: 'plan', plan: `training-${trainingCounty}` } as const;
const rulebook = loadPacks();
let database: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await loadTraining(tx, rulebook);
  });
  jobs = await startJobs(database.servingUrl, () => undefined);
  await workOnReadings(jobs, database.served, bounded);
}, 120_000);

afterAll(async () => {
  await jobs?.stop();
  await stopThread();
  await database?.drop();
});

const clerk = () => clientAs('county-land', { db: database.served, rulebook, today: on }).boundaries;

async function until(id: string, stages: readonly string[]) {
  for (let look = 0; look < 600; look += 1) {
    const reading = await clerk().reading({ id });
    if (stages.includes(reading.stage)) return reading;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the reading did not come that far');
}

async function counts() {
  const { rows } = await sql<{ drafts: number; sets: number; layers: number }>`
    select (select count(*) from boundary_drafts)::int as drafts, (select count(*) from boundary_sets)::int as sets,
      (select count(*) from boundary_layers)::int as layers`.execute(database.db);
  return rows[0];
}

describe('a faulty file', () => {
  const files = faultyFiles(someFeatures()).map((file) => [file.what, file] as const);
  it.each(files)(
    '%s: is refused by name, and leaves nothing behind but itself and the report',
    { timeout: 60_000 },
    async (_what, file) => {
      const before = await counts();
      const bytes = new Uint8Array(await file.bytes());
      const { id } = await clerk().upload({ target, dataset: 'training', file: new File([bytes], 'file'), on });
      const { stage, problems, file: kept } = await until(id, ['failed', 'confirm']);
      expect(stage).toBe('failed');
      expect(problems.map(({ reason, value }) => `${reason.zh} ${value ?? ''}`).join(' ')).toContain(file.says);
      expect(await counts()).toEqual(before);
      const { rows } = await sql<{ size: number }>`select size from source_files where sha256 = ${kept.sha256}`.execute(database.db);
      expect(rows[0]?.size).toBe(bytes.length);
    },
  );
});
