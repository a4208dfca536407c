// A large group as gains: what a unit gains by standing in a zone of a given lead and three main industries, against standing in none.
// For a given lead and three, all but the pieces is a sum over units; that is what the bounds of large groups live from.
import { platesMay } from './heuristic-frame.ts';
import type { Layout } from './heuristic-layout.ts';

export interface Model {
  readonly layout: Layout;
  readonly units: number;
  /** Places of parks that may lead a zone. */
  readonly leads: readonly number[];
  /** base[lead · units + unit]: gain before industries; −∞ where the unit may not stand in a zone of that lead. */
  readonly base: Float64Array;
  /** Sets of three industries; what each unit has outside of them: beyond[three · units + unit]. */
  readonly threes: number;
  readonly beyond: Float64Array;
  /** Units that must stand in a zone. */
  readonly must: readonly boolean[];
  /** Cost where every unit stands at its reference, in no zone where it may. */
  readonly reference: number;
  /** Connected parts of all units. */
  readonly part: Int32Array;
  readonly parts: number;
  /** Cost of a piece, most pieces of a zone. */
  readonly piece: number;
  readonly mostPieces: number;
}

/** Industries whose sets of three are told apart; the output of others counts as free, which a lower bound may. */
const toldApart = 24;

export function modelOf(layout: Layout): Model {
  const { frame, units } = layout;
  const must = units.map((unit) => unit.some((park) => frame.outside[park] === Number.POSITIVE_INFINITY));
  const leads = Array.from({ length: frame.n }, (_, park) => park).filter((park) => mayLead(layout, park));
  const costs = Float64Array.from(leads.flatMap((lead) => units.map((_, unit) => standing(layout, unit, lead))));
  const reference = units.map((_, unit) =>
    must[unit] ? Math.min(1e6, ...leads.map((__, lead) => costs[lead * units.length + unit] ?? 0)) : (layout.outside[unit] ?? 0),
  );
  const { threes, beyond } = industriesOf(layout);
  const { part, parts } = partsOf(layout);
  return {
    layout,
    units: units.length,
    leads,
    base: costs.map((cost, at) => (reference[at % units.length] ?? 0) - cost),
    ...{ threes, beyond, must, part, parts },
    reference: reference.reduce((sum, cost) => sum + cost, layout.gone),
    piece: frame.group.costs.detachedPiece,
    mostPieces: 1 + frame.group.costs.maxDetachedPieces,
  };
}

function mayLead({ frame, unitOf, units }: Layout, park: number): boolean {
  const own = units[unitOf[park] ?? -1];
  return own?.every((other) => (frame.level[other] ?? 0) <= (frame.level[park] ?? 0)) ?? false;
}

/** What the unit costs in a zone of that lead, but for industries; +∞ where it may not stand there. */
function standing({ frame, units, unitOf }: Layout, unit: number, lead: number): number {
  const own = units[unitOf[lead] ?? 0] ?? [];
  const parks = units[unit] ?? [];
  const all = unitOf[lead] === unit ? parks : [...own, ...parks];
  const high = parks.some((park) => (frame.level[park] ?? 0) > (frame.level[lead] ?? 0));
  const plates = all.filter((park) => frame.level[park] === 3);
  if (high || !platesMay(frame, plates) || all.some((park) => frame.apart[park]?.some((other) => all.includes(other))))
    return Number.POSITIVE_INFINITY;
  return parks.reduce((sum, park) => sum + (frame.inside[park] ?? 0) + (frame.reach[park * frame.n + lead] ?? 0), 0);
}

function industriesOf({ frame, units }: Layout): { readonly threes: number; readonly beyond: Float64Array } {
  const { industries, outputs } = frame;
  const sums = Array.from({ length: industries }, (_, industry) =>
    units.flat().reduce((sum, park) => sum + (outputs[park * industries + industry] ?? 0), 0),
  );
  const present = [...sums.keys()].filter((industry) => (sums[industry] ?? 0) > 0);
  const told = present.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, toldApart);
  const threes =
    told.length <= 3 ? [told] : told.flatMap((a, x) => told.slice(x + 1).flatMap((b, y) => told.slice(x + y + 2).map((c) => [a, b, c])));
  const out = (unit: number, industry: number) =>
    (units[unit] ?? []).reduce((sum, park) => sum + (outputs[park * industries + industry] ?? 0), 0);
  const beyond = threes.flatMap((three) =>
    units.map((_, unit) => told.reduce((sum, industry) => (three.includes(industry) ? sum : sum + out(unit, industry)), 0)),
  );
  return { threes: threes.length, beyond: Float64Array.from(beyond) };
}

function partsOf({ frame, units, unitOf }: Layout): { readonly part: Int32Array; readonly parts: number } {
  const part = new Int32Array(units.length).fill(-1);
  let parts = 0;
  for (const first of units.keys()) {
    if ((part[first] ?? 0) >= 0) continue;
    part[first] = parts;
    const queue = [first];
    for (const unit of queue) {
      for (const park of (units[unit] ?? []).flatMap((one) => frame.touches[one] ?? [])) {
        const other = unitOf[park] ?? -1;
        if (other < 0 || (part[other] ?? 0) >= 0) continue;
        part[other] = parts;
        queue.push(other);
      }
    }
    parts += 1;
  }
  return { part, parts };
}
