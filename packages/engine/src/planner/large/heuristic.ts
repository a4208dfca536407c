// A good plan for a group too large for tables, with no proof: starts from chance (the seed is an argument), descent by moves and swaps,
// kicks. The same seed gives the same plan; effort is counted, not timed.
import type { GroupPlan } from '../group.ts';
import { chanceOf } from './heuristic-chance.ts';
import { costOfPlan, type Frame, planOf } from './heuristic-frame.ts';
import { type Labels, type Layout, type Pricer, penalty, pricerOf, zonesIn } from './heuristic-layout.ts';

export interface Effort {
  readonly seed: number;
  /** Parks looked at while zones are priced: some 10⁸ a second. */
  readonly steps: number;
  readonly stopped?: () => boolean;
}

export interface Found {
  readonly cost: number;
  readonly plan: GroupPlan;
}

/** The best plan found with exactly `zones` zones; null where none was found that keeps every rule. */
export function goodPlan(layout: Layout, zones: number, effort: Effort): Found | null {
  if (zones > layout.units.length) return null;
  const search = searchOf(layout, zones, effort);
  const hopeless = effort.steps / 8;
  let best = kicked(search, climb(search, started(search)));
  for (let times = 1; times < agreed && zones > 0 && !search.ended(); ) {
    if (best.cost >= penalty && search.pricer.steps() > hopeless) break;
    const next = kicked(search, climb(search, started(search)));
    if (next.cost < best.cost - 1e-9) [best, times] = [next, 1];
    else if (next.cost < best.cost + 1e-9 && best.cost < penalty) times += 1;
  }
  return checked(layout.frame, layout, best.labels, zones);
}

/** What these labels become by descent alone. */
export function improved(layout: Layout, zones: number, labels: Labels): Found | null {
  const search = searchOf(layout, zones, { seed: 1, steps: Number.POSITIVE_INFINITY });
  return checked(layout.frame, layout, climb(search, labels).labels, zones);
}

/** Starts that must end at the same cost before it is taken for the best. */
const agreed = 3;

function checked(frame: Frame, layout: Layout, labels: Labels, zones: number): Found | null {
  const plan = planOf(
    frame,
    zonesIn(layout, labels, zones).filter((zone) => zone.length > 0),
  );
  const cost = costOfPlan(frame, plan);
  return plan.zones.length === zones && Number.isFinite(cost) ? { cost, plan } : null;
}

interface Search {
  readonly layout: Layout;
  readonly zones: number;
  readonly pricer: Pricer;
  readonly draw: () => number;
  readonly ended: () => boolean;
  /** For each unit the others, the nearest first. */
  readonly near: readonly (readonly number[])[];
  readonly touching: readonly (readonly [number, number])[];
}

interface Climbed {
  readonly labels: Labels;
  readonly cost: number;
}

function searchOf(layout: Layout, zones: number, { seed, steps, stopped }: Effort): Search {
  const { frame, units, unitOf } = layout;
  const pricer = pricerOf(layout);
  const first = units.map((unit) => frame.group.parks[unit[0] ?? 0]);
  const apartness = (a: number, b: number) => Math.hypot((first[a]?.x ?? 0) - (first[b]?.x ?? 0), (first[a]?.y ?? 0) - (first[b]?.y ?? 0));
  const all = [...units.keys()];
  const near = all.map((unit) => all.filter((other) => other !== unit).sort((a, b) => apartness(unit, a) - apartness(unit, b) || a - b));
  const touching = all.flatMap((unit) => {
    const others = new Set((units[unit] ?? []).flatMap((park) => frame.touches[park] ?? []).map((park) => unitOf[park] ?? -1));
    return [...others].filter((other) => other > unit).map((other) => [unit, other] as const);
  });
  return { layout, zones, pricer, draw: chanceOf(seed), ended: () => pricer.steps() >= steps || stopped?.() === true, near, touching };
}

