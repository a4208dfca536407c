import { createHash } from 'node:crypto';
import { Plan } from '@zhenghe/contract/plans';
import { Decimal, sumOf } from '@zhenghe/engine/kernel';
import { actProblems, aliveOn, carrySums } from '@zhenghe/engine/zones';
import { classOf } from '@zhenghe/rulebook';
import { expect, test } from 'vitest';
import { dataText, readJurisdictions } from '../territory/index.ts';
import { spansOf } from '../zones/index.ts';
import { baseDay, firstApprovals, trainingDay } from './days.ts';
import { areaText } from './parks.ts';
import { trainingProvince } from './province.ts';
import { readAnnex, trainingPlans } from './province-plans.ts';
import { platesAtEnd } from './zones.ts';

const places = readJurisdictions();
const province = trainingProvince(places);
const { plans, actions } = trainingPlans(province.stories, readAnnex(dataText('plans/pujiang-2021.json')));

function countedOn(day: string) {
  const spans = province.zones.flatMap((zone) => spansOf(zone).map((span) => ({ ...span, place: zone.jurisdiction })));
  return spans.filter((span) => span.from <= day && (span.to === null || span.to > day) && span.label === null);
}

function tally<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

test('exactly 1010 parks stand at the end of 2019, in all 101 places', () => {
  expect(countedOn(baseDay)).toHaveLength(1010);
  expect(new Set(province.zones.map((zone) => zone.jurisdiction)).size).toBe(101);
  expect(new Set(province.zones.map((zone) => zone.id)).size).toBe(1010);
});

test('148 zones with 254 plates count at the end of 2021', () => {
  const end = countedOn('2021-12-31');
  expect([end.length, end.reduce((sum, span) => sum + span.plates, 0)]).toEqual([148, platesAtEnd]);
});

test('on the training day about 400 count, and the province is at work', () => {
  const now = countedOn(trainingDay).length;
  expect(now).toBeGreaterThan(380);
  expect(now).toBeLessThan(430);
  expect(Object.fromEntries(tally(province.stories.map(({ unit }) => unit.course)))).toEqual({
    'approved-first': 33,
    'approved-later': 36,
    accepted: 8,
    submitted: 10,
    draft: 14,
  });
  expect(actions.filter((action) => action.kind === 'approved' && action.on <= firstApprovals)).toHaveLength(33);
  expect(actions.filter((action) => action.on > trainingDay)).toEqual([]);
});

test('no place ends over its quota', () => {
  const most = { 'special-city': 3, city: 2, county: 2 };
  const perPlace = tally(countedOn('2021-12-31').map((span) => span.place));
  for (const [place, count] of perPlace) {
    const group = classOf(place);
    expect(count).toBeLessThanOrEqual(group === 'county' && place.startsWith('3307') ? 1 : group ? most[group] : 0);
  }
  expect(perPlace.size).toBe(101);
});

test('the same version gives the same bytes', () => {
  const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
  const again = trainingProvince(places);
  expect(hash([again.zones, again.acts])).toBe(hash([province.zones, province.acts]));
});

test('every name, paper and plan is marked as training', () => {
  expect(
    province.zones.filter((zone) => zone.dataset !== 'training' || !zone.names.every((name) => name.value.startsWith('训练·'))),
  ).toEqual([]);
  expect(province.acts.filter((act) => act.dataset !== 'training' || !/^训练〔\d{4}〕\d+号（虚构）$/.test(act.paper))).toEqual([]);
  expect(plans.filter(({ plan, dataset }) => !plan.training || dataset !== 'training' || !plan.title.startsWith('训练·'))).toEqual([]);
});

test('acts are complete, agree with the register, and conserve the area', () => {
  expect(province.acts.flatMap(actProblems)).toEqual([]);
  const lives = province.zones.map((zone) => ({ id: zone.id, from: zone.from }));
  const recorded = province.zones.filter((zone) => zone.to === null || zone.to > trainingDay).map((zone) => zone.id);
  expect(aliveOn(lives, province.acts, trainingDay)).toEqual(recorded);
  const base = new Map(province.stories.flatMap(({ parks }) => parks.map((park) => [park.id, areaText(park.hundredths)] as const)));
  const carried = carrySums(province.acts, base, '2021-12-31');
  expect(sumOf([...carried.sums.values(), ...carried.ended.values()])).toEqual(new Decimal(sumOf(base.values())));
});

test('a merged zone records the sum that the acts carry to it', () => {
  const base = new Map(province.stories.flatMap(({ parks }) => parks.map((park) => [park.id, areaText(park.hundredths)] as const)));
  const { sums } = carrySums(province.acts, base, '2021-12-31');
  for (const zone of province.zones) {
    const integrated = zone.areas.find((area) => area.calibre === 'integrated');
    if (integrated) expect(new Decimal(sums.get(zone.id) ?? 0).equals(String(integrated.areaKm2))).toBe(true);
  }
});

test('浦江 holds the eight rows of its annex, and its clerk a marked copy of the real plan', () => {
  const own = province.zones.filter((zone) => zone.jurisdiction === '330726');
  expect(sumOf(own.map((zone) => String(zone.areas[0]?.areaKm2))).toFixed(2)).toBe('33.86');
  const plan = plans.find((item) => item.id === 'training-330726')?.plan;
  expect(plan?.training).toBe(true);
  expect(plan?.blocks).toHaveLength(8);
});

test('every plan is a plan file, and together they stay within 150', () => {
  for (const { plan } of plans) expect(Plan.safeParse(plan).error).toBeUndefined();
  expect(plans.reduce((sum, { plan }) => sum + plan.zones.length, 0)).toBe(150);
});
