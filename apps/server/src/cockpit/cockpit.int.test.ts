import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPlans, loader } from '../plans/index.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs } from '../testing.ts';

const on = '2021-06-10';
const rulebook = loadPacks();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    const plan = { ...JSON.parse(dataText('plans/pujiang-2021.json')), training: true };
    await insertPlans(tx, rulebook, [{ id: 't-pujiang', dataset: 'training', plan, on: '2020-11-02', by: loader, kind: 'saved' }]);
  });
});

afterAll(async () => database?.drop());

const dayFor = (card: string) =>
  clientAs(card, { db: database.served, rulebook, today: on }).cockpit.day({ dataset: 'training', asOf: on });

describe('the overview', () => {
  it('answers each card its own question', async () => {
    const county = await dayFor('county');
    expect(county.waiting.map(({ id }) => id)).toEqual(['t-pujiang']);
    expect(county.late.map(({ lateDays }) => lateDays)).toEqual([161]);
    expect(county.dates.map(({ due }) => due)).toContain('2021-06-30');
    expect((await dayFor('province')).waiting).toEqual([]);
    expect((await dayFor('public')).waiting).toEqual([]);
    for (const card of ['public', 'zone', 'nobody']) expect((await dayFor(card)).late).toEqual([]);
  });

  it('holds the meter, the steps and a quota for each of the 101 places', async () => {
    const day = await dayFor('province');
    expect([day.meter.base.count, day.meter.cap.count]).toEqual([1010, 150]);
    expect(day.steps).toContainEqual({ state: 'draft', count: 1 });
    expect(day.quota).toHaveLength(101);
    expect(day.quota.find(({ code }) => code === '330726')).toMatchObject({ max: 1, extra: 1, clause: { pack: 'jinhua-2020' } });
  });
});
