import { expect, it } from 'vitest';
import { byUrgency, filterPlans, splitOwn } from './list-rows.ts';
import type { PlanRow } from './shapes.ts';

const aRow = (id: string, change: Partial<PlanRow> = {}): PlanRow => ({
  id,
  code: id,
  title: id,
  jurisdiction: '330726',
  jurisdictionName: '浦江县',
  city: '金华市',
  state: 'draft',
  version: 1,
  holder: { zh: '浦江县', en: 'Pujiang' },
  since: '2021-06-01',
  due: null,
  lateDays: null,
  zones: 1,
  parks: 8,
  areaBefore: '33.86',
  areaAfter: '42.20',
  blocking: 0,
  unknown: 0,
  ...change,
});

it('takes a city’s counties in, and nothing beside them', () => {
  const rows = [aRow('a'), aRow('b', { jurisdiction: '330106', city: '杭州市' })];
  const ids = (place: string) => filterPlans(rows, { place, city: undefined, state: undefined }).map((row) => row.id);
  expect([ids('330000'), ids('330700'), ids('330726'), ids('330727')]).toEqual([['a', 'b'], ['a'], ['a'], []]);
});

it('puts the latest first, then what blocks', () => {
  const rows = [aRow('a'), aRow('b', { blocking: 2 }), aRow('c', { lateDays: 10 })];
  expect([...rows].sort(byUrgency).map((row) => row.id)).toEqual(['c', 'b', 'a']);
});

it('calls nothing one’s own for the whole province', () => {
  expect(splitOwn([aRow('a')], '330000').own).toEqual([]);
  expect(splitOwn([aRow('a')], '330700').own.length).toBe(1);
  expect(splitOwn([aRow('a')], null).own).toEqual([]);
});
