// Why a park stands where it stands: its next best choice and what that would cost more in the whole province, by solving its group again
// with that choice locked. And which rules bind there: what the province would save if a rule were one step wider.
import type { Infeasible, RuleCode, Solved } from '../answer.ts';
import type { Desk } from '../desk.ts';
import type { GroupCurve } from '../group.ts';
import { groupsOf } from '../groups.ts';
import type { Caps, Instance, Park } from '../instance.ts';
import { provinceOf, restOf } from '../province.ts';
import { solve } from '../solve.ts';
import { type Family, familiesOf } from './conflict-family.ts';
import { type Choice, choicesOf, withChoice } from './explain-choices.ts';
import { movedCosts } from './explain-moves.ts';
import { capBinds, rulesThere } from './explain-rules.ts';
import { type BindingRule, type ChoiceCost, cleared, curvesOf, offered, provincialCost, type Work } from './explain-work.ts';
import { componentsOf } from './offer.ts';

export type { BindingRule, ChoiceCost } from './explain-work.ts';

/** The least of the other choices; `extraCost` null: nothing else is possible, and what stands there is what the plan says. */
export interface NextBest extends ChoiceCost {
  readonly park: string;
  /** Every other choice. */
  readonly choices: readonly ChoiceCost[];
}

export interface Explained {
  /** In the order of their codes. */
  readonly nextBest: readonly NextBest[];
  readonly binding: readonly BindingRule[];
  /** Staff, platforms and public money bind: they are left out of these figures. */
  readonly withoutRows: boolean;
}

export interface Explainer {
  /** A jurisdiction of the instance, joint or not. */
  readonly of: (jurisdiction: string) => Promise<Explained>;
}

/** `curves`: those of the same instance's groups from an earlier run; the others are asked for. */
export async function openExplainer(instance: Instance, solved: Solved, { desk, curves = [] }: Means): Promise<Explainer> {
  const alternatives = groupsOf(instance);
  const families = familiesOf(instance);
  const known = new Map(curves.map((curve) => [curve.code, curve]));
  const all = await curvesOf(alternatives.flatMap(componentsOf), desk, known);
  const province = provinceOf(alternatives.map((one) => offered(one, all)));
  const withoutRows = solved.method.includes('columns');
  return {
    of: (jurisdiction) => {
      const place = families.findIndex((one) => one.instance.jurisdictions.some(({ code }) => code === jurisdiction));
      const family = families[place];
      if (family === undefined) return Promise.resolve({ nextBest: [], binding: [], withoutRows });
      const rest = leastWithin(restOf(province, place, instance.caps.zones));
      return explained({ instance, solved, family, desk, rest, large: isLarge(family, all) }, jurisdiction, withoutRows);
    },
  };
}

export interface Means {
  readonly desk: Desk;
  readonly curves?: readonly GroupCurve[];
}

/** Solves and explains at once. */
export async function explain(instance: Instance, jurisdiction: string, desk: Desk): Promise<Explained | Infeasible> {
  const curves: GroupCurve[] = [];
  const curve: Desk['curve'] = async (group, prices) => {
    const found = await desk.curve(group, prices);
    if (prices === undefined) curves.push(found);
    return found;
  };
  const solved = await solve(instance, { ...desk, curve });
  if (solved.status === 'infeasible') return solved;
  return (await openExplainer(instance, solved, { desk, curves })).of(jurisdiction);
}

/**
 * What the province saves if a sum that binds were one step wider: one point more of the staff, one platform less, a hundredth more of public
 * money, one zone more. Each is solved anew: seconds, for a province.
 */
export async function provincialBinding(instance: Instance, solved: Solved, desk: Desk): Promise<readonly BindingRule[]> {
  const found: BindingRule[] = [...capBinds(solved)];
  for (const { rule, caps } of widerCaps(instance.caps, solved)) {
    if (found.some((known) => known.rule === rule)) continue;
    const wider = await solve({ ...instance, caps }, desk);
    if (wider.status === 'infeasible') continue;
    const saving = cleared(solved.cost - wider.cost, solved.cost);
    const proven = solved.status === 'optimal' && wider.status === 'optimal';
    if (saving > 0) found.push({ rule, subject: null, saving, proven });
  }
  return found;
}

function widerCaps(caps: Caps, { binding }: Solved): readonly { readonly rule: RuleCode; readonly caps: Caps }[] {
  return binding.map((row) => {
    if (row === 'zones') return { rule: 'zones-cap', caps: { ...caps, zones: caps.zones + 1 } };
    if (row === 'staffShare') return { rule: 'staff-share', caps: { ...caps, staffShare: Math.min(1, (caps.staffShare ?? 1) + 0.01) } };
    if (row === 'platforms') return { rule: 'platforms', caps: { ...caps, platforms: Math.max(0, (caps.platforms ?? 0) - 1) } };
    return { rule: 'budget', caps: { ...caps, budget: (caps.budget ?? 0) * 1.01 } };
  });
}

async function explained(work: Work, jurisdiction: string, withoutRows: boolean): Promise<Explained> {
  const parks = parksUnder(work.family.instance, jurisdiction);
  let done = 0;
  const nextBest = parks.map(async (park) => {
    const choices = work.large
      ? movedCosts(work, park)
      : await Promise.all(choicesOf(work, park).map((choice) => costed(work, park, choice)));
    done += 1;
    work.desk.tell?.({ stage: 'explain', done, of: parks.length, cost: work.solved.cost, lowerBound: work.solved.lowerBound });
    return nextBestOf(work.solved, park, choices);
  });
  return { nextBest: await Promise.all(nextBest), binding: await rulesThere(work), withoutRows };
}

function nextBestOf({ outcomes, plan }: Solved, park: Park, choices: readonly ChoiceCost[]): NextBest {
  const possible = choices.filter(({ extraCost }) => extraCost !== null);
  const [best] = possible.toSorted((a, b) => (a.extraCost ?? 0) - (b.extraCost ?? 0));
  const lead = plan.find((zone) => zone.parks.includes(park.code))?.lead ?? null;
  const asIs: ChoiceCost = { outcome: outcomes[park.code] ?? 'abolish', lead, extraCost: null, proven: true };
  return { park: park.code, ...(best ?? asIs), choices };
}

async function costed(work: Work, park: Park, choice: Choice): Promise<ChoiceCost> {
  const { outcome, lead } = choice;
  const found = await provincialCost(work, withChoice(work.family.instance, park, choice));
  if (found === null) return { outcome, lead, extraCost: null, proven: true };
  return { outcome, lead, extraCost: cleared(found.cost - work.solved.cost, work.solved.cost), proven: found.proven };
}

function parksUnder({ jurisdictions, parks }: Instance, jurisdiction: string): readonly Park[] {
  const members = jurisdictions.find(({ code }) => code === jurisdiction)?.joins ?? [jurisdiction];
  return parks.filter((park) => members.includes(park.jurisdiction)).sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isLarge({ instance }: Family, curves: ReadonlyMap<string, GroupCurve>): boolean {
  return instance.jurisdictions.some(({ code }) => curves.get(code)?.method === 'milp');
}

function leastWithin(exactly: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  return exactly.map((cost) => {
    least = Math.min(least, cost);
    return least;
  });
}