/** Leads by chance, higher levels likelier; every unit to the cheapest of them or away. */
function started({ layout, zones, draw }: Search): Labels {
  const { frame, units, outside } = layout;
  const leads: number[] = [];
  const levelOf = (unit: number) => Math.max(...(units[unit] ?? []).map((park) => frame.level[park] ?? 0));
  while (leads.length < zones) {
    const unit = Math.floor(draw() * units.length);
    if (!leads.includes(unit) && draw() * 3 < levelOf(unit)) leads.push(unit);
  }
  const labels = new Uint8Array(units.length);
  for (const [unit, parks] of units.entries()) {
    let least = outside[unit] ?? 0;
    for (const [zone, lead] of leads.entries()) {
      const h = units[lead]?.[0] ?? 0;
      const cost = parks.reduce((sum, park) => sum + (frame.inside[park] ?? 0) + (frame.reach[park * frame.n + h] ?? 0), 0);
      if (levelOf(unit) > levelOf(lead) || cost >= least) continue;
      least = cost;
      labels[unit] = zone + 1;
    }
  }
  for (const [zone, lead] of leads.entries()) labels[lead] = zone + 1;
  return labels;
}

/** Descent: single units, then pairs that touch, then swaps; from the first again after each gain. */
function climb(search: Search, from: Labels): Climbed {
  const labels = from.slice();
  const costs = Float64Array.from({ length: search.zones + 1 }, (_, zone) => (zone === 0 ? 0 : search.pricer.zone(labels, zone)));
  const state = { labels, costs };
  let again = true;
  while (again && !search.ended()) again = moved(search, state) || movedPairs(search, state) || swapped(search, state);
  return { labels, cost: search.pricer.all(labels, search.zones) };
}

interface State {
  readonly labels: Labels;
  readonly costs: Float64Array;
}

/** Tries the labels; keeps them and the new costs if they cost less. */
function tried(search: Search, { labels, costs }: State, changes: readonly (readonly [unit: number, label: number])[]): boolean {
  const before = changes.map(([unit]) => labels[unit] ?? 0);
  let gain = 0;
  for (const [unit, label] of changes) {
    const away = search.layout.outside[unit] ?? 0;
    if (labels[unit] === 0) gain += away;
    if (label === 0) gain -= away;
  }
  for (const [unit, label] of changes) labels[unit] = label;
  const touched = [...new Set([...before, ...changes.map(([, label]) => label)])].filter((zone) => zone > 0);
  const fresh = touched.map((zone) => search.pricer.zone(labels, zone));
  for (const [place, zone] of touched.entries()) gain += (costs[zone] ?? 0) - (fresh[place] ?? 0);
  if (gain > 1e-9) {
    for (const [place, zone] of touched.entries()) costs[zone] = fresh[place] ?? 0;
    return true;
  }
  for (const [place, [unit]] of changes.entries()) labels[unit] = before[place] ?? 0;
  return false;
}

function moved(search: Search, state: State): boolean {
  let any = false;
  for (const unit of search.layout.units.keys()) {
    for (let label = 0; label <= search.zones; label += 1) {
      if (state.labels[unit] !== label && tried(search, state, [[unit, label]])) any = true;
    }
  }
  return any;
}

function movedPairs(search: Search, state: State): boolean {
  for (const [a, b] of search.touching) {
    for (let label = 0; label <= search.zones; label += 1) {
      if (state.labels[a] === label || state.labels[b] === label) continue;
      const changes = [
        [a, label],
        [b, label],
      ] as const;
      if (tried(search, state, changes)) return true;
    }
  }
  return false;
}

const swapsWith = 24;

function swapped(search: Search, state: State): boolean {
  const { labels } = state;
  for (const [a, others] of search.near.entries()) {
    for (const b of others.slice(0, swapsWith)) {
      const [one, other] = [labels[a] ?? 0, labels[b] ?? 0];
      if (b < a || one === other) continue;
      const changes = [
        [a, other],
        [b, one],
      ] as const;
      if (tried(search, state, changes)) return true;
    }
  }
  return false;
}

const kicks = 40;

/** Some units near each other change their zone, and descent again; back to the best where that costs more. */
function kicked(search: Search, from: Climbed): Climbed {
  let best = from;
  for (let kick = 0; kick < kicks && !search.ended(); kick += 1) {
    const labels = best.labels.slice();
    const centre = Math.floor(search.draw() * labels.length);
    const count = 2 + Math.floor(search.draw() * 5);
    const label = Math.floor(search.draw() * (search.zones + 1));
    for (const unit of [centre, ...(search.near[centre] ?? []).slice(0, count)]) if (search.draw() < 0.8) labels[unit] = label;
    const climbed = climb(search, labels);
    if (climbed.cost < best.cost - 1e-9) {
      best = climbed;
      kick = -1;
    }
  }
  return best;
}
