// A place begins its own plan: with its parks, once, and nobody else's.
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, clientOf, refusalOf } from '../testing.ts';
import { loadRealZones } from '../zones/index.ts';

const rulebook = loadPacks();
const on = '2026-11-23';
const dataset = 'real';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await loadRealZones(tx);
  });
}, 120_000);
afterAll(() => database?.drop());

const unit = { zh: '某县专班', en: 'a task force' };
function officeAt(jurisdiction: string) {
  const card = { id: `county-${jurisdiction}`, role: 'county', name: unit, unit, question: unit, jurisdiction } as const;
  return clientOf({ profile: 'production', card }, { db: database.served, rulebook, today: on });
}

it('drafts its parks as the register has them, everything else open, and goes on from there', async () => {
  const office = officeAt('330782');
  const begun = await office.plans.create({ jurisdiction: '330782', dataset, on });
  const { rows } = await office.zones.list({ dataset, asOf: on, jurisdiction: '330782' });
  expect(begun).toMatchObject({ state: 'draft', version: 1, mayEdit: true, plan: { jurisdiction: '330782', training: false, zones: [] } });
  expect(begun.plan.parks.map(({ code }) => code).sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(begun.plan.parks.length).toBeGreaterThan(0);
  expect(begun.plan.organisation.staffBefore).toEqual({ missing: 'not-given' });
  const plan = { ...begun.plan, title: '义乌市开发区整合提升方案（初稿）' };
  expect((await office.plans.save({ id: begun.id, basedOn: 1, plan, on })).version).toBe(2);
});

it('is refused a second time, for another place, for the province, and to demo cards for real records', async () => {
  const office = officeAt('330783');
  await office.plans.create({ jurisdiction: '330783', dataset, on });
  const again = (jurisdiction: string) => refusalOf(office.plans.create({ jurisdiction, dataset, on }));
  expect((await again('330783')).code).toBe('CONFLICT');
  expect((await again('330784')).code).toBe('NOT_ALLOWED');
  expect((await again('330000')).code).toBe('NOT_ALLOWED');
  const demo = clientAs('county', { db: database.served, rulebook, today: on });
  expect((await refusalOf(demo.plans.create({ jurisdiction: '330726', dataset, on }))).code).toBe('NOT_ALLOWED');
});
