// What changes between two answers: after another gap threshold, weight, quota or lock both are solved, and compared here.
import { type Solved, type TermCode, termCodes } from '../answer.ts';
import { compare } from '../cost.ts';
import type { Instance, Outcome } from '../instance.ts';

/** Where a park ends: with its outcome, and the lead of its zone where it stands in one. */
export interface Standing {
  readonly outcome: Outcome;
  readonly lead: string | null;
}

export interface ParkChange {
  readonly park: string;
  readonly jurisdiction: string;
  readonly before: Standing;
  readonly after: Standing;
}

export interface TermChange {
  readonly code: TermCode;
  readonly cost: Pair;
  /** In the term's natural unit; null where either is not known. */
  readonly natural: Pair | null;
}

export interface Pair {
  readonly before: number;
  readonly after: number;
}

export interface Changes {
  readonly cost: Pair;
  readonly lowerBound: Pair;
  readonly zones: Pair;
  readonly detachedPieces: Pair;
  readonly staffKept: Pair;
  readonly platforms: Pair;
  readonly budget: Pair;
  /** All of termCodes, in that order. */
  readonly terms: readonly TermChange[];
  /** Parks with another outcome or under another lead, in the order of their codes. */
  readonly parks: readonly ParkChange[];
  /** Jurisdictions with another number of zones. */
  readonly jurisdictions: readonly ({ readonly jurisdiction: string } & Pair)[];
}

/** Parks that only one of the two answers has are left out: they are a difference of the instances, not of the plans. */
export function changesBetween(instance: Instance, before: Solved, after: Solved): Changes {
  const pair = (figure: (solved: Solved) => number): Pair => ({ before: figure(before), after: figure(after) });
  return {
    cost: pair((solved) => solved.cost),
    lowerBound: pair((solved) => solved.lowerBound),
    zones: pair((solved) => solved.zones),
    detachedPieces: pair((solved) => solved.detachedPieces),
    staffKept: pair((solved) => solved.staff.kept),
    platforms: pair((solved) => solved.platforms),
    budget: pair((solved) => solved.budget),
    terms: termCodes.map((code) => termChange(code, before, after)),
    parks: parkChanges(instance, before, after),
    jurisdictions: jurisdictionChanges(before, after),
  };
}

function termChange(code: TermCode, before: Solved, after: Solved): TermChange {
  const [one, other] = [before, after].map((solved) => solved.terms.find((term) => term.code === code));
  const [from, to] = [one?.natural ?? null, other?.natural ?? null];
  return {
    code,
    cost: { before: one?.cost ?? 0, after: other?.cost ?? 0 },
    natural: from === null || to === null ? null : { before: from, after: to },
  };
}

function parkChanges({ parks }: Instance, before: Solved, after: Solved): readonly ParkChange[] {
  const [was, is] = [standings(before), standings(after)];
  return [...parks]
    .sort((a, b) => compare(a.code, b.code))
    .flatMap(({ code, jurisdiction }) => {
      const [from, to] = [was.get(code), is.get(code)];
      if (!from || !to || (from.outcome === to.outcome && from.lead === to.lead)) return [];
      return [{ park: code, jurisdiction, before: from, after: to }];
    });
}

function standings({ plan, outcomes }: Solved): ReadonlyMap<string, Standing> {
  const leads = new Map(plan.flatMap((zone) => zone.parks.map((park) => [park, zone.lead] as const)));
  return new Map(Object.entries(outcomes).map(([park, outcome]) => [park, { outcome, lead: leads.get(park) ?? null }]));
}

function jurisdictionChanges(before: Solved, after: Solved): Changes['jurisdictions'] {
  const [was, is] = [zonesOf(before), zonesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort(compare).flatMap((jurisdiction) => {
    const pair = { before: was.get(jurisdiction) ?? 0, after: is.get(jurisdiction) ?? 0 };
    return pair.before === pair.after ? [] : [{ jurisdiction, ...pair }];
  });
}

function zonesOf({ plan }: Solved): ReadonlyMap<string, number> {
  const zones = new Map<string, number>();
  for (const { jurisdiction } of plan) zones.set(jurisdiction, (zones.get(jurisdiction) ?? 0) + 1);
  return zones;
}
