import { describe, expect, it } from 'vitest';
import { light } from '../ui/theme.ts';
import { byCityOption } from './by-city.ts';
import { zonePoints } from './points.ts';

describe('zones on a map', () => {
  it('have a shape for their grade and a ring when they do not count', () => {
    const zone = { id: 'z', name: '浦江', point: [119.9, 29.5] as const };
    const marks = zonePoints(
      [
        { ...zone, grade: 'national', counted: true },
        { ...zone, grade: 'local', counted: true },
        { ...zone, grade: 'national', counted: false },
      ],
      light,
    );
    expect(marks.map((mark) => mark.shape)).toEqual(['square', 'circle', 'ring']);
  });
});

describe('base and now by city', () => {
  it('keeps the order of the cities and shows every figure', () => {
    const rows = [
      { code: '330100', name: '杭州市', base: 180, now: 60 },
      { code: '330200', name: '宁波市', base: 120, now: 0 },
    ];
    const option = byCityOption(rows, light, { base: '基数', now: '现有' });
    expect(option.yAxis).toMatchObject({ inverse: true, data: ['杭州市', '宁波市'] });
    expect(option.series).toMatchObject([{ data: [180, 120] }, { data: [60, 0] }]);
  });
});
