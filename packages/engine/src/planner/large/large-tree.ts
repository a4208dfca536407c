// Proves how good a plan of a large group can be with so many zones: over sets of leads, then over where single units stand, always the
// box that promises most first. What no box promises, no plan reaches. Boxes are counted, not timed.
import type { Labels } from './heuristic-layout.ts';
import type { Model } from './large-model.ts';
import { type Bettered, type Box, bettered, type Priced, type Rough, roughZone, zoneAt } from './large-prices.ts';

export interface TreeAsked {
  readonly zones: number;
  /** Cost of the best plan known; +∞ where none is. */
  readonly cost: number;
  /** Most boxes looked into. */
  readonly most: number;
  readonly stopped: () => boolean;
  /** A plan met on the way: its cost after descent; +∞ where it keeps no rule. */
  readonly met: (labels: Labels) => number;
}

/** No plan with so many zones costs less than this; +∞ where there is none. At most the cost of the best plan known. */
export function provenBound(model: Model, asked: TreeAsked): number {
  const tree = treeOf(model, asked);
  const root = rooted(tree);
  if (root === null) return Number.POSITIVE_INFINITY;
  const open = leadSets(tree, root);
  for (const box of open.boxes) push(tree.heap, box);
  let closed = open.beyond;
  for (let count = 0; count < asked.most && tree.heap.length > 0 && !asked.stopped(); count += 1) {
    const box = pop(tree.heap);
    if (!box || box.bound <= target(tree)) break;
    const next = bettered(model, box, { most: box.fresh ? firstSteps : laterSteps, target: target(tree) });
    if (next === null) continue;
    offered(tree, next);
    if (next.box.bound <= target(tree)) closed = Math.max(closed, next.box.bound);
    else for (const child of childrenOf(tree, next)) push(tree.heap, child);
  }
  const left = tree.heap.reduce((most, box) => Math.max(most, box.bound), closed);
  return Math.min(costAt(tree, left), tree.cost);
}

interface OpenBox extends Box {
  readonly fresh: boolean;
}

interface Tree {
  readonly model: Model;
  readonly asked: TreeAsked;
  readonly heap: OpenBox[];
  cost: number;
}

const [rootSteps, firstSteps, laterSteps] = [150, 50, 25];
/** Leads and threes that one step of the root looks into. */
const [rootLeads, rootThrees] = [8, 6];
/** Proven to this part of the cost. */
const exactness = 1e-10;

function treeOf(model: Model, asked: TreeAsked): Tree {
  return { model, asked, heap: [], cost: asked.cost };
}

/** What all zones cost before their units gain. */
function before({ model, asked }: Tree): number {
  return model.reference + asked.zones * model.layout.frame.group.costs.zone;
}

function costAt(tree: Tree, gain: number): number {
  return before(tree) - gain;
}

/** A box that gains no more than this holds no plan worth finding. */
function target(tree: Tree): number {
  return tree.cost === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : before(tree) - tree.cost + exactness * Math.abs(tree.cost);
}

interface Root {
  readonly prices: Float64Array;
  /** By lead at most what its zone gains at these prices. */
  readonly each: readonly (Priced | null)[];
  readonly sum: number;
}

/** Prices with all zones alike: as many of the best one. */
function rooted(tree: Tree): Root | null {
  const { model, asked } = tree;
  const threes = Int32Array.from({ length: model.threes }, (_, three) => three);
  const allowed = allowedAll(model, asked.zones);
  const prices = new Float64Array(model.units);
  let best: Float64Array | null = null;
  let [least, length, stale] = [Number.POSITIVE_INFINITY, 1, 0];
  for (let step = 0; step < rootSteps && (step === 0 || !asked.stopped()); step += 1) {
    const top = topZone(model, roughs(model, threes, { allowed, prices }));
    if (top === null) return null;
    const bound = sumOf(prices) + asked.zones * top.value;
    const better = bound < least - 1e-9;
    if (better) [best, least] = [prices.slice(), bound];
    stale = better ? 0 : stale + 1;
    if (stale >= 5) [length, stale] = [length / 2, 0];
    const aim = Number.isFinite(tree.cost) ? target(tree) : bound - Math.abs(before(tree)) / 20;
    if (bound <= aim || !aimed(tree, { prices, taken: top.taken, by: length * (bound - aim) })) break;
  }
  return best && rootAt(tree, threes, { allowed, prices: best });
}

function sumOf(prices: Float64Array): number {
  return prices.reduce((total, price) => total + price, 0);
}

