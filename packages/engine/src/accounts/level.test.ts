import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCleared, isMasked, levels, masked, masks } from './level.ts';

describe('a masked value', () => {
  it.each([
    ['王小明', 'name', '王**'],
    ['甲', 'name', '***'],
    ['anquan', 'login', 'an****'],
    ['abc', 'login', '***'],
    ['13800000000', 'reach', '138****0000'],
    ['138 0000 0000', 'reach', '138****0000'],
    ['0579-8410000', 'reach', '057****0000'],
    ['8410000', 'reach', '***'],
    ['someone@example.com', 'reach', 's***@example.com'],
    ['浦江县某路 1 号', 'reach', '***'],
    ['10.0.1.7', 'network', '10.0.*.*'],
    ['::1', 'network', '***'],
    ['Firefox', 'text', '***'],
  ] as const)('%s as %s is %s', (text, mask, expected) => {
    expect(masked(text, mask)).toBe(expected);
  });

  it('is told from a whole one, is not masked twice, and keeps nothing empty from being empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...masks), (text, mask) => {
        const once = masked(text, mask);
        expect(once === '' || isMasked(once)).toBe(true);
        expect(masked(once, mask)).toBe(once);
      }),
    );
  });
});

it('clears a reader for the level and all below it', () => {
  for (const [mine, level] of levels.entries()) expect(levels.filter((one) => isCleared(level, one))).toEqual(levels.slice(0, mine + 1));
});
