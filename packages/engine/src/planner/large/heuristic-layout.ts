// A plan as labels of units (parks, or those a lock keeps together), and the price of a zone with its broken rules as a penalty, so that
// the search can pass through what no rule allows.
import { type Frame, platesMay } from './heuristic-frame.ts';

export interface Layout {
  readonly frame: Frame;
  /** Those that may stand in a zone; places of parks, ascending. */
  readonly units: readonly (readonly number[])[];
  /** Cost of all parks that may stand in none, as they leave. */
  readonly gone: number;
  /** For each unit what it costs in no zone; `penalty` where a lock asks for a zone. */
  readonly outside: Float64Array;
  readonly unitOf: Int32Array;
}

/** By unit: 0 in no zone, else the zone from 1. */
export type Labels = Uint8Array;

/** For each rule broken; more than any cost. */
export const penalty = 1e8;

/** null: the locks leave no plan. */
export function layoutOf(frame: Frame): Layout | null {
  const joined = joinedOf(frame);
  const all = [...joined.values()];
  if (frame.group.torn || all.some((unit) => unit.length > 1 && unit.some((park) => frame.barred[park]))) return null;
  const units = all.filter((unit) => unit.every((park) => !frame.barred[park]));
  const lone = new Set(units.flat());
  const unitOf = new Int32Array(frame.n).fill(-1);
  for (const [unit, parks] of units.entries()) for (const park of parks) unitOf[park] = unit;
  const gone = frame.outside.reduce((sum, cost, park) => (lone.has(park) ? sum : sum + cost), 0);
  if (gone === Number.POSITIVE_INFINITY) return null;
  const outside = units.map((unit) =>
    Math.min(
      penalty,
      unit.reduce((sum, park) => sum + (frame.outside[park] ?? 0), 0),
    ),
  );
  return { frame, units, gone, outside: Float64Array.from(outside), unitOf };
}

function joinedOf({ group, n }: Frame): ReadonlyMap<number, readonly number[]> {
  const first = Array.from({ length: n }, (_, park) => park);
  for (const set of group.together) {
    const merged = new Set(set.map((park) => first[park] ?? park));
    const least = Math.min(...merged);
    for (const [park, one] of first.entries()) if (merged.has(one)) first[park] = least;
  }
  const units = new Map<number, number[]>();
  for (const [park, one] of first.entries()) units.set(one, [...(units.get(one) ?? []), park]);
  return units;
}

export interface Pricer {
  /** Of the zone of the units with this label; an empty one is a rule broken. */
  readonly zone: (labels: Labels, zone: number) => number;
  readonly all: (labels: Labels, zones: number) => number;
  /** Parks looked at so far, and a hundred for each zone. */
  readonly steps: () => number;
}

/** Prices zones by labels; keeps its own scratch space, so one for each search. */
export function pricerOf(layout: Layout): Pricer {
  const { n, industries } = layout.frame;
  const scratch: Scratch = {
    layout,
    members: new Int32Array(n),
    count: 0,
    mark: new Int32Array(n),
    stamp: 0,
    queue: new Int32Array(n),
    sums: new Float64Array(industries),
    steps: 0,
  };
  const zone = (labels: Labels, which: number) => zoneCost(scratch, labels, which);
  return {
    zone,
    all: (labels, zones) => {
      let cost = layout.gone;
      for (const [unit, label] of labels.entries()) if (label === 0) cost += layout.outside[unit] ?? 0;
      for (let one = 1; one <= zones; one += 1) cost += zone(labels, one);
      return cost;
    },
    steps: () => scratch.steps,
  };
}

interface Scratch {
  readonly layout: Layout;
  /** The first `count` are the parks of the zone at hand. */
  readonly members: Int32Array;
  count: number;
  /** stamp: of the zone; stamp + 1: of a piece already counted. */
  readonly mark: Int32Array;
  stamp: number;
  readonly queue: Int32Array;
  readonly sums: Float64Array;
  steps: number;
}

