import { expect, it } from 'vitest';
import { light } from '../../ui/theme.ts';
import { frontierOption, leastCosts, pieceBounds, pointId, pointOf } from './chart.ts';

const point = (zones: number, detachedPieces: number, cost: number) => ({ zones, detachedPieces, cost, lowerBound: cost });
const points = [point(2, 0, 50), point(2, 3, 40), point(1, 0, 60), point(3, 1, 45), point(3, 2, 45)];

it('for each number of zones the cheapest plan stands on the line, and of two as cheap the one with fewer pieces', () => {
  expect(leastCosts(points, null).map(pointId)).toEqual(['1-0', '2-3', '3-1']);
});

it('a bound on pieces takes only plans that keep it', () => {
  expect(leastCosts(points, 0).map(pointId)).toEqual(['1-0', '2-0']);
});

it('bounds are offered below what the plans have, and none where all plans are whole', () => {
  expect(pieceBounds(points)).toEqual([0, 1, 2]);
  expect(pieceBounds([point(1, 0, 3)])).toEqual([]);
});

it('the address names a point, and nothing else is taken for one', () => {
  expect(pointOf(pointId(point(12, 3, 1)))).toEqual({ zones: 12, detachedPieces: 3 });
  expect([pointOf('12'), pointOf('a-b'), pointOf(undefined), pointOf('-1-2')]).toEqual([null, null, null, null]);
});

it('the cap is marked and stays in view where every plan has fewer zones', () => {
  const option = frontierOption({ points, line: leastCosts(points, null), cap: 9, chosen: '2-3' }, light, {
    ...{ zones: 'Zones', cost: 'Cost', pieces: 'Pieces', cap: 'Cap 9' },
  });
  expect(option.xAxis).toMatchObject({ min: 1, max: 9 });
  expect(JSON.stringify(option.series)).toContain('"markLine"');
});
