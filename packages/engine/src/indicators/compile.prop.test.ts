import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, isMissing } from '../kernel/index.ts';
import { compile } from './compile.ts';
import type { Indicator } from './indicator.ts';
import { libraryOf } from './library.ts';
import { anIndicator, someIndicators } from './testing.ts';

describe('a ratio', () => {
  it('over several units is the formula over summed figures, not the mean of ratios', () => {
    const compiled = compile('tax_per_mu', libraryOf(someIndicators()));
    const figure = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 12 }), (units) => {
        const total = (index: 0 | 1) => units.reduce((sum, unit) => sum.plus(new Decimal(unit[index]).div(100)), new Decimal(0));
        const value = compiled.ok ? compiled.evaluate((code) => total(code === 'tax' ? 0 : 1)) : null;
        expect(value && !isMissing(value) ? value.toFixed() : null).toBe(total(0).div(total(1)).toFixed());
      }),
      { numRuns: 100 },
    );
  });
});

/** Which of the codes can reach themselves, by following every arrow. */
function circular(arrows: readonly (readonly number[])[]): ReadonlySet<number> {
  const reaches = arrows.map((to) => new Set(to));
  for (const middle of arrows.keys()) {
    for (const [, from] of reaches.entries()) {
      if (from.has(middle)) for (const end of reaches[middle] ?? []) from.add(end);
    }
  }
  return new Set([...arrows.keys()].filter((each) => [each, ...(reaches[each] ?? [])].some((other) => reaches[other]?.has(other))));
}

describe('circles in any library', () => {
  it('are always found, and nothing else is refused', () => {
    const size = 7;
    const arrows = fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size });
    fc.assert(
      fc.property(arrows, (to) => {
        const indicators = to.map((names, code): Indicator => {
          const formula = names.map((name) => `code_${name}`).join(' + ');
          return anIndicator(`code_${code}`, { formula: formula === '' ? null : formula });
        });
        const library = libraryOf(indicators);
        const expected = circular(to);
        for (const code of to.keys()) expect(compile(`code_${code}`, library).ok, JSON.stringify(to)).toBe(!expected.has(code));
      }),
      { numRuns: 300 },
    );
  });
});