function roughs(model: Model, threes: Int32Array, box: Pick<Box, 'allowed' | 'prices'>): readonly (Rough | null)[] {
  return model.leads.map((_, lead) => roughZone(model, { lead, bit: 2, threes }, box));
}

/** The best zone of any lead, and at most what one gains: exact only as far as it takes to know which, and within limits. */
function topZone(model: Model, all: readonly (Rough | null)[]): Priced | null {
  const order = all.flatMap((rough) => rough ?? []).sort((a, b) => b.top - a.top);
  let best: Priced | null = null;
  for (const [count, rough] of order.entries()) {
    const floor = best?.value ?? Number.NEGATIVE_INFINITY;
    if (rough.top <= floor) break;
    if (best && count >= rootLeads) return { ...best, value: rough.top };
    const zone = zoneAt(model, rough, { floor, most: rootThrees });
    if (zone.value > floor) best = zone;
  }
  return best;
}

/** Every lead at the best prices, exact where a zone of it may belong to a better plan. */
function rootAt(tree: Tree, threes: Int32Array, box: Pick<Box, 'allowed' | 'prices'>): Root | null {
  const { model, asked } = tree;
  const all = roughs(model, threes, box);
  const sum = sumOf(box.prices);
  const top = topZone(model, all);
  if (top === null) return null;
  const floor = target(tree) - sum - (asked.zones - 1) * top.value;
  return { prices: box.prices, sum, each: all.map((rough) => rough && zoneAt(model, rough, { floor })) };
}

interface Aimed {
  readonly prices: Float64Array;
  readonly taken: Uint8Array;
  readonly by: number;
}

/** As many zones as asked for take the same units: their prices up, those of units that none takes down. false: nothing to change. */
function aimed({ model, asked }: Tree, { prices, taken, by }: Aimed): boolean {
  if (asked.zones === 1) return false;
  const slope = prices.map((price, unit) =>
    price === 0 && taken[unit] === 0 && !model.must[unit] ? 0 : 1 - asked.zones * (taken[unit] ?? 0),
  );
  const square = slope.reduce((total, one) => total + one * one, 0);
  if (square === 0) return false;
  for (const [unit, one] of slope.entries()) {
    const next = (prices[unit] ?? 0) - (by / square) * one;
    prices[unit] = model.must[unit] ? next : Math.max(0, next);
  }
  return true;
}

function allowedAll(model: Model, zones: number): Uint16Array {
  return Uint16Array.from(model.must, (must) => (2 << zones) - (must ? 2 : 1));
}

const mostSets = 20_000;

/** The sets of leads that may hold a better plan, and what those left out at most gain. */
function leadSets(tree: Tree, root: Root): { readonly boxes: readonly OpenBox[]; readonly beyond: number } {
  const values = root.each.map((zone) => zone?.value ?? Number.NEGATIVE_INFINITY);
  const order = [...values.keys()].filter((lead) => (values[lead] ?? 0) > Number.NEGATIVE_INFINITY);
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const top = root.sum + tree.asked.zones * (values[order[0] ?? 0] ?? 0);
  let least = target(tree);
  for (;;) {
    const sets = setsAbove({ tree, order, values, least }, root.sum);
    if (sets)
      return { boxes: sets.flatMap((set) => boxOf(tree, root, set)), beyond: least > target(tree) ? least : Number.NEGATIVE_INFINITY };
    least = Number.isFinite(least) ? (least + top) / 2 : top - Math.abs(before(tree));
  }
}

interface Above {
  readonly tree: Tree;
  readonly order: readonly number[];
  readonly values: readonly number[];
  readonly least: number;
}

interface LeadSet {
  readonly leads: readonly number[];
  readonly gain: number;
}

/** null: too many. */
function setsAbove({ tree, order, values, least }: Above, sum: number): readonly LeadSet[] | null {
  let sets: (LeadSet & { readonly next: number })[] = [{ leads: [], gain: sum, next: 0 }];
  for (let left = tree.asked.zones; left > 0; left -= 1) {
    const longer: typeof sets = [];
    for (const { leads, gain, next } of sets) {
      for (let place = next; place < order.length; place += 1) {
        const lead = order[place] ?? 0;
        const value = values[lead] ?? 0;
        if (gain + left * value <= least) break;
        longer.push({ leads: [...leads, lead], gain: gain + value, next: place + 1 });
        if (longer.length > mostSets) return null;
      }
    }
    sets = longer;
  }
  return sets;
}

