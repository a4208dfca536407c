// What every subset of a group's units costs as one zone, but for what is a plain sum over parks: distances, pieces, industries. Neither
// locks nor prices of coupling rows change it, so a table serves until a park or a cost changes. Kept as whole quanta, rounded down: a
// lower bound that is quick to run through; `exact` answers the double.
import type { Group } from '../group.ts';
import { lowBits, lowest } from './table-halves.ts';
import { exactRest, fillExactRests, fillLeastRests, type Industries, industriesOf } from './table-industry.ts';
import { fillDistances, type Leads, leadsOf } from './table-leads.ts';
import { type Fragments, fragmentsOf, pieceCounter } from './table-pieces.ts';
import { barred, reachOf, scaleOf } from './table-scale.ts';

export interface Table {
  readonly group: Group;
  readonly units: readonly (readonly number[])[];
  /** Bits of the low half of a subset. */
  readonly low: number;
  /** Quanta in a cost of one. */
  readonly scale: number;
  /** By subset: quanta, at most what it costs; from `barred` on it may be no zone. */
  readonly least: Int32Array;
  /** By subset: connected pieces. */
  readonly pieces: Uint8Array;
  /** What the subset costs; +∞ where it may be no zone. */
  readonly exact: (set: number) => number;
  /** From now on `least` is less than a quantum below `exact`. */
  readonly sharpen: () => void;
  readonly sharp: () => boolean;
}

/** Most units of a table: 2²⁴ subsets of five bytes, and as much again to search them. */
export const mostInTable = 24;

/** null: too many units for a table. */
export function openTable(group: Group, units: readonly (readonly number[])[], split = lowBits): Table | null {
  const fragments = units.length > mostInTable ? null : fragmentsOf(units, group.touches);
  if (fragments === null) return null;
  const parts = partsOf(group, units, { fragments, low: Math.min(split, units.length) });
  countPieces(parts);
  let sharp = false;
  const fill = () => {
    const block = { costs: new Float64Array(1 << parts.low), rests: new Float64Array(1 << parts.low), sharp };
    for (let high = 0; high < 1 << (units.length - parts.low); high += 1) fillBlock(parts, high, block);
  };
  fill();
  return {
    ...parts,
    exact: (set) => exactCost(parts, set),
    sharp: () => sharp,
    sharpen: () => {
      if (sharp) return;
      sharp = true;
      fill();
    },
  };
}

interface Parts extends Pick<Table, 'group' | 'units' | 'low' | 'scale' | 'least' | 'pieces'> {
  readonly leads: Leads;
  readonly industries: Industries;
  readonly fragments: Fragments;
  readonly priceOfPieces: Float64Array;
}

function partsOf(group: Group, units: Table['units'], { fragments, low }: { readonly fragments: Fragments; readonly low: number }): Parts {
  const { parks, costs } = group;
  const reach = (p: number, h: number) => {
    const [park, lead] = [parks[p], parks[h]];
    return park && lead ? reachOf(park, lead) : 0;
  };
  const outputs = units.map((unit) => (parks[0]?.outputs ?? []).map((_, at) => costs.industry * outputOf(group, unit, at)));
  const scale = scaleOf(group);
  return {
    group,
    units,
    low,
    scale,
    priceOfPieces: pricesOfPieces(costs, scale),
    least: new Int32Array(1 << units.length),
    pieces: new Uint8Array(1 << units.length),
    leads: leadsOf(units, low, { level: (park) => parks[park]?.level ?? 0, reach }),
    industries: industriesOf(outputs, low),
    fragments,
  };
}

function outputOf(group: Group, unit: readonly number[], industry: number): number {
  return unit.reduce((sum, park) => sum + (group.parks[park]?.outputs[industry] ?? 0), 0);
}

function countPieces({ fragments, low, pieces, units }: Parts): void {
  const count = pieceCounter(fragments, low, pieces);
  for (let high = 0; high < 1 << (units.length - low); high += 1) count(high, high << low);
}

interface Block {
  readonly costs: Float64Array;
  readonly rests: Float64Array;
  readonly sharp: boolean;
}

function fillBlock(
  { leads, industries, least, pieces, scale, priceOfPieces, low }: Parts,
  high: number,
  { costs, rests, sharp }: Block,
): void {
  const first = high << low;
  fillDistances(leads, high, costs);
  if (high === 0) costs[0] = 0;
  if (sharp) fillExactRests(industries, high, rests);
  else fillLeastRests(industries, high, rests);
  for (let set = 0; set < costs.length; set += 1) {
    least[first + set] = ((costs[set] ?? 0) + (priceOfPieces[pieces[first + set] ?? 0] ?? 0) + (rests[set] ?? 0)) * scale;
  }
}

/** By number of pieces; so many that no zone may have them, or none, bar the subset. */
function pricesOfPieces({ detachedPiece, maxDetachedPieces }: Group['costs'], scale: number): Float64Array {
  const may = (pieces: number) => pieces > 0 && pieces <= 1 + maxDetachedPieces;
  return Float64Array.from({ length: 32 }, (_, pieces) => (may(pieces) ? detachedPiece * (pieces - 1) : barred / scale));
}

function exactCost({ leads, industries, pieces, low, group }: Parts, set: number): number {
  const detached = (pieces[set] ?? 0) - 1;
  if (detached < 0 || detached > group.costs.maxDetachedPieces) return Number.POSITIVE_INFINITY;
  const [lowSet, highSet] = [set & ((1 << low) - 1), set >>> low];
  const level = leads.level[31 - Math.clz32(set)];
  let best = Number.POSITIVE_INFINITY;
  for (let left = set; left !== 0; left &= left - 1) {
    const bit = lowest(left);
    if (leads.level[bit] !== level) continue;
    for (const lead of leads.leadsOf[bit] ?? []) {
      const sum = (leads.lowSums[lead]?.[lowSet] ?? 0) + (leads.highSums[lead]?.[highSet] ?? 0);
      if (sum < best) best = sum;
    }
  }
  return best + group.costs.detachedPiece * detached + exactRest(industries, lowSet, highSet);
}
