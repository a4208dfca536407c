// What an explanation is worked out with: one family of a solved province, and what the province costs with another one in its place.
import type { RuleUse, Solved } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { Alternatives, Component, GroupCurve } from '../group.ts';
import { groupsOf } from '../groups.ts';
import type { Instance, Outcome } from '../instance.ts';
import type { Family } from './conflict-family.ts';
import { componentsOf, type Offer, offerOf } from './offer.ts';

export interface ChoiceCost {
  readonly outcome: Outcome;
  /** The lead of the zone it would join – itself for a zone of its own; null where it would stand in none. */
  readonly lead: string | null;
  /** More than the plan costs, in the unit of the instance; null: not possible. Below zero only where provincial sums forbid it. */
  readonly extraCost: number | null;
  /** Exact. Otherwise the least known: what it costs if all other parks stay as they are. */
  readonly proven: boolean;
}

export interface BindingRule extends RuleUse {
  /** What the province saves if the rule is one step wider. */
  readonly saving: number;
  /** Exact; otherwise it saves at least so much. */
  readonly proven: boolean;
}

/** What is at hand to explain one family. */
export interface Work {
  readonly instance: Instance;
  readonly solved: Solved;
  readonly family: Family;
  readonly desk: Desk;
  /** Least cost of all other families with at most k zones. */
  readonly rest: Float64Array;
  /** Too large for tables: solving it again for each choice would take hours. */
  readonly large: boolean;
}

/** The province's least cost with this family in place of its own; null: no plan. `proven`: no bound lies below it. */
export async function provincialCost(
  { desk, rest }: Work,
  varied: Instance,
): Promise<{ readonly cost: number; readonly proven: boolean } | null> {
  const [alternatives] = groupsOf(varied);
  if (!alternatives) return null;
  const { ways } = offered(alternatives, await curvesOf(componentsOf(alternatives), desk));
  const sums = ways.map((way) => ({
    cost: (rest[rest.length - 1 - way.zones] ?? Number.POSITIVE_INFINITY) + way.cost,
    proven: way.bound === way.cost,
  }));
  const best = sums.toSorted((a, b) => a.cost - b.cost)[0];
  return best && Number.isFinite(best.cost) ? { cost: best.cost, proven: sums.every(({ proven }) => proven) } : null;
}

/** What sums of doubles may err is nothing. */
export function cleared(difference: number, of: number): number {
  return Math.abs(difference) <= 1e-6 + 1e-9 * Math.abs(of) ? 0 : difference;
}

/** The curves of these components by their codes; those known are not asked for. */
export async function curvesOf(
  components: readonly Component[],
  desk: Desk,
  known: ReadonlyMap<string, GroupCurve> = new Map(),
): Promise<ReadonlyMap<string, GroupCurve>> {
  const asked = components.map(async ({ group }) => [group.code, known.get(group.code) ?? (await desk.curve(group))] as const);
  return new Map(await Promise.all(asked));
}

export function offered(alternatives: Alternatives, curves: ReadonlyMap<string, GroupCurve>): Offer {
  return offerOf(alternatives, ({ group }) => curves.get(group.code) ?? { code: group.code, points: [], method: 'tables' });
}
