import { describe, expect, it } from 'vitest';
import { dotsOf, heightOf, stepPath, ticksOf } from './step-line.ts';

const box = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 5 };

describe('a step line', () => {
  it('stands zero on the foot and the most at the top', () => {
    expect(heightOf(0, 1000, box)).toBe(55);
    expect(heightOf(1000, 1000, box)).toBe(5);
  });
  it('spreads values evenly from left to right', () => {
    expect(dotsOf([1000, 500, 0], 1000, box)).toEqual([
      { x: 10, y: 5 },
      { x: 60, y: 30 },
      { x: 110, y: 55 },
    ]);
  });
  it('keeps a value until the next one takes its place', () => {
    expect(stepPath(dotsOf([1000, 0], 1000, box))).toBe('M10 5H110V55');
  });
  it('draws one value without dividing by nothing', () => {
    expect(dotsOf([5], 10, box)).toEqual([{ x: 10, y: 30 }]);
  });
  it('marks the axis in round figures up to the most', () => {
    expect(ticksOf(1010)).toEqual([0, 500, 1000, 1500]);
    expect(ticksOf(150)).toEqual([0, 50, 100, 150]);
    expect(ticksOf(3)).toEqual([0, 1, 2, 3]);
  });
});
