// The plan anew after a drag, in the browser, with the engine that solved it: only groups whose locks changed are looked at again, and
// the province follows from their curves. Pure over the desk it is given, so that it is tested without a thread.
//
// Provincial rows (staff, platforms, budget) are not searched here: with them all other places keep their solved plan, and the answer is
// measured against a bound that holds all the same.
import {
  type Alternatives,
  best,
  capPriceOf,
  componentsOf,
  conflictOf,
  costOf,
  curveOf,
  type Desk,
  type Group,
  type GroupCurve,
  groupsOf,
  type Instance,
  isLess,
  leastBound,
  type Offer,
  offerOf,
  type Plan,
  type Province,
  planOfChosen,
  provinceOf,
  type RuleUse,
  ruleBreaks,
  type Way,
  withOffer,
} from '@zhenghe/engine/planner';
import { keepingRows } from './beside-rows.ts';
import { lockKey, platesKey } from './locks.ts';
import type { Proposal } from './proposal.ts';

/** What the server solved: everything else is compared with it. */
export interface Solution {
  readonly instance: Instance;
  readonly plan: Plan;
  readonly lowerBound: number;
  readonly curves: readonly GroupCurve[];
}

export interface Opened extends Solution {
  readonly groups: readonly Alternatives[];
  readonly province: Province;
  /** Curves of groups as they were asked for: undo finds them again. */
  readonly known: Map<string, GroupCurve>;
}

export type Rules = Pick<Instance, 'locks'> & { readonly decisions: NonNullable<Instance['decisions']> };

export type Resolved =
  | { readonly kind: 'plan'; readonly proposal: Proposal; readonly capPrice: number | null }
  /** These places have no plan under the locks; or, without places, the province has none. */
  | { readonly kind: 'none'; readonly places: readonly string[] }
  /** Too large for a browser. */
  | { readonly kind: 'server'; readonly places: readonly string[] };

/** Most parks of a group that is solved in the browser. */
export const mostHere = 22;

export function opened(solution: Solution): Opened {
  const groups = groupsOf(solution.instance);
  const curves = new Map(solution.curves.map((curve) => [curve.code, curve]));
  const known = new Map<string, GroupCurve>();
  for (const group of groups.flatMap(groupsIn)) {
    const curve = curves.get(group.code);
    if (curve) known.set(keyOf(group), curve);
  }
  return {
    ...solution,
    groups,
    province: provinceOf(groups.map((one) => offerOf(one, ({ group }) => curveIn(known, group)))),
    known,
  };
}

export async function resolved(base: Opened, rules: Rules, desk: Pick<Desk, 'curve'>): Promise<Resolved> {
  const instance = { ...base.instance, ...rules };
  const groups = groupsOf(instance);
  const changed = groups.flatMap((_, place) => (sameGroups(base.groups[place], groups[place]) ? [] : [place]));
  const asked = changed.flatMap((place) => groupsIn(groups[place])).filter((group) => !base.known.has(keyOf(group)));
  const large = asked.filter((group) => group.parks.length > mostHere);
  if (large.length > 0) return { kind: 'server', places: large.map(({ code }) => code) };
  for (const group of asked) base.known.set(keyOf(group), await desk.curve(group));
  const offers = new Map(changed.map((place) => [place, offerAt(groups[place], (group) => curveIn(base.known, group))] as const));
  const without = [...offers].filter(([, offer]) => offer.ways.length === 0).map(([, { code }]) => code);
  if (without.length > 0) return { kind: 'none', places: without };
  const province = [...offers].reduce((before, [place, offer]) => withOffer(before, place, offer), base.province);
  const { zones } = instance.caps;
  const free = best(province, zones)?.ways;
  if (!free) return { kind: 'none', places: [] };
  const bound = Math.max(leastBound(province, zones), isTighter(rules, base.instance) ? base.lowerBound : Number.NEGATIVE_INFINITY);
  const judge = (plan: Plan) => proposalOf(instance, plan, { bound, province });
  const freely = judge(planOf(free));
  if (freely.breaks.length === 0) return { kind: 'plan', proposal: freely, capPrice: capPriceOf(province, zones) };
  const beside = await besideSolved({ base, groups, changed, cap: zones, offers }, judge, desk);
  return { kind: 'plan', proposal: beside ?? freely, capPrice: null };
}

interface Changed {
  readonly base: Opened;
  readonly groups: readonly Alternatives[];
  readonly changed: readonly number[];
  readonly cap: number;
  readonly offers: ReadonlyMap<number, Offer>;
}

