import { describe, expect, it } from 'vitest';
import { landBalance, useOf } from './balance.ts';

const square = (lon: number, use?: string) => ({
  attributes: use === undefined ? {} : { use },
  shape: [
    [
      [
        [lon, 29.4],
        [lon + 0.01, 29.4],
        [lon + 0.01, 29.41],
        [lon, 29.41],
        [lon, 29.4],
      ],
    ],
  ] as [number, number][][][],
});

describe('the land balance', () => {
  it('knows uses by their words; what is not stated is no use', () => {
    expect(['工业用地', '城镇道路用地', '教育用地', '城镇住宅用地', undefined, ' '].map(useOf)).toEqual([
      'industrial',
      'infrastructure',
      'public',
      'other',
      'unstated',
      'unstated',
    ]);
  });
  it('shares add up to one', () => {
    const sums = landBalance([square(119.2, '工业用地'), square(119.3, '工业用地'), square(119.4)]);
    expect(sums.map(({ use, count }) => [use, count])).toEqual([
      ['industrial', 2],
      ['unstated', 1],
    ]);
    expect(sums.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1);
  });
  it('nothing measured has no sums', () => expect(landBalance([])).toEqual([]));
});
