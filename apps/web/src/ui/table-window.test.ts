import { describe, expect, it } from 'vitest';
import { nextRow, rowHeight, windowOf } from './table-window.ts';

describe('a long table', () => {
  it('draws every row of a short table', () => {
    expect(windowOf(200, 0, 600)).toEqual({ first: 0, end: 200, before: 0, after: 0 });
  });
  it('draws only what is near the view, and keeps the height of the rest', () => {
    const view = windowOf(10_000, 5000 * rowHeight, 640);
    expect(view.end - view.first).toBeLessThan(60);
    expect(view.first).toBeLessThanOrEqual(5000);
    expect(view.end).toBeGreaterThan(5020);
    expect(view.before + view.after + (view.end - view.first) * rowHeight).toBe(10_000 * rowHeight);
  });
  it('does not run past its ends', () => {
    const end = windowOf(1000, 1_000_000, 640);
    expect(end.end).toBe(1000);
    expect(end.after).toBe(0);
  });
  it('moves the keyboard within the rows', () => {
    expect(nextRow('ArrowDown', 4, 5)).toBe(4);
    expect(nextRow('ArrowUp', 0, 5)).toBe(0);
    expect(nextRow('End', 0, 5)).toBe(4);
    expect(nextRow('x', 0, 5)).toBeNull();
    expect(nextRow('ArrowDown', 0, 0)).toBeNull();
  });
});