/** Other places stay as they were solved; what changed is chosen to keep the provincial sums, where that can be. */
async function besideSolved(what: Changed, judge: (plan: Plan) => Proposal, desk: Pick<Desk, 'curve'>): Promise<Proposal | null> {
  const { base, groups, changed, offers } = what;
  const planned = (found: readonly Offer[]) => {
    const ways = cheapestBeside(what, found);
    return ways && judge(replaced(base, groups, { places: changed, ways }));
  };
  const plain = planned([...offers.values()]);
  if (plain === null || plain.breaks.length === 0) return plain;
  const inside = changed.flatMap((place) => groupsIn(groups[place]));
  const kept = await keepingRows(
    plain,
    async (prices) => {
      const curves = new Map<string, GroupCurve>();
      for (const group of inside) curves.set(group.code, await desk.curve(group, prices));
      return planned(changed.map((place) => offerAt(groups[place], ({ code }) => curves.get(code) ?? noCurve(code))));
    },
    inside.every(({ parks }) => parks.length <= quick) ? { rises: 5, halvings: 4 } : { rises: 3, halvings: 0 },
  );
  return kept ?? plain;
}

/** Groups up to so many parks are solved in a few ms. */
const quick = 17;

/** Which locks and rules cannot hold together. */
export function conflicting(base: Opened, rules: Rules, desk: Desk): Promise<readonly RuleUse[]> {
  return conflictOf({ ...base.instance, ...rules }, desk);
}

function proposalOf(
  instance: Instance,
  plan: Plan,
  { bound, province }: { readonly bound: number; readonly province: Province },
): Proposal {
  const costed = costOf(instance, plan);
  const breaks = ruleBreaks(instance, plan);
  const proven = !isLess(bound, costed.cost);
  return {
    ...{ ...plan, ...costed, breaks, curve: curveOf(province) },
    standing: breaks.length > 0 ? 'open' : proven ? 'optimal' : 'bounded',
    lowerBound: Math.min(bound, costed.cost),
    gap: proven ? 0 : (costed.cost - bound) / Math.abs(costed.cost),
  };
}

function groupsIn(one: Alternatives | undefined): readonly Group[] {
  return one ? componentsOf(one).map(({ group }) => group) : [];
}

/** What a person may change of a group, besides its parks and costs. */
function keyOf({ code, together, apart, fixed, platesAllowed, torn }: Group): string {
  return JSON.stringify([code, together, apart, fixed, platesAllowed, torn ?? false]);
}

function sameGroups(a: Alternatives | undefined, b: Alternatives | undefined): boolean {
  return groupsIn(a).map(keyOf).join() === groupsIn(b).map(keyOf).join();
}

function curveIn(known: ReadonlyMap<string, GroupCurve>, group: Group): GroupCurve {
  return known.get(keyOf(group)) ?? noCurve(group.code);
}

function noCurve(code: string): GroupCurve {
  return { code, points: [], method: 'tables' };
}

function offerAt(one: Alternatives | undefined, curveOfGroup: (group: Group) => GroupCurve): Offer {
  return offerOf(one ?? { apart: [], joint: null }, ({ group }) => curveOfGroup(group));
}

/** The cheapest ways of what changed that leave the other places their zones. */
function cheapestBeside({ base, changed, cap }: Changed, offers: readonly Offer[]): readonly Way[] | null {
  const inside = new Set(changed.flatMap((place) => groupsIn(base.groups[place]).map(({ code }) => code)));
  const others = base.plan.plan.filter((zone) => !inside.has(zone.jurisdiction)).length;
  return best(provinceOf(offers), cap - others)?.ways ?? null;
}

interface Replacing {
  readonly places: readonly number[];
  readonly ways: readonly Way[];
}

function replaced(base: Opened, groups: readonly Alternatives[], { places, ways }: Replacing): Plan {
  const codes = new Set(places.flatMap((place) => groupsIn(groups[place]).map(({ code }) => code)));
  const fresh = planOf(ways);
  return {
    plan: [...base.plan.plan.filter((zone) => !codes.has(zone.jurisdiction)), ...fresh.plan],
    outcomes: { ...base.plan.outcomes, ...fresh.outcomes },
  };
}

function planOf(ways: readonly Way[]): Plan {
  return planOfChosen(ways.flatMap((way) => way.taken.map(({ component, point }) => ({ component, plan: point.plan }))));
}

/** All that bound before binds still: then what no plan beat before none beats now. */
function isTighter(rules: Rules, before: Instance): boolean {
  const locks = new Set(rules.locks.map((lock) => lockKey(lock)));
  const allowed = new Set((before.decisions ?? []).map((decision) => platesKey(decision)));
  return before.locks.every((lock) => locks.has(lockKey(lock))) && rules.decisions.every((decision) => allowed.has(platesKey(decision)));
}
