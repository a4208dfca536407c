// The whole province from the curves of its groups: for every number of zones the least cost, by dynamic programming over the groups
// from both ends, so that one changed county is put in without starting over.
import type { CurvePoint } from './answer.ts';
import type { Offer, Way } from './explain/offer.ts';

export interface Province {
  readonly offers: readonly Offer[];
  /** before[i][k]: least cost of the first i offers with exactly k zones; +∞ where there is no way. */
  readonly before: readonly Float64Array[];
  /** after[i][k]: the same of the offers from i on. */
  readonly after: readonly Float64Array[];
  /** As `before`, of the bounds. Where all are proven it is `before` itself. */
  readonly boundBefore: readonly Float64Array[];
}

/** One way for each offer, in their order. */
export interface ProvinceWay {
  readonly zones: number;
  readonly cost: number;
  /** No way within the cap costs less. */
  readonly lowerBound: number;
  readonly ways: readonly Way[];
}

type Figure = (way: Way) => number;
const costs: Figure = (way) => way.cost;
const bounds: Figure = (way) => way.bound;

export function provinceOf(offers: readonly Offer[]): Province {
  const before = forward(offers, costs, { kept: [Float64Array.of(0)] });
  return {
    offers,
    before,
    after: forward([...offers].reverse(), costs, { kept: [Float64Array.of(0)] }).reverse(),
    boundBefore: isProven(offers) ? before : forward(offers, bounds, { kept: [Float64Array.of(0)] }),
  };
}

/** The province with another offer at one place: only what stands behind it, and before it from the other end, is summed again. */
export function withOffer(province: Province, place: number, offer: Offer): Province {
  const offers = province.offers.with(place, offer);
  const before = forward(offers, costs, { kept: province.before.slice(0, place + 1) });
  const after = forward([...offers].reverse(), costs, { kept: province.after.slice(place + 1).reverse() });
  const kept = { kept: province.boundBefore.slice(0, place + 1) };
  return { offers, before, after: after.reverse(), boundBefore: isProven(offers) ? before : forward(offers, bounds, kept) };
}

/** Least cost of all offers but one with exactly k zones, for each k up to `most`; +∞ where there is no way. */
export function restOf({ before, after }: Province, place: number, most: number): Float64Array {
  const [left, right] = [before[place] ?? Float64Array.of(0), after[place + 1] ?? Float64Array.of(0)];
  const rest = new Float64Array(most + 1).fill(Number.POSITIVE_INFINITY);
  for (let one = 0; one < left.length && one <= most; one += 1) {
    for (let other = 0; other < right.length && one + other <= most; other += 1) {
      const sum = (left[one] ?? 0) + (right[other] ?? 0);
      if (sum < (rest[one + other] ?? 0)) rest[one + other] = sum;
    }
  }
  return rest;
}

/** Least cost and bound for each number of zones from the fewest to the most there can be. */
export function curveOf({ before, boundBefore }: Province): readonly CurvePoint[] {
  const [last, bound] = [before.at(-1) ?? [], boundBefore.at(-1) ?? []];
  const points = Array.from(
    last,
    (cost, zones): CurvePoint => ({ zones, cost: finite(cost), lowerBound: finite(bound[zones] ?? Number.POSITIVE_INFINITY) }),
  );
  const first = points.findIndex((point) => point.lowerBound !== null);
  return first < 0 ? [] : points.slice(first);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The way of least cost with at most `cap` zones; of equal ones that with fewer. null: none is known. */
export function best(province: Province, cap: number): ProvinceWay | null {
  const last = province.before.at(-1) ?? Float64Array.of(0);
  let zones = -1;
  for (let at = 0; at < last.length && at <= cap; at += 1) {
    if (Number.isFinite(last[at]) && (zones < 0 || (last[at] ?? 0) < (last[zones] ?? 0))) zones = at;
  }
  return zones < 0 ? null : exactly(province, zones, leastBound(province, cap));
}

/** No way with at most `cap` zones costs less; +∞: there is none. */
export function leastBound({ boundBefore }: Province, cap: number): number {
  const within = (boundBefore.at(-1) ?? Float64Array.of(0)).subarray(0, cap + 1);
  return within.reduce((least, bound) => Math.min(least, bound), Number.POSITIVE_INFINITY);
}

function exactly({ offers, before }: Province, zones: number, lowerBound: number): ProvinceWay {
  const ways: Way[] = [];
  let left = zones;
  for (let place = offers.length; place > 0; place -= 1) {
    const [sum, less] = [before[place]?.[left] ?? 0, before[place - 1] ?? Float64Array.of(0)];
    const way = offers[place - 1]?.ways.find((one) => (less[left - one.zones] ?? Number.POSITIVE_INFINITY) + one.cost === sum);
    if (way === undefined) throw new Error('the sums of a province do not hold the way they were made of');
    ways.unshift(way);
    left -= way.zones;
  }
  return { zones, cost: before.at(-1)?.[zones] ?? 0, lowerBound, ways };
}

/**
 * What one zone more under the cap would save; 0 where more zones save nothing or there cannot be more. null: no way within the cap.
 * In the cost of the instance.
 */
export function capPriceOf({ before }: Province, cap: number): number | null {
  const last = before.at(-1) ?? Float64Array.of(0);
  const least = (most: number) => last.subarray(0, most + 1).reduce((sum, cost) => Math.min(sum, cost), Number.POSITIVE_INFINITY);
  return Number.isFinite(least(cap)) ? least(cap) - least(cap + 1) : null;
}

function isProven(offers: readonly Offer[]): boolean {
  return offers.every((offer) => offer.ways.every((way) => way.bound === way.cost));
}

/** Sums offer by offer, after those that are kept. */
function forward(offers: readonly Offer[], figure: Figure, { kept }: { readonly kept: readonly Float64Array[] }): Float64Array[] {
  const sums = [...kept];
  for (const { ways } of offers.slice(kept.length - 1)) sums.push(joined(sums.at(-1) ?? Float64Array.of(0), ways, figure));
  return sums;
}

function joined(sums: Float64Array, ways: readonly Way[], figure: Figure): Float64Array {
  const next = new Float64Array(sums.length + (ways.at(-1)?.zones ?? 0)).fill(Number.POSITIVE_INFINITY);
  for (const way of ways) {
    const value = figure(way);
    for (let zones = 0; zones < sums.length; zones += 1) {
      const sum = (sums[zones] ?? 0) + value;
      if (sum < (next[zones + way.zones] ?? 0)) next[zones + way.zones] = sum;
    }
  }
  return next;
}
