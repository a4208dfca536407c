import { describe, expect, it } from 'vitest';
import { groupsWithin, nextCell, scrollFor, spanOf } from './pivot-window.ts';

const size = { rows: 10, columns: 4 };

describe('a large table, seen in part', () => {
  it('draws all of a few and the part in view of many', () => {
    expect(spanOf(60, { from: 0, length: 320, each: 32, few: 60 })).toEqual({ first: 0, end: 60 });
    expect(spanOf(720, { from: 12_800, length: 1280, each: 128, few: 24 })).toEqual({ first: 94, end: 116 });
    expect(spanOf(100, { from: 99_999, length: 320, each: 32, few: 60 }).first).toBeLessThan(100);
  });
  it('moves by keys and stops at the edges', () => {
    expect(nextCell('ArrowRight', { row: 0, column: 3 }, size)).toEqual({ row: 0, column: 3 });
    expect(nextCell('ArrowUp', { row: 0, column: 2 }, size)).toEqual({ row: -1, column: 2 });
    expect(nextCell('ArrowLeft', { row: -1, column: 0 }, size)).toEqual({ row: -1, column: -1 });
    expect(nextCell('ArrowDown', { row: -1, column: -1 }, size)).toEqual({ row: 0, column: 0 });
    expect(nextCell('End', { row: 2, column: 1 }, size, true)).toEqual({ row: 9, column: 3 });
    expect(nextCell('a', { row: 2, column: 1 }, size)).toBeNull();
    expect(nextCell('ArrowDown', { row: 0, column: 0 }, { rows: 0, columns: 0 })).toBeNull();
  });
  it('puts one head over what is drawn of each group', () => {
    expect(groupsWithin(['a', 'a', 'a', 'b', 'b'], { first: 1, end: 5 })).toEqual([
      { group: 'a', from: 1, count: 2 },
      { group: 'b', from: 3, count: 2 },
    ]);
  });
  it('scrolls only as far as needed', () => {
    expect(scrollFor(3, 32, { from: 0, length: 320, covered: 64 })).toBeNull();
    expect(scrollFor(9, 32, { from: 0, length: 320, covered: 64 })).toBe(64);
    expect(scrollFor(0, 32, { from: 64, length: 320, covered: 64 })).toBe(0);
  });
});
