import { expect, it } from 'vitest';
import { light } from '../../ui/theme.ts';
import { drawnBounds, frontierOption, leastCosts, nearCap, pieceBounds, pointId, pointOf } from './chart.ts';

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

it('of the bounds some are drawn, from many pieces to none, each once', () => {
  expect(drawnBounds([0, 1, 2, 5, 10])).toEqual([10, 5, 2, 0]);
  expect([drawnBounds([0, 1]), drawnBounds([0]), drawnBounds([])]).toEqual([[1, 0], [0], []]);
});

it('the address names a point, and nothing else is taken for one', () => {
  expect(pointOf(pointId(point(12, 3, 1)))).toEqual({ zones: 12, detachedPieces: 3 });
  expect([pointOf('12'), pointOf('a-b'), pointOf(undefined), pointOf('-1-2')]).toEqual([null, null, null, null]);
});

it('the curve is shown near the cap, and whole where nothing lies near it', () => {
  const line = [point(1, 0, 9), point(100, 0, 5), point(130, 0, 4)];
  expect(nearCap(line, 120).map(({ zones }) => zones)).toEqual([100, 130]);
  expect(nearCap(line, 900)).toEqual(line);
  expect(nearCap(line, 120, 10).map(({ zones }) => zones)).toEqual([130]);
});

it('the cap is marked and stays in view where every plan has fewer zones; the pieces are those of the curve in question', () => {
  const main = { atMost: null, name: 'any', points: leastCosts(points, null) };
  const whole = { atMost: 0, name: 'none', points: leastCosts(points, 0) };
  const words = { zones: 'Zones', cost: 'Cost', pieces: 'Pieces', cap: 'Cap 9' };
  const option = frontierOption({ lines: [main, whole], cap: 9, chosen: '2-3' }, light, words);
  expect(option.xAxis).toMatchObject({ min: 1, max: 9 });
  expect(option.series).toMatchObject([
    { name: 'any', markLine: { data: [{ xAxis: 9 }] } },
    { name: 'none', data: [{ id: '1-0' }, { id: '2-0' }] },
    {
      ...{ name: 'Pieces', yAxisIndex: 1 },
      data: [
        [1, 0],
        [2, 3],
        [3, 1],
      ],
    },
  ]);
});
