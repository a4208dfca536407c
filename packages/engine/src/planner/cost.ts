// What a plan costs, straight from the definition and slowly: no table, no increment, nothing shared with the code that searches. It is
// there to catch that code's mistakes, so every answer passes through it before it is shown.
import { type Costed, type Plan, type PlannedZone, type Term, type TermCode, termCodes } from './answer.ts';
import type { Costs, Instance, Park } from './instance.ts';

/** A plan that no rule can judge: a park in two zones, an outcome that its zones deny. Always a mistake of who made the plan. */
export class PlanFault extends Error {}

/** A zone with its parks as the instance has them. */
export interface ZoneView {
  readonly zone: PlannedZone;
  readonly parks: readonly Park[];
  readonly lead: Park;
}

/** Cost by term of any whole plan, legal or not; +∞ where a park converts that may not. Throws PlanFault. */
export function costOf(instance: Instance, plan: Plan): Costed {
  const zones = zoneViews(instance, plan);
  const outside = byCode(instance.parks).filter((park) => plan.outcomes[park.code] !== 'merge');
  const inside = zones.flatMap((view) => view.parks);
  const touches = touchesOf(instance);
  const detachedPieces = sum(zones.map((view) => piecesOf(view.parks, touches).length - 1));
  const terms = termsOf({ zones, outside, inside, detachedPieces }, instance.costs, plan);
  return {
    cost: sum(terms.map((term) => term.cost)),
    terms,
    zones: zones.length,
    detachedPieces,
    staff: { kept: sum(inside.map((park) => park.staff)), of: sum(byCode(instance.parks).map((park) => park.staff)) },
    platforms: zones.filter((view) => view.parks.some(carriesPlatform)).length,
    budget: sum(outside.map((park) => park.budget ?? 0)),
  };
}

/** Zones in the order of jurisdiction and lead, parks in that of their codes. Throws PlanFault. */
export function zoneViews(instance: Instance, plan: Plan): readonly ZoneView[] {
  const parks = new Map(instance.parks.map((park) => [park.code, park]));
  const views = plan.plan.map((zone) => viewOf(zone, parks));
  checkOutcomes(instance, plan);
  checkPlaces(instance, views);
  return views.sort((a, b) => compare(a.zone.jurisdiction, b.zone.jurisdiction) || compare(a.lead.code, b.lead.code));
}

/** For each park, those it touches. */
export function touchesOf({ adjacency }: Instance): ReadonlyMap<string, readonly string[]> {
  const touches = new Map<string, string[]>();
  for (const [a, b] of adjacency) {
    touches.set(a, [...(touches.get(a) ?? []), b]);
    touches.set(b, [...(touches.get(b) ?? []), a]);
  }
  return touches;
}

/** Connected pieces of these parks, by their codes. */
export function piecesOf(parks: readonly Park[], touches: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const left = new Set(parks.map((park) => park.code));
  const pieces: string[][] = [];
  for (const first of [...left].sort(compare)) {
    if (!left.delete(first)) continue;
    const piece = [first];
    for (const code of piece) piece.push(...(touches.get(code) ?? []).filter((other) => left.delete(other)));
    pieces.push(piece);
  }
  return pieces;
}

/** Output outside the three largest industries of these parks together, 亿元. */
export function outsideTopThree(parks: readonly Park[]): number {
  const industries = parks[0]?.outputs.length ?? 0;
  const sums = Array.from({ length: industries }, (_, industry) => sum(parks.map((park) => park.outputs[industry] ?? 0)));
  return sum(sums.sort((a, b) => b - a).slice(3));
}

/** The lead these parks would have: of the highest level, least weighted distances; the smallest code where two are equal. */
export function leadOf(parks: readonly Park[]): Park {
  const highest = Math.max(...parks.map((park) => park.level));
  const [first, ...others] = byCode(parks).filter((park) => park.level === highest);
  if (first === undefined) throw new PlanFault('a zone without parks');
  return others.reduce((best, park) => (isLess(distanceCost(parks, park), distanceCost(parks, best)) ? park : best), first);
}

export function carriesPlatform(park: Park): boolean {
  return park.platform ?? park.level === 3;
}

