import { describe, expect, it } from 'vitest';
import { piecesOf } from './rule-marks.ts';

describe('a rule with what is wrong in it', () => {
  it('is cut at the wrong characters and loses none', () => {
    const pieces = piecesOf('税收 >> 30', [{ from: 3, to: 5 }]);
    expect(pieces).toEqual([
      { text: '税收 ', wrong: false },
      { text: '>>', wrong: true },
      { text: ' 30', wrong: false },
    ]);
  });
  it('marks the last character where something is missing at the end', () => {
    expect(piecesOf('a >=', [{ from: 4, to: 4 }]).at(-1)).toEqual({ text: '=', wrong: true });
  });
  it('stays whole without a place, and when empty', () => {
    expect(piecesOf('a > 1', [{ from: null, to: null }])).toEqual([{ text: 'a > 1', wrong: false }]);
    expect(piecesOf('', [{ from: 0, to: 3 }])).toEqual([]);
  });
});
