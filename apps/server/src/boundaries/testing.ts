// What the tests of boundaries share: the training province in a database of its own, and a queue that reads what is uploaded.
import { loadPacks } from '@zhenghe/rulebook';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, until } from '../testing.ts';
import { loadTraining, trainingCounty, trainingDay } from '../training/index.ts';
import { bounded } from '../wiring.ts';
import { stopThread, workOnReadings } from './index.ts';

export const on = trainingDay;
export const plan = `training-${trainingCounty}`;
export const target = { kind: 'plan', plan } as const;
const rulebook = loadPacks();

let database: TestDatabase | undefined;
let jobs: Jobs | undefined;

/** In `beforeAll`; `closeBoundaries` in `afterAll`. */
export async function openBoundaries(): Promise<void> {
  const made = await createTestDatabase();
  database = made;
  await made.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await loadTraining(tx, rulebook);
  });
  jobs = await startJobs(made.servingUrl, () => undefined);
  await workOnReadings(jobs, made.served, bounded);
}

export async function closeBoundaries(): Promise<void> {
  await jobs?.stop();
  await stopThread();
  await database?.drop();
}

export function opened(): TestDatabase {
  if (!database) throw new Error('openBoundaries comes first');
  return database;
}

/** By the role that answers requests. */
export const as = (card: string) => clientAs(card, { db: opened().served, rulebook, today: on });
export const clerk = () => as('county-land');

/** The reading, once it is in one of these stages. */
export function readingIn(id: string, stages: readonly string[]) {
  return until(
    () => clerk().boundaries.reading({ id }),
    ({ stage }) => stages.includes(stage),
  );
}
