import type { Crs } from '@zhenghe/engine/boundaries';
import { describe, expect, it } from 'vitest';
import { allCrs, crsKey, crsWords, sketchedIn } from './crs-choices.ts';
import { words } from './words-upload.ts';

const zone40: Crs = { kind: 'gauss-kruger', datum: 'cgcs2000', width: 3, meridian: 120, numbered: true, order: 'north-east' };

describe('coordinate systems', () => {
  it('zone 40 is named as surveyors name it', () => {
    expect(crsWords(zone40, words.zh.systems)).toBe('2000 国家大地坐标系，3 度带第 40 带（中央经线 120°），X 北在前，横坐标带带号');
  });
  it('every system has a key of its own', () => {
    expect(new Set(allCrs.map(crsKey)).size).toBe(allCrs.length);
    expect(allCrs.map(crsKey)).toContain(crsKey(zone40));
  });
  it('a sketch read with the wrong meridian lies elsewhere, and figures that are no place are left out', () => {
    const sketch = [
      {
        code: 'b',
        name: 'b',
        attributes: {},
        shape: [
          [
            [
              [119.2, 29.4],
              [119.3, 29.4],
              [119.3, 29.5],
              [119.2, 29.4],
            ],
          ],
        ] as [number, number][][][],
      },
    ];
    expect(sketchedIn(sketch, zone40, zone40)).toBe(sketch);
    const east = sketchedIn(sketch, zone40, { ...zone40, meridian: 123, numbered: false });
    expect(east[0]?.shape[0]?.[0]?.[0]?.[0] ?? 0).not.toBeCloseTo(119.2, 1);
    expect(sketchedIn(sketch, zone40, { kind: 'geographic', datum: 'cgcs2000', order: 'lon-lat' })).toEqual([]);
  });
});