function zoneCost(scratch: Scratch, labels: Labels, zone: number): number {
  const { frame } = scratch.layout;
  const { costs } = frame.group;
  gather(scratch, labels, zone);
  if (scratch.count === 0) return penalty;
  scratch.steps += 100 + 4 * scratch.count;
  const pieces = piecesIn(scratch);
  let cost =
    costs.zone + costs.detachedPiece * (pieces - 1) + leastReach(scratch) + outsideThree(scratch) + penalty * faults(scratch, pieces);
  let platform = false;
  for (let at = 0; at < scratch.count; at += 1) {
    const park = scratch.members[at] ?? 0;
    cost += frame.inside[park] ?? 0;
    platform ||= frame.platform[park] === true;
  }
  return platform ? cost + frame.prices.platform : cost;
}

function gather(scratch: Scratch, labels: Labels, zone: number): void {
  const { units } = scratch.layout;
  let count = 0;
  for (let unit = 0; unit < units.length; unit += 1) {
    if (labels[unit] !== zone) continue;
    for (const park of units[unit] ?? []) {
      scratch.members[count] = park;
      count += 1;
    }
  }
  scratch.count = count;
}

function leastReach(scratch: Scratch): number {
  const { members, count } = scratch;
  const { n, reach, level } = scratch.layout.frame;
  let highest = 0;
  for (let at = 0; at < count; at += 1) highest = Math.max(highest, level[members[at] ?? 0] ?? 0);
  let best = Number.POSITIVE_INFINITY;
  for (let lead = 0; lead < count; lead += 1) {
    const h = members[lead] ?? 0;
    if (level[h] !== highest) continue;
    let sum = 0;
    for (let at = 0; at < count && sum < best; at += 1) sum += reach[(members[at] ?? 0) * n + h] ?? 0;
    scratch.steps += count;
    if (sum < best) best = sum;
  }
  return best;
}

function outsideThree({ layout, members, count, sums }: Scratch): number {
  const { industries, outputs } = layout.frame;
  if (industries <= 3) return 0;
  sums.fill(0);
  for (let at = 0; at < count; at += 1) {
    const from = (members[at] ?? 0) * industries;
    for (let industry = 0; industry < industries; industry += 1) sums[industry] = (sums[industry] ?? 0) + (outputs[from + industry] ?? 0);
  }
  return allButThree(sums);
}

function allButThree(sums: Float64Array): number {
  let [all, first, second, third] = [0, 0, 0, 0];
  for (const sum of sums) {
    all += sum;
    if (sum > first) {
      third = second;
      second = first;
      first = sum;
    } else if (sum > second) {
      third = second;
      second = sum;
    } else if (sum > third) third = sum;
  }
  return all - first - second - third;
}

function piecesIn(scratch: Scratch): number {
  const { members, mark, count } = scratch;
  scratch.stamp += 2;
  for (let at = 0; at < count; at += 1) mark[members[at] ?? 0] = scratch.stamp;
  let pieces = 0;
  for (let at = 0; at < count; at += 1) {
    const first = members[at] ?? 0;
    if (mark[first] !== scratch.stamp) continue;
    pieces += 1;
    flood(scratch, first);
  }
  return pieces;
}

function flood({ layout, mark, stamp, queue }: Scratch, first: number): void {
  mark[first] = stamp + 1;
  queue[0] = first;
  let end = 1;
  for (let next = 0; next < end; next += 1) {
    for (const other of layout.frame.touches[queue[next] ?? 0] ?? []) {
      if (mark[other] !== stamp) continue;
      mark[other] = stamp + 1;
      queue[end] = other;
      end += 1;
    }
  }
}

/** Rules that the zone breaks; after its pieces have been counted. */
function faults({ layout, members, count, mark, stamp }: Scratch, pieces: number): number {
  const { frame } = layout;
  let broken = Math.max(0, pieces - 1 - frame.group.costs.maxDetachedPieces);
  const plates: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const park = members[at] ?? 0;
    if (frame.level[park] === 3) plates.push(park);
    for (const other of frame.apart[park] ?? []) if (other > park && mark[other] === stamp + 1) broken += 1;
  }
  return platesMay(frame, plates) ? broken : broken + plates.length - 1;
}

export function zonesIn({ units }: Layout, labels: Labels, zones: number): readonly (readonly number[])[] {
  return Array.from({ length: zones }, (_, zone) =>
    units.flatMap((unit, place) => (labels[place] === zone + 1 ? unit : [])).sort((a, b) => a - b),
  );
}
