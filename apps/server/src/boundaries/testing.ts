// What the tests of boundaries share: the training province in a database of its own, and a queue that reads what is uploaded.
import { loadPacks } from '@zhenghe/rulebook';
import { createLoadedDatabase } from '../load-testing.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientAs, until } from '../testing.ts';
import { trainingCounty, trainingDay } from '../training/index.ts';
import { bounded } from '../wiring.ts';
import { stopThread, workOnReadings } from './index.ts';

export const on = trainingDay;
export const plan = `training-${trainingCounty}`;
export const target = { kind: 'plan', plan } as const;
const rulebook = loadPacks();

let database: TestDatabase | undefined;
let jobs: Jobs | undefined;

/** In `beforeAll`; `closeBoundaries` in `afterAll`. Each hand looks into the queue twice a second and takes one file. */
export async function openBoundaries(hands = 1): Promise<void> {
  const made = await createLoadedDatabase();
  database = made;
  jobs = await startJobs(made.servingUrl, () => undefined);
  for (let hand = 0; hand < hands; hand += 1) await workOnReadings(jobs, made.served, bounded);
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
