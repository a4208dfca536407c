import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoadedDatabase } from '../load-testing.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientAs } from '../testing.ts';
import { trainingDay } from './days.ts';
import { removeTraining } from './load.ts';

const rulebook = loadPacks();
let database: TestDatabase;

beforeAll(async () => {
  database = await createLoadedDatabase();
});

afterAll(async () => database?.drop());

const ask = (card: string) => clientAs(card, { db: database.served, rulebook, today: trainingDay }).statistics;
const asked = { dataset: 'training', on: trainingDay } as const;

/** Rows of every table of statistics that hold training, by table; forms as asked belong to no data set. */
async function rowsHeld(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ table: string; count: number }>`
    select 'figures' as table, count(*)::int as count from statistics_figures where dataset = 'training'
    union all select 'publications', count(*)::int from statistics_publications where dataset = 'training'
    union all select 'roster', count(*)::int from statistics_roster where dataset = 'training'
    union all select 'filings', count(*)::int from statistics_filings where dataset = 'training'
    union all select 'cells', count(*)::int from statistics_cells
    union all select 'versions', count(*)::int from statistics_versions`.execute(database.db);
  return Object.fromEntries(rows.map(({ table, count }) => [table, count]));
}

describe('the training statistics in the database', () => {
  it('hold 208 units on the roster and no more than 200,000 figures', async () => {
    const held = await rowsHeld();
    expect(held.roster).toBe(208);
    expect(held.figures).toBeGreaterThan(150_000);
    expect(held.figures).toBeLessThan(200_000);
  });

  it('show the month in every state, the clerk’s own sheet still empty', async () => {
    const board = await ask('province').board({ ...asked, form: 'zone-monthly', period: '2021-05', size: 200 });
    const states = new Set(board.rows.map(({ state }) => state));
    expect([...states].sort()).toEqual(['approved', 'draft', 'returned', 'review']);
    const own = board.rows.find(({ unit }) => unit === 'xl-330726-01');
    expect(own).toMatchObject({ state: 'draft', filled: 0 });
  });

  it('are gone after a removal, all of them', async () => {
    await database.db.transaction().execute((tx) => removeTraining(tx));
    expect(Object.values(await rowsHeld())).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
