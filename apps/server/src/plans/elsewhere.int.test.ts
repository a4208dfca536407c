import type { Plan } from '@zhenghe/engine/plans';
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { zonesElsewhere } from './elsewhere.ts';
import { appendPlanActions, insertPlans, loader } from './index.ts';

const rulebook = loadPacks();
const annex: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));
const places = readJurisdictions().filter(({ level }) => level !== 'province');
const last = '2021-03-01';
let database: TestDatabase;

/** One zone for each place; 浦江 and 义乌 plan four, which is over the county's quota of two. */
function planOf(jurisdiction: string): Plan {
  const many = jurisdiction === '330726' || jurisdiction === '330782';
  const zones = annex.zones.flatMap((zone) => (many ? [1, 2, 3, 4].map((n) => ({ ...zone, code: `${zone.code}-${n}` })) : [zone]));
  return { ...annex, code: `t-${jurisdiction}`, jurisdiction, training: true, zones };
}

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    const common = { dataset: 'training', by: loader, kind: 'saved' } as const;
    const plans = places.map(({ code }, n) => ({
      ...common,
      id: `t-${code}`,
      plan: planOf(code),
      on: n === places.length - 1 ? last : '2020-11-02',
    }));
    await insertPlans(tx, rulebook, plans);
    await appendPlanActions(tx, [{ planId: 't-330782', dataset: 'training', kind: 'submitted', version: 1, on: '2020-12-20', by: loader }]);
  });
});

afterAll(async () => database?.drop());

const elsewhereOf = (jurisdiction: string, on: string) => zonesElsewhere(database.db, rulebook, { dataset: 'training', jurisdiction, on });

describe('zones planned by all other places', () => {
  it('count what was handed in as it is, and a draft at most at its quota', async () => {
    expect(places).toHaveLength(101);
    expect(await elsewhereOf('330100', last)).toBe(98 + 2 + 4);
    expect(await elsewhereOf('330726', last)).toBe(99 + 4);
    expect(await elsewhereOf('330782', last)).toBe(99 + 2);
  });

  it('are not known while one of them has no plan', async () => {
    expect(await elsewhereOf('330100', '2021-02-28')).toBeNull();
    expect(await elsewhereOf(places.at(-1)?.code ?? '', '2021-02-28')).toBe(98 + 2 + 4);
    expect(await zonesElsewhere(database.db, rulebook, { dataset: 'real', jurisdiction: '330726', on: last })).toBeNull();
  });
});
