import { isMissing } from '@zhenghe/engine/kernel';
import { instanceProblems } from '@zhenghe/engine/planner';
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoadedDatabase } from '../load-testing.ts';
import { scoped, wholeProvince } from '../platform/database.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { figuresOn } from '../zones/index.ts';
import { defaultsOf } from './defaults.ts';
import { groundOf, instanceOf } from './register.ts';

const rulebook = loadPacks();
const asked = { dataset: 'training', scope: '330000', day: '2019-12-31', rulesOn: '2021-06-10' } as const;
let database: TestDatabase;

beforeAll(async () => {
  database = await createLoadedDatabase();
}, 120_000);
afterAll(() => database?.drop());

const province = () => scoped(database.served, wholeProvince);

async function made(more: Partial<Parameters<typeof instanceOf>[2]> = {}) {
  const where = { ...asked, ...more };
  return instanceOf(province(), rulebook, { settings: await defaults(where), ...where });
}

async function defaults(where: Parameters<typeof groundOf>[2] = asked) {
  const { quotas } = await groundOf(province(), rulebook, where);
  return defaultsOf(rulebook, { scope: where.scope, on: where.rulesOn, quotas }).settings;
}

describe('the instance of the training province', () => {
  it('has the 1010 parks in 101 places, and nothing wrong with it', async () => {
    const { instance } = await made();
    expect([instance.parks.length, instance.jurisdictions.length]).toEqual([1010, 101]);
    expect(instanceProblems(instance)).toEqual([]);
    expect(instance.caps).toMatchObject({ zones: 150, staffShare: null });
  });

  it('takes the quotas from the rules: Jinhua one for a county, 杭州 three, others two, and no floor', async () => {
    const { instance } = await made();
    const of = (code: string) => instance.jurisdictions.find((one) => one.code === code);
    expect([of('330726'), of('330100'), of('330700'), of('330182')].map((one) => [one?.zonesMin, one?.zonesMax])).toEqual([
      [0, 1],
      [0, 3],
      [0, 2],
      [0, 2],
    ]);
  });

  it('lists every missing figure, and says what stands in for it', async () => {
    const { missing, instance } = await made();
    const figures = await figuresOn(province(), { dataset: 'training', day: asked.day, within: '33' });
    const lacking = [...figures.values()].flatMap(({ staff, outputs, protectedKm2 }) => [staff, outputs, protectedKm2].filter(isMissing));
    expect(missing).toHaveLength(lacking.length);
    expect(missing.length).toBeGreaterThan(50);
    const [first] = missing.filter(({ figure }) => figure === 'staff');
    expect(first).toMatchObject({ done: 'county-median' });
    expect(instance.parks.find(({ code }) => code === first?.park)?.staff).toBe(first?.assumed);
  });

  it('bars no park from zones for protected land that is only assumed', async () => {
    const settings = { ...(await defaults()), protectedShare: '0' };
    const { missing, instance } = await made({ settings });
    const assumed = new Set(missing.flatMap(({ figure, park }) => (figure === 'protected' ? [park] : [])));
    const barred = instance.parks.filter(({ forbidden }) => forbidden);
    expect([assumed.size > 0, barred.length > 0]).toEqual([true, true]);
    expect(barred.filter(({ code }) => assumed.has(code))).toEqual([]);
  });

  it('is the same twice, and another one when a setting differs', async () => {
    const [one, other, moved] = [await made(), await made(), await made({ day: '2020-01-15' })];
    expect(one.hash).toBe(other.hash);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(moved.places).not.toEqual({});
  });

  it('lets parks adjoin inside their own place only', async () => {
    const { instance } = await made();
    const placeOf = new Map(instance.parks.map(({ code, jurisdiction }) => [code, jurisdiction]));
    expect(instance.adjacency.length).toBeGreaterThan(500);
    expect(instance.adjacency.filter(([a, b]) => placeOf.get(a) !== placeOf.get(b))).toEqual([]);
  });

  it('reads one county for its scope, with the cap of its own quota and without the province’s staff rule', async () => {
    const { instance } = await made({ scope: '330726' });
    expect(instance.parks).toHaveLength(8);
    expect(instance.caps).toMatchObject({ zones: 1, staffShare: null });
  });
});

it('has no figure of a real park: all are listed as left out, points too', async () => {
  const { instance, missing, leftOut } = await made({ dataset: 'real', day: '2021-12-31', rulesOn: '2026-11-23' });
  expect(instance.parks.length).toBeGreaterThan(50);
  expect(missing).toHaveLength(instance.parks.length * 4);
  expect(new Set(missing.map(({ done }) => done))).toEqual(new Set(['left-out']));
  expect(leftOut.some(({ zh }) => zh.includes('点位'))).toBe(true);
});

it('keeps the figures of a place to those who answer for it', async () => {
  const own = scoped(database.served, { reach: '330726', unit: '330726' });
  const others = await figuresOn(own, { dataset: 'training', day: asked.day, within: '3307' });
  expect([...others.keys()].filter((id) => !id.startsWith('xl-330726'))).toEqual([]);
  expect(others.size).toBe(8);
});
