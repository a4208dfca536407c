// The weighted distances of every subset to its best lead: of the highest level in it, the nearest to all.
import { bitsOf, lowest, sumsOver } from './table-halves.ts';

/** What the distances of all subsets are summed from. Units stand in the order of their highest level. */
export interface Leads {
  readonly low: number;
  /** Highest level of each unit. */
  readonly level: Uint8Array;
  /** For each unit its parks of the highest level, as rows below. */
  readonly leadsOf: readonly (readonly number[])[];
  /** For each lead: what the subsets of the low units cost it, and those of the high ones. */
  readonly lowSums: readonly Float64Array[];
  readonly highSums: readonly Float64Array[];
}

/** `reach(p, h)`: weight of park p × km to h. */
export function leadsOf(
  units: readonly (readonly number[])[],
  low: number,
  of: { readonly level: (park: number) => number; readonly reach: (park: number, lead: number) => number },
): Leads {
  const level = Uint8Array.from(units.map((unit) => Math.max(...unit.map(of.level))));
  const rows = units.map((unit, bit) => unit.filter((park) => of.level(park) === level[bit]));
  const leads = rows.flat();
  const costs = leads.map((lead) => units.map((unit) => unit.reduce((sum, park) => sum + of.reach(park, lead), 0)));
  let next = 0;
  return {
    low,
    level,
    leadsOf: rows.map((row) => row.map(() => next++)),
    lowSums: costs.map((cost) => sumsOver(cost, 0, low)),
    highSums: costs.map((cost) => sumsOver(cost, low, units.length - low)),
  };
}

/** Distances of the subsets of one high half, into `into`; the empty subset is left at infinity. */
export function fillDistances(leads: Leads, high: number, into: Float64Array): void {
  into.fill(Number.POSITIVE_INFINITY);
  if (high === 0) {
    fillLowest(leads, into);
    return;
  }
  const top = 31 - Math.clz32(high) + leads.low;
  const level = leads.level[top];
  for (const bit of bitsOf(high)) {
    if (leads.level[bit + leads.low] !== level) continue;
    for (const lead of leads.leadsOf[bit + leads.low] ?? []) takeAll(leads, lead, high, into);
  }
  for (let bit = leads.low - 1; bit >= 0 && leads.level[bit] === level; bit -= 1) {
    for (const lead of leads.leadsOf[bit] ?? []) takeWith(leads, { lead, bit, high }, into);
  }
}

/** The lead stands in the high half: all subsets of the low half may have it. */
function takeAll(leads: Leads, lead: number, high: number, into: Float64Array): void {
  const sums = leads.lowSums[lead] ?? into;
  const add = leads.highSums[lead]?.[high] ?? 0;
  for (let set = 0; set < into.length; set += 1) {
    const sum = (sums[set] ?? 0) + add;
    if (sum < (into[set] ?? 0)) into[set] = sum;
  }
}

/** The lead stands in unit `bit` of the low half: only subsets with that bit may have it. */
function takeWith(leads: Leads, at: { readonly lead: number; readonly bit: number; readonly high: number }, into: Float64Array): void {
  const sums = leads.lowSums[at.lead] ?? into;
  const add = leads.highSums[at.lead]?.[at.high] ?? 0;
  const step = 1 << at.bit;
  for (let from = step; from < into.length; from += 2 * step) {
    for (let set = from; set < from + step; set += 1) {
      const sum = (sums[set] ?? 0) + add;
      if (sum < (into[set] ?? 0)) into[set] = sum;
    }
  }
}

/** No high unit: each subset has the level of its own highest unit. */
function fillLowest(leads: Leads, into: Float64Array): void {
  for (let set = 1; set < into.length; set += 1) {
    const level = leads.level[31 - Math.clz32(set)];
    let best = Number.POSITIVE_INFINITY;
    for (let left = set; left !== 0; left &= left - 1) {
      const bit = lowest(left);
      if (leads.level[bit] !== level) continue;
      for (const lead of leads.leadsOf[bit] ?? []) best = Math.min(best, leads.lowSums[lead]?.[set] ?? best);
    }
    into[set] = best;
  }
}
