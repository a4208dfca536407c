// Since when a body is what it is: an act that brought others into it counts from its day on; a change of its own name does not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { type ActRecord, extentSince, insertActs } from '../zones/index.ts';
import { aZone, dataset, smallRegister, zone } from './testing.ts';

let database: TestDatabase;

function anAct(id: string, over: Pick<ActRecord, 'kind' | 'on' | 'from' | 'to'>): ActRecord {
  return { ...{ id, dataset, paper: '训练', precision: 'day', shares: [] }, ...over };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await smallRegister(database.db, [aZone('xl-330726-09', '330726', '2021-01-01')]);
  const merged = anAct('a-1', { kind: 'merge', on: '2021-01-01', from: [zone, 'xl-330726-09'], to: [zone] });
  const renamed = anAct('a-2', { kind: 'rename', on: '2021-03-01', from: [zone], to: [zone] });
  await database.db.transaction().execute((tx) => insertActs(tx, [merged, renamed], 'test'));
});
afterAll(async () => database?.drop());

it('is the day of the last act that brought others in', async () => {
  const since = (id: string, by: string) => extentSince(database.db, { dataset, zone: id, by });
  expect(await since(zone, '2021-05-31')).toBe('2021-01-01');
  expect(await since(zone, '2020-12-31')).toBeNull();
  expect(await since('xl-330782-01', '2021-05-31')).toBeNull();
  expect(await since('330000', '2021-05-31')).toBeNull();
});
