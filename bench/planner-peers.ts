// What the planner is measured beside: HiGHS and GLPK on the whole model of one jurisdiction, and simulated annealing.
import { type Group, groupsOf, type Instance } from '@zhenghe/engine/planner';
import loadGlpk from 'glpk.js/node';
import { openHighs } from '../apps/server/src/planner/highs.ts';
import { frameOf } from '../packages/engine/src/planner/large/heuristic-frame.ts';
import {
  type Labels,
  type Layout,
  layoutOf,
  type Pricer,
  penalty,
  pricerOf,
} from '../packages/engine/src/planner/large/heuristic-layout.ts';
import { forGlpk, type Milp, milpOf, type Term } from '../packages/engine/src/planner/testing/testing-milp.ts';
import { chance } from '../packages/engine/src/planner/testing.ts';

export interface Peer {
  /** null: not finished. */
  readonly cost: number | null;
  readonly ms: number;
}

/** The least cost over the numbers of zones that the jurisdiction may have; `seconds` for each. */
export async function byHighs(instance: Instance, seconds: number): Promise<Peer> {
  const highs = await openHighs();
  return overZones(instance, (milp) => {
    const answer = highs.solve(lpText(milp), { output_flag: false, time_limit: seconds, mip_rel_gap: 1e-9 });
    return answer.Status === 'Optimal' ? answer.ObjectiveValue : answer.Status === 'Infeasible' ? Number.POSITIVE_INFINITY : null;
  });
}

export async function byGlpk(instance: Instance, seconds: number): Promise<Peer> {
  const glpk = await loadGlpk();
  return overZones(instance, (milp) => {
    const { result } = glpk.solve(forGlpk(milp, glpk), { msglev: glpk.GLP_MSG_OFF, presol: true, mipgap: 0, tmlim: seconds });
    return result.status === glpk.GLP_OPT ? result.z : result.status === glpk.GLP_NOFEAS ? Number.POSITIVE_INFINITY : null;
  });
}

function overZones(instance: Instance, solved: (milp: Milp) => number | null): Peer {
  const began = performance.now();
  const [one] = instance.jurisdictions;
  let least = Number.POSITIVE_INFINITY;
  for (let zones = one?.zonesMin ?? 0; zones <= (one?.zonesMax ?? 0); zones += 1) {
    const cost = solved(milpOf(instance, zones));
    if (cost === null) return { cost: null, ms: performance.now() - began };
    least = Math.min(least, cost);
  }
  return { cost: least, ms: performance.now() - began };
}

/** LP text takes no hyphens: names by their place. */
function lpText({ cost, rows, binaries }: Milp): string {
  const places = new Map<string, string>();
  const nameOf = (name: string) => {
    const known = places.get(name) ?? `x${places.size}`;
    places.set(name, known);
    return known;
  };
  const summed = (terms: readonly Term[]) =>
    terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${nameOf(name)}`).join('\n  ');
  return [
    'Minimize',
    ` cost: ${summed(cost)}`,
    'Subject To',
    ...rows.map(({ terms, sense, limit }, place) => ` r${place}: ${summed(terms)} ${sense} ${limit}`),
    'Binaries',
    ...binaries.map((name) => ` ${nameOf(name)}`),
    'End',
    '',
  ].join('\n');
}

interface Annealed {
  readonly layout: Layout;
  readonly pricer: Pricer;
  readonly group: Group;
  readonly labels: Labels;
  readonly costs: Float64Array;
}

/** One unit to another zone at a time, the temperature from 30 down to 0.03; what the rules forbid costs a penalty. */
export function byAnnealing(instance: Instance, seconds: number): Peer {
  const began = performance.now();
  const groups = groupsOf(instance).flatMap(({ apart }) => apart.flatMap(({ group }) => begun(group)));
  const owner = groups.flatMap((one) => one.layout.units.map((_, unit) => ({ one, unit })));
  const draw = chance(20_210_610);
  const away = groups.reduce((sum, { layout }) => sum + layout.gone, 0);
  let cost = groups.reduce((sum, one) => sum + one.costs.reduce((a, b) => a + b, 0) + zonesFault(one), 0);
  let zones = groups.reduce((sum, one) => sum + counted(one), 0);
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0, heat = 30; ; step += 1) {
    if (step % 256 === 0) {
      const part = (performance.now() - began) / (seconds * 1000);
      if (part >= 1) break;
      heat = 30 * 0.001 ** part;
    }
    const { one, unit } = owner[Math.floor(draw() * owner.length)] ?? { one: undefined, unit: 0 };
    if (!one) break;
    const [before, count] = [zonesFault(one), counted(one)];
    const change = moved(one, unit, Math.floor(draw() * (one.group.zonesMax + 1)));
    const after = zones + counted(one) - count;
    const over = (total: number) => penalty * Math.max(0, total - instance.caps.zones);
    const more = change.cost + zonesFault(one) - before + over(after) - over(zones);
    if (more > 0 && draw() >= Math.exp(-more / heat)) change.undo();
    else [cost, zones] = [cost + more, after];
    least = Math.min(least, cost);
  }
  return { cost: least + away < penalty ? least + away : null, ms: performance.now() - began };
}

function begun(group: Group): readonly Annealed[] {
  const layout = layoutOf(frameOf(group));
  if (!layout) return [];
  const pricer = pricerOf(layout);
  const labels = Uint8Array.from(layout.units, () => 0);
  const one = { layout, pricer, group, labels, costs: new Float64Array(group.zonesMax + 1) };
  for (const zone of one.costs.keys()) one.costs[zone] = zoneCost(one, zone);
  return [one];
}

function counted({ labels, group }: Annealed): number {
  let zones = 0;
  for (let zone = 1; zone <= group.zonesMax; zone += 1) if (labels.includes(zone)) zones += 1;
  return zones;
}

function zonesFault(one: Annealed): number {
  return penalty * Math.max(0, one.group.zonesMin - counted(one));
}

/** Of label 0: all units in no zone. */
function zoneCost({ layout, pricer, labels }: Annealed, zone: number): number {
  if (zone > 0) return labels.includes(zone) ? pricer.zone(labels, zone) : 0;
  return layout.outside.reduce((sum, cost, unit) => (labels[unit] === 0 ? sum + cost : sum), 0);
}

function moved(one: Annealed, unit: number, label: number): { readonly cost: number; readonly undo: () => void } {
  const from = one.labels[unit] ?? 0;
  const [a, b] = [one.costs[from] ?? 0, one.costs[label] ?? 0];
  if (from === label) return { cost: 0, undo: () => undefined };
  one.labels[unit] = label;
  one.costs[from] = zoneCost(one, from);
  one.costs[label] = zoneCost(one, label);
  const undo = () => {
    one.labels[unit] = from;
    [one.costs[from], one.costs[label]] = [a, b];
  };
  return { cost: (one.costs[from] ?? 0) + (one.costs[label] ?? 0) - a - b, undo };
}
