import { describe, expect, it } from 'vitest';
import { flow } from './limits.ts';
import { readReceipt, receiptOf, sha256, shownReceipt } from './receipt.ts';

describe('a receipt', () => {
  it('follows from the round and the form, and is read back however it is typed', () => {
    const receipt = receiptOf('round', 'key');
    expect(receiptOf('round', 'key')).toBe(receipt);
    expect(new Set(['a', 'b', 'c'].map((key) => receiptOf('round', key))).size).toBe(3);
    expect(receiptOf('other', 'key')).not.toBe(receipt);
    expect(receipt).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
    for (const typed of [shownReceipt(receipt), receipt.toLowerCase(), ` ${receipt.replace(/(.{4})/g, '$1 ')}`])
      expect(readReceipt(typed)).toBe(receipt);
    expect([readReceipt(''), readReceipt(receipt.slice(1)), readReceipt(`${receipt}0`), readReceipt('0'.repeat(16))]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(sha256('abc')).toMatch(/^ba7816bf/);
  });
});

describe('the flow from one address', () => {
  const minute = 60_000;

  it('is free at first, then waits 1, 2, 4 … minutes, thirty at most, and is forgotten after an hour', () => {
    const limit = flow(2);
    const waits: number[] = [];
    let now = 0;
    for (let n = 0; n < 8; n += 1) {
      const wait = limit.wait('a', now);
      waits.push(wait);
      now += wait * minute;
      limit.took('a', now);
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 30]);
    expect(limit.wait('b', now)).toBe(0);
    expect(limit.wait('a', now + 61 * minute)).toBe(0);
  });
});
