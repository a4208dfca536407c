// A group laid out in flat arrays, and what one zone of it costs: shared by the search and the bounds of large groups, and by the
// columns of the coupling rows. The slow, separate definition that checks all of them stands in cost.ts.
import type { Group, GroupPlan, Prices } from '../group.ts';
import type { Outcome, Park } from '../instance.ts';

export interface Frame {
  readonly group: Group;
  readonly prices: Prices;
  readonly n: number;
  readonly industries: number;
  /** reach[p·n + h]: weight of p × km to h. */
  readonly reach: Float64Array;
  /** outputs[p·industries + i], each × the cost of industry. */
  readonly outputs: Float64Array;
  /** What p costs in a zone wherever it stands: trimmed land, the price of its staff. */
  readonly inside: Float64Array;
  /** What p costs in no zone; +∞ where a lock asks for a zone. */
  readonly outside: Float64Array;
  readonly outcome: readonly Outcome[];
  /** May never stand in a zone. */
  readonly barred: readonly boolean[];
  readonly level: Int8Array;
  readonly platform: readonly boolean[];
  readonly touches: readonly (readonly number[])[];
  readonly apart: readonly (readonly number[])[];
}

export interface ZoneValue {
  /** Priced; +∞ where a rule forbids the zone. */
  readonly cost: number;
  readonly lead: number;
  readonly pieces: number;
}

export const noPrices: Prices = { staff: 0, platform: 0, budget: 0 };

export function frameOf(group: Group, prices: Prices = noPrices): Frame {
  const { parks, costs } = group;
  const n = parks.length;
  const industries = parks[0]?.outputs.length ?? 0;
  const together = new Set(group.together.flat());
  const outcome = parks.map((park, place) => outcomeOutside(park, together.has(place) ? 'merge' : (group.fixed[place] ?? null)));
  const apart: number[][] = parks.map(() => []);
  for (const [a, b] of group.apart) {
    apart[a]?.push(b);
    apart[b]?.push(a);
  }
  return {
    group,
    prices,
    n,
    industries,
    reach: Float64Array.from(parks.flatMap((p) => parks.map((h) => p.weight * Math.hypot(p.x - h.x, p.y - h.y)))),
    outputs: Float64Array.from(parks.flatMap((park) => park.outputs.map((output) => output * costs.industry))),
    inside: Float64Array.from(parks.map((park) => park.trimLoss + prices.staff * park.staff)),
    outside: Float64Array.from(parks.map((park, place) => outsideCost(park, outcome[place], prices))),
    outcome: outcome.map((one) => one ?? 'abolish'),
    barred: parks.map((park, place) => park.forbidden || group.fixed[place] === 'convert' || group.fixed[place] === 'abolish'),
    level: Int8Array.from(parks.map((park) => park.level)),
    platform: parks.map(mayCarryPlatform),
    touches: group.touches,
    apart,
  };
}

export function mayCarryPlatform(park: Park): boolean {
  return park.platform ?? park.level === 3;
}

/** What the park becomes where it stands in no zone; null where a lock asks for a zone. */
function outcomeOutside(park: Park, fixed: Outcome | null): Outcome | null {
  if (fixed !== null) return fixed === 'merge' ? null : fixed;
  return park.convertLoss !== null && park.convertLoss <= park.abolishLoss ? 'convert' : 'abolish';
}

function outsideCost(park: Park, outcome: Outcome | null | undefined, prices: Prices): number {
  if (outcome === null || outcome === undefined) return Number.POSITIVE_INFINITY;
  const loss = outcome === 'convert' ? (park.convertLoss ?? Number.POSITIVE_INFINITY) : park.abolishLoss;
  return loss + prices.budget * (park.budget ?? 0);
}

