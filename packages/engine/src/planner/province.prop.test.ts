import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Offer } from './explain/offer.ts';
import { best, capPriceOf, curveOf, leastBound, provinceOf, restOf, withOffer } from './province.ts';

const never = Number.POSITIVE_INFINITY;

const offer: fc.Arbitrary<Offer> = fc
  .uniqueArray(
    fc.record({ zones: fc.integer({ min: 0, max: 3 }), cost: fc.integer({ min: 0, max: 50 }), gap: fc.integer({ min: 0, max: 3 }) }),
    {
      selector: (way) => way.zones,
      maxLength: 4,
    },
  )
  .map((ways) => ({
    code: 'c',
    ways: ways.sort((a, b) => a.zones - b.zones).map(({ zones, cost, gap }) => ({ zones, cost, bound: cost - gap, taken: [] })),
  }));
const offers = fc.array(offer, { maxLength: 5 });

/** Every choice of one way for each offer. */
function everyChoice(all: readonly Offer[]): readonly { readonly zones: number; readonly cost: number; readonly bound: number }[] {
  return all.reduce(
    (sums, { ways }) =>
      sums.flatMap((sum) => ways.map((way) => ({ zones: sum.zones + way.zones, cost: sum.cost + way.cost, bound: sum.bound + way.bound }))),
    [{ zones: 0, cost: 0, bound: 0 }],
  );
}

describe('a province of offers', () => {
  it('has the best of all choices for every cap, its bound and its price', () => {
    fc.assert(
      fc.property(offers, fc.integer({ min: 0, max: 12 }), (all, cap) => {
        const choices = everyChoice(all);
        const least = (most: number) => Math.min(never, ...choices.filter((one) => one.zones <= most).map((one) => one.cost));
        const province = provinceOf(all);
        const found = best(province, cap);
        expect(found?.cost ?? never).toBe(least(cap));
        expect(leastBound(province, cap)).toBe(Math.min(never, ...choices.filter((one) => one.zones <= cap).map((one) => one.bound)));
        expect(capPriceOf(province, cap)).toBe(least(cap) === never ? null : least(cap) - least(cap + 1));
        if (found === null) return;
        expect(found.ways.reduce((sum, way) => sum + way.cost, 0)).toBe(found.cost);
        expect(found.ways.reduce((sum, way) => sum + way.zones, 0)).toBe(found.zones);
        expect(found.lowerBound).toBeLessThanOrEqual(found.cost);
      }),
    );
  });

  it('is after one change what it would be from the start', () => {
    fc.assert(
      fc.property(offers, offer, fc.nat(), (all, changed, choice) => {
        if (all.length === 0) return;
        const place = choice % all.length;
        const province = withOffer(provinceOf(all), place, changed);
        expect(province).toEqual(provinceOf(all.with(place, changed)));
        expect(withOffer(province, 0, all[0] ?? changed)).toEqual(provinceOf(all.with(place, changed).with(0, all[0] ?? changed)));
      }),
    );
  });

  it('is its rest and the one left out, for every number of zones', () => {
    fc.assert(
      fc.property(offers, fc.nat(), (all, choice) => {
        if (all.length === 0) return;
        const province = provinceOf(all);
        const place = choice % all.length;
        const rest = restOf(province, place, 12);
        for (const { zones, cost } of curveOf(province)) {
          const sums = (all[place]?.ways ?? []).map((way) => way.cost + (rest[zones - way.zones] ?? never));
          expect(Math.min(never, ...sums)).toBe(cost ?? never);
        }
      }),
    );
  });
});