function boxOf(tree: Tree, root: Root, { leads, gain }: LeadSet): readonly OpenBox[] {
  const { model, asked } = tree;
  const allowed = allowedAll(model, asked.zones);
  const prices = root.prices.slice();
  for (const [zone, lead] of leads.entries()) {
    const unit = model.layout.unitOf[model.leads[lead] ?? 0] ?? 0;
    if (!settle(model, { allowed, prices }, [unit, zone + 1])) return [];
  }
  const threes = leads.map((lead) => {
    const each = root.each[lead]?.each;
    const own = root.each[lead]?.value ?? 0;
    const all = Int32Array.from({ length: model.threes }, (_, three) => three);
    return all.filter((three) => gain - own + (each?.[three] ?? 0) > target(tree));
  });
  return [{ leads, allowed, prices, threes, bound: gain, fresh: true }];
}

/** The unit gets its label; what may not stand with it is kept away. false: it may not have that label. */
function settle(
  { layout }: Model,
  { allowed, prices }: Pick<Box, 'allowed' | 'prices'>,
  [unit, label]: readonly [number, number],
): boolean {
  const bit = 1 << label;
  if (((allowed[unit] ?? 0) & bit) === 0) return false;
  allowed[unit] = bit;
  prices[unit] = 0;
  if (label === 0) return true;
  const parks = layout.units[unit] ?? [];
  for (const other of parks.flatMap((park) => layout.frame.apart[park] ?? [])) {
    const its = layout.unitOf[other] ?? -1;
    if (its < 0) continue;
    const left = (allowed[its] ?? 0) & ~bit;
    if (left === 0) return false;
    allowed[its] = left;
    if ((left & (left - 1)) === 0) prices[its] = 0;
  }
  return true;
}

/** The unit that the prices are least sure of, with each label it may have. A box with nothing open holds one plan, and that was met. */
function childrenOf(tree: Tree, { box, shares }: Bettered): readonly OpenBox[] {
  const count = box.leads.length + 1;
  let [chosen, doubt] = [-1, -1];
  for (let unit = 0; unit < tree.model.units; unit += 1) {
    const allowed = box.allowed[unit] ?? 0;
    if ((allowed & (allowed - 1)) === 0) continue;
    let [sum, most] = [0, 0];
    for (let label = 1; label < count; label += 1) {
      sum += shares[unit * count + label] ?? 0;
      most = Math.max(most, shares[unit * count + label] ?? 0);
    }
    const own = (tree.model.layout.units[unit]?.length ?? 0) > 1 ? 2 : 1 - Math.max(most, 1 - sum);
    if (own > doubt) [chosen, doubt] = [unit, own];
  }
  if (chosen < 0) return [];
  return Array.from({ length: count }, (_, label) => label).flatMap((label) => {
    const side = { allowed: box.allowed.slice(), prices: box.prices.slice() };
    return settle(tree.model, side, [chosen, label]) ? [{ ...box, ...side, fresh: false }] : [];
  });
}

/** The zones at the best prices as one plan: units that two want to the one that gains more; a better plan lowers what is still sought. */
function offered(tree: Tree, { box, zones }: Bettered): void {
  const { model } = tree;
  const labels = new Uint8Array(model.units);
  for (let unit = 0; unit < model.units; unit += 1) {
    let most = Number.NEGATIVE_INFINITY;
    for (const [zone, { taken }] of zones.entries()) {
      const gain = model.base[(box.leads[zone] ?? 0) * model.units + unit] ?? 0;
      const wanted = taken[unit] === 1 || (model.must[unit] && ((box.allowed[unit] ?? 0) & (2 << zone)) !== 0 && labels[unit] === 0);
      if (!wanted || gain <= most) continue;
      most = gain;
      labels[unit] = zone + 1;
    }
  }
  tree.cost = Math.min(tree.cost, tree.asked.met(labels));
}

function push(heap: OpenBox[], box: OpenBox): void {
  heap.push(box);
  let place = heap.length - 1;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const [one, other] = [heap[place], heap[above]];
    if (!one || !other || other.bound >= one.bound) return;
    heap[place] = other;
    heap[above] = one;
    place = above;
  }
}

function pop(heap: OpenBox[]): OpenBox | undefined {
  const [top] = heap;
  const last = heap.pop();
  if (!last || heap.length === 0) return top;
  heap[0] = last;
  for (let place = 0; ; ) {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    let best = place;
    if ((heap[left]?.bound ?? Number.NEGATIVE_INFINITY) > (heap[best]?.bound ?? 0)) best = left;
    if ((heap[right]?.bound ?? Number.NEGATIVE_INFINITY) > (heap[best]?.bound ?? 0)) best = right;
    const [one, other] = [heap[place], heap[best]];
    if (best === place || !one || !other) return top;
    heap[place] = other;
    heap[best] = one;
    place = best;
  }
}