/** The zone of these parks, given in ascending order, at least one. */
export function zoneValue(frame: Frame, members: readonly number[]): ZoneValue {
  const pieces = piecesOfZone(frame, members);
  const { lead, reach } = bestLead(frame, members);
  const { costs } = frame.group;
  let cost = costs.zone + reach + costs.detachedPiece * (pieces - 1) + outsideThree(frame, members);
  for (const park of members) cost += frame.inside[park] ?? 0;
  if (members.some((park) => frame.platform[park])) cost += frame.prices.platform;
  const legal = pieces <= 1 + costs.maxDetachedPieces && mayStandTogether(frame, members);
  return { cost: legal ? cost : Number.POSITIVE_INFINITY, lead, pieces };
}

/** But for the pieces: nothing barred, nothing locked apart, national plates only as decided. (Together is a matter of the whole plan.) */
export function mayStandTogether(frame: Frame, members: readonly number[]): boolean {
  if (members.some((park) => frame.barred[park])) return false;
  if (members.some((park) => frame.apart[park]?.some((other) => members.includes(other)))) return false;
  return platesMay(
    frame,
    members.filter((park) => frame.level[park] === 3),
  );
}

export function platesMay({ group }: Frame, plates: readonly number[]): boolean {
  return plates.length <= 1 || group.platesAllowed.some((allowed) => plates.every((plate) => allowed.includes(plate)));
}

/** Of the highest level the one with the least weighted distances; the first where two are equal. */
function bestLead({ level, reach, n }: Frame, members: readonly number[]): { readonly lead: number; readonly reach: number } {
  let highest = 0;
  for (const park of members) highest = Math.max(highest, level[park] ?? 0);
  let best = { lead: members[0] ?? 0, reach: Number.POSITIVE_INFINITY };
  for (const lead of members) {
    if (level[lead] !== highest) continue;
    let sum = 0;
    for (const park of members) sum += reach[park * n + lead] ?? 0;
    if (sum < best.reach - 1e-9 * (1 + Math.abs(sum)) || best.reach === Number.POSITIVE_INFINITY) best = { lead, reach: sum };
  }
  return best;
}

function outsideThree({ outputs, industries }: Frame, members: readonly number[]): number {
  let [all, first, second, third] = [0, 0, 0, 0];
  for (let industry = 0; industry < industries; industry += 1) {
    let sum = 0;
    for (const park of members) sum += outputs[park * industries + industry] ?? 0;
    all += sum;
    if (sum > first) [first, second, third] = [sum, first, second];
    else if (sum > second) [second, third] = [sum, second];
    else if (sum > third) third = sum;
  }
  return industries <= 3 ? 0 : all - first - second - third;
}

export function piecesOfZone({ touches }: Frame, members: readonly number[]): number {
  const left = new Set(members);
  let pieces = 0;
  for (const first of members) {
    if (!left.delete(first)) continue;
    pieces += 1;
    const queue = [first];
    for (const park of queue) for (const other of touches[park] ?? []) if (left.delete(other)) queue.push(other);
  }
  return pieces;
}

/** The plan of these zones: each in ascending order, zones by their first park. */
export function planOf(frame: Frame, zones: readonly (readonly number[])[]): GroupPlan {
  const inZone = new Set(zones.flat());
  const ordered = zones.map((zone) => zone.toSorted((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return {
    zones: ordered,
    leads: ordered.map((zone) => zoneValue(frame, zone).lead),
    outcomes: frame.outcome.map((outside, park) => (inZone.has(park) ? 'merge' : outside)),
  };
}

/** Priced cost of a plan of the group; +∞ where a rule or lock forbids it. */
export function costOfPlan(frame: Frame, plan: GroupPlan): number {
  const inZone = new Set(plan.zones.flat());
  const split = frame.group.together.some((set) => !plan.zones.some((zone) => set.every((park) => zone.includes(park))));
  if (split) return Number.POSITIVE_INFINITY;
  const zones = plan.zones.reduce((sum, zone) => sum + zoneValue(frame, zone).cost, 0);
  return frame.outside.reduce((sum, cost, park) => (inZone.has(park) ? sum : sum + cost), zones);
}
