// The proposal for a province: every group by itself, then the number of zones, then the sums that couple the groups where they bind.
// What is answered has been costed again by code that shares nothing with the search (cost.ts).
import type { Answer, Costed, Plan, Solved } from './answer.ts';
import { costOf } from './cost.ts';
import type { Desk } from './desk.ts';
import { conflictOf, lockConflict } from './explain/conflict.ts';
import { componentsOf, offerOf } from './explain/offer.ts';
import type { Alternatives, Component, GroupCurve } from './group.ts';
import { groupsOf } from './groups.ts';
import type { Instance } from './instance.ts';
import { coupled } from './large/columns.ts';
import { keeps, type Row, rowsOf } from './large/columns-rows.ts';
import { type Chosen, planOfChosen } from './large/plan-of-ways.ts';
import { best, capPriceOf, curveOf, leastBound, type Province, provinceOf } from './province.ts';

/** Two pieces of code disagree about a cost: a mistake of ours, never shown as an answer. */
export class CostFault extends Error {
  override readonly name = 'CostFault';
}

/** Neither a plan nor a proof that there is none: the work was stopped, or what is allowed of it is done. */
export class Unfound extends Error {
  override readonly name = 'Unfound';
  readonly stopped: boolean;
  /** No plan costs less. */
  readonly lowerBound: number;

  constructor(stopped: boolean, lowerBound: number) {
    super('no plan was found, and no proof that there is none');
    this.stopped = stopped;
    this.lowerBound = lowerBound;
  }
}

/** The instance must be free of problems (instanceProblems). Throws Unfound. */
export async function solve(instance: Instance, desk: Desk): Promise<Answer> {
  const clash = await lockConflict(instance, desk);
  if (clash.length > 0) return { status: 'infeasible', conflict: clash };
  const alternatives = groupsOf(instance);
  const curves = await curvesOf(alternatives, desk);
  const province = provinceOf(alternatives.map((one) => offerOf(one, (component) => curves.get(component) ?? noCurve(component))));
  desk.tell?.({ stage: 'province', done: 1, of: 1, cost: null, lowerBound: null });
  const least = leastBound(province, instance.caps.zones);
  if (least === Number.POSITIVE_INFINITY) return { status: 'infeasible', conflict: await conflictOf(instance, desk) };
  const work: Work = { instance, alternatives, curves, province, desk };
  return chosenFreely(work) ?? chosenUnderRows(work, least);
}

interface Work {
  readonly instance: Instance;
  readonly alternatives: readonly Alternatives[];
  readonly curves: ReadonlyMap<Component, GroupCurve>;
  readonly province: Province;
  readonly desk: Desk;
}

async function curvesOf(alternatives: readonly Alternatives[], desk: Desk): Promise<ReadonlyMap<Component, GroupCurve>> {
  const components = alternatives.flatMap(componentsOf);
  let done = 0;
  const curves = components.map(async (component) => {
    const curve = await desk.curve(component.group);
    done += 1;
    desk.tell?.({ stage: 'groups', done, of: components.length, cost: null, lowerBound: null });
    return [component, curve] as const;
  });
  return new Map(await Promise.all(curves));
}

function noCurve({ group }: Component): GroupCurve {
  return { code: group.code, points: [], method: 'tables' };
}

/** The best without the coupling rows; null where it breaks one, or no plan is known. */
function chosenFreely({ instance, curves, province, desk }: Work): Solved | null {
  const way = best(province, instance.caps.zones);
  if (way === null) return null;
  const chosen = way.ways.flatMap((one) => one.taken.map(({ component, point }) => ({ component, plan: point.plan })));
  const plan = planOfChosen(chosen);
  const costed = checked(instance, plan, way.cost);
  const rows = rowsOf(instance.caps, instance.parks);
  if (!rows.every((row) => keeps(row, useOf(row, costed)))) return null;
  const capPrice = capPriceOf(province, instance.caps.zones);
  const atLimit = rows.filter((row) => Math.abs(useOf(row, costed) - row.limit) <= 1e-9 * (1 + Math.abs(row.limit)));
  return {
    ...plan,
    ...costed,
    ...proofOf(costed.cost, way.lowerBound, desk),
    curve: curveOf(province),
    capPrice,
    binding: [...((capPrice ?? 0) > slackOf(costed.cost) ? ['zones' as const] : []), ...atLimit.map((row) => row.code)],
    method: methodsOf(curves),
  };
}

async function chosenUnderRows({ instance, alternatives, curves, province, desk }: Work, least: number): Promise<Answer> {
  const found = await coupled(alternatives, instance.caps, desk);
  if (found.status === 'impossible') return { status: 'infeasible', conflict: await conflictOf(instance, desk) };
  if (found.status === 'unfound') throw new Unfound(found.stopped, Math.max(least, found.lowerBound));
  const chosen = found.picks.flatMap((pick, at): Chosen[] => {
    const one = alternatives[at];
    const components = pick.joint ? [one?.joint] : (one?.apart ?? []);
    return components.flatMap((component, place) => {
      const plan = pick.plans[place]?.plan;
      return component && plan ? [{ component, plan }] : [];
    });
  });
  const plan = planOfChosen(chosen);
  const costed = checked(instance, plan, found.cost);
  return {
    ...plan,
    ...costed,
    ...proofOf(costed.cost, Math.max(least, found.lowerBound), desk),
    curve: curveOf(province),
    // The curve leaves the coupling rows out, so it cannot tell what a zone is worth under them.
    capPrice: null,
    binding: found.binding,
    method: [...methodsOf(curves), 'columns'],
  };
}

function checked(instance: Instance, plan: Plan, cost: number): Costed {
  const costed = costOf(instance, plan);
  if (Math.abs(costed.cost - cost) <= slackOf(cost)) return costed;
  throw new CostFault(`the search says ${cost}, the definition ${costed.cost}`);
}

/** How far sums of doubles in different orders may lie apart. */
function slackOf(cost: number): number {
  return 1e-6 + 1e-9 * Math.abs(cost);
}

function useOf({ code }: Row, { staff, platforms, budget }: Costed): number {
  return { staffShare: staff.kept, platforms: -platforms, budget }[code];
}

function proofOf(cost: number, lowerBound: number, desk: Desk): Pick<Solved, 'status' | 'lowerBound' | 'gap' | 'stopped'> {
  if (cost - lowerBound <= slackOf(cost)) return { status: 'optimal', lowerBound: cost, gap: 0, stopped: false };
  return { status: 'bounded', lowerBound, gap: (cost - lowerBound) / Math.abs(cost), stopped: desk.stopped?.() ?? false };
}

function methodsOf(curves: ReadonlyMap<Component, GroupCurve>): ('tables' | 'milp')[] {
  const used = new Set([...curves.values()].map((curve) => curve.method));
  return (['tables', 'milp'] as const).filter((method) => used.has(method));
}