/** Less by more than what sums of doubles may err: 1e-6, and 1e-9 of the figure. */
export function isLess(a: number, b: number): boolean {
  return a < b - 1e-6 - 1e-9 * Math.abs(b);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Parts {
  readonly zones: readonly ZoneView[];
  readonly inside: readonly Park[];
  readonly outside: readonly Park[];
  readonly detachedPieces: number;
}

function termsOf({ zones, inside, outside, detachedPieces }: Parts, costs: Costs, plan: Plan): readonly Term[] {
  const spread = sum(zones.map((view) => outsideTopThree(view.parks)));
  const converted = outside.filter((park) => plan.outcomes[park.code] === 'convert');
  const abolished = outside.filter((park) => plan.outcomes[park.code] === 'abolish');
  const terms: Readonly<Record<TermCode, Omit<Term, 'code'>>> = {
    zone: { cost: costs.zone * zones.length, natural: zones.length },
    trim: { cost: sum(inside.map((park) => park.trimLoss)), natural: sumOfKnown(inside.map((park) => park.trimHa ?? null)) },
    distance: {
      cost: sum(zones.map((view) => distanceCost(view.parks, view.lead))),
      natural: sum(zones.flatMap((view) => view.parks.map((park) => distance(park, view.lead)))),
    },
    detached: { cost: costs.detachedPiece * detachedPieces, natural: detachedPieces },
    industry: { cost: costs.industry * spread, natural: spread },
    abolish: { cost: sum(abolished.map((park) => park.abolishLoss)), natural: abolished.length },
    convert: { cost: sum(converted.map((park) => park.convertLoss ?? Number.POSITIVE_INFINITY)), natural: converted.length },
  };
  return termCodes.map((code) => ({ code, ...terms[code] }));
}

function distanceCost(parks: readonly Park[], lead: Park): number {
  return sum(byCode(parks).map((park) => park.weight * distance(park, lead)));
}

function distance(a: Park, b: Park): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function viewOf(zone: PlannedZone, parks: ReadonlyMap<string, Park>): ZoneView {
  const members = zone.parks.map((code) => {
    const park = parks.get(code);
    if (park === undefined) throw new PlanFault(`zone ${zone.lead} holds park ${code}, which the instance does not have`);
    return park;
  });
  const lead = members.find((park) => park.code === zone.lead);
  if (lead === undefined) throw new PlanFault(`zone ${zone.lead} does not hold its own lead`);
  if (members.some((park) => park.level > lead.level))
    throw new PlanFault(`zone ${zone.lead} holds a park of a higher level than its lead`);
  return { zone, parks: byCode(members), lead };
}

/** Every park in as many zones as its outcome says: one, or none. */
function checkOutcomes({ parks }: Instance, { plan, outcomes }: Plan): void {
  const times = new Map<string, number>();
  for (const code of plan.flatMap((zone) => zone.parks)) times.set(code, (times.get(code) ?? 0) + 1);
  for (const { code } of parks) {
    const outcome = outcomes[code];
    if (outcome === undefined) throw new PlanFault(`park ${code} has no outcome`);
    const expected = outcome === 'merge' ? 1 : 0;
    if ((times.get(code) ?? 0) !== expected)
      throw new PlanFault(`park ${code} stands in ${times.get(code) ?? 0} zones, its outcome is ${outcome}`);
  }
}

/** A park merges only inside its own jurisdiction, or inside a joint one that this joins. */
function checkPlaces({ jurisdictions }: Instance, views: readonly ZoneView[]): void {
  const reach = new Map(jurisdictions.map((one) => [one.code, new Set([one.code, ...(one.joins ?? [])])]));
  for (const { zone, parks } of views) {
    const stranger = parks.find((park) => reach.get(zone.jurisdiction)?.has(park.jurisdiction) !== true);
    if (stranger) throw new PlanFault(`park ${stranger.code} of ${stranger.jurisdiction} stands in a zone of ${zone.jurisdiction}`);
  }
}

function byCode(parks: readonly Park[]): readonly Park[] {
  return [...parks].sort((a, b) => compare(a.code, b.code));
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function sumOfKnown(figures: readonly (number | null)[]): number | null {
  return figures.reduce((total, figure) => (total === null || figure === null ? null : total + figure), 0);
}
