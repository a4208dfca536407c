// The one zone that gains most at given gains of units, pieces paid for. Units that gain and touch stand or fall together; what is left
// is which of these clusters to take and which losing units to take along so that pieces join: Steiner trees over few clusters.
import type { Layout } from './heuristic-layout.ts';
import type { Model } from './large-model.ts';

export interface ZoneAsked {
  /** By unit what it gains in this zone; −∞ where it may not. */
  readonly gain: Float64Array;
  /** Units that must stand in it: the lead's at least. */
  readonly forced: Uint8Array;
}

export interface ZoneBest {
  readonly value: number;
  /** 1 for each unit of the zone that has the value; where `exact` is false the value is only an upper bound. */
  readonly taken: Uint8Array;
  readonly exact: boolean;
}

/** More clusters of one part than this are not told apart. */
const mostClusters = 9;
const none = Number.NEGATIVE_INFINITY;

/** Units that gain or must, joined where they touch. */
interface Clusters {
  readonly count: number;
  /** By park its cluster; −1 where its unit neither gains nor must. */
  readonly of: Int32Array;
  readonly gain: Float64Array;
  readonly forced: Uint8Array;
}

/** What a set of clusters gains, by number of pieces; the clusters and the losing units that come along. */
interface PartBest {
  readonly gains: readonly number[];
  readonly chosen: readonly Chosen[];
  readonly exact: boolean;
}

interface Chosen {
  readonly clusters: readonly number[];
  readonly units: readonly number[];
}

const nothing: Chosen = { clusters: [], units: [] };

export function bestZoneOf(model: Model, asked: ZoneAsked): ZoneBest {
  const clusters = clustersOf(model, asked);
  if (clusters.count === 1)
    return zoneOf(model, clusters, { value: clusters.gain[0] ?? 0, chosen: { clusters: [0], units: [] }, exact: true });
  const parts = partsOf(model, asked, clusters);
  let best: readonly Taken[] = [{ gain: 0, chosen: nothing }];
  let exact = true;
  for (const part of parts) {
    const own = part.clusters.length === 1 ? single(clusters, part.clusters[0] ?? 0) : joined(model, asked, { clusters, part });
    exact &&= own.exact;
    best = withPart(best, own, model.mostPieces);
  }
  let [value, chosen]: [number, Chosen] = [none, nothing];
  for (const [pieces, taken] of best.entries()) {
    const paid = taken.gain - model.piece * (pieces - 1);
    if (pieces > 0 && paid > value) [value, chosen] = [paid, taken.chosen];
  }
  return zoneOf(model, clusters, { value, chosen, exact });
}

function zoneOf(
  { layout, units }: Model,
  { of }: Clusters,
  best: { readonly value: number; readonly chosen: Chosen; readonly exact: boolean },
): ZoneBest {
  const taken = new Uint8Array(units);
  const chosen = new Set(best.chosen.clusters);
  for (const [park, cluster] of of.entries()) if (cluster >= 0 && chosen.has(cluster)) taken[layout.unitOf[park] ?? 0] = 1;
  for (const unit of best.chosen.units) taken[unit] = 1;
  return { value: best.value, taken, exact: best.exact };
}

function clustersOf({ layout }: Model, { gain, forced }: ZoneAsked): Clusters {
  const { frame, units, unitOf } = layout;
  const of = new Int32Array(frame.n).fill(-1);
  const core = units.map((_, unit) => forced[unit] === 1 || (gain[unit] ?? none) > 0);
  const open = (park: number) => of[park] === -1 && core[unitOf[park] ?? -1] === true;
  let count = 0;
  for (let first = 0; first < frame.n; first += 1) {
    if (!open(first)) continue;
    of[first] = count;
    const queue = [first];
    for (const park of queue) {
      for (const other of alongWith(layout, forced, park)) {
        if (!open(other)) continue;
        of[other] = count;
        queue.push(other);
      }
    }
    count += 1;
  }
  const clusters = { count, of, gain: new Float64Array(count), forced: new Uint8Array(count) };
  for (const [unit, parks] of units.entries()) summedUp(clusters, parks, { gain: gain[unit] ?? 0, forced: forced[unit] === 1 });
  return clusters;
}

function summedUp(
  { of, gain, forced }: Clusters,
  parks: readonly number[],
  unit: { readonly gain: number; readonly forced: boolean },
): void {
  // A forced unit's parks may lie apart, each in its own cluster: its gain counts where its first park is.
  const cluster = of[parks[0] ?? 0] ?? -1;
  if (cluster >= 0) gain[cluster] = (gain[cluster] ?? 0) + unit.gain;
  if (unit.forced) for (const park of parks) forced[of[park] ?? 0] = 1;
}

/** Parks that touch; and those of a unit not yet decided, which a bound may take for one piece. */
function alongWith({ frame, units, unitOf }: Layout, forced: Uint8Array, park: number): readonly number[] {
  const unit = unitOf[park] ?? 0;
  const touching = frame.touches[park] ?? [];
  const own = units[unit] ?? [];
  return own.length === 1 || forced[unit] === 1 ? touching : [...touching, ...own];
}

/** Clusters that losing units may join, and those units. */
interface Part {
  readonly clusters: readonly number[];
  readonly units: readonly number[];
}

function partsOf(model: Model, { gain, forced }: ZoneAsked, { count, of }: Clusters): readonly Part[] {
  const { frame, unitOf } = model.layout;
  // Where all clusters may stay pieces, a unit that loses more than all of them cost is never worth it.
  const least = count <= model.mostPieces ? -model.piece * (count - 1) : none;
  const seen = Uint8Array.from(of, (cluster, park) => (cluster >= 0 || (gain[unitOf[park] ?? -1] ?? none) > least ? 0 : 1));
  const parts: Part[] = [];
  for (let first = 0; first < frame.n; first += 1) {
    if (seen[first] === 1 || (of[first] ?? -1) < 0) continue;
    seen[first] = 1;
    const queue = [first];
    for (const park of queue) {
      for (const other of alongWith(model.layout, forced, park)) {
        if (seen[other] === 1) continue;
        seen[other] = 1;
        queue.push(other);
      }
    }
    const losing = queue.filter((park) => (of[park] ?? -1) < 0).map((park) => unitOf[park] ?? 0);
    const clusters = queue.map((park) => of[park] ?? -1).filter((cluster) => cluster >= 0);
    parts.push({ clusters: [...new Set(clusters)], units: [...new Set(losing)] });
  }
  return parts;
}

function single({ gain, forced }: Clusters, cluster: number): PartBest {
  return {
    gains: [forced[cluster] === 1 ? none : 0, gain[cluster] ?? 0],
    chosen: [nothing, { clusters: [cluster], units: [] }],
    exact: true,
  };
}

interface Taken {
  readonly gain: number;
  readonly chosen: Chosen;
}

const unreachable: Taken = { gain: none, chosen: nothing };

/** By number of pieces, with one part of the group more. */
function withPart(best: readonly Taken[], own: PartBest, most: number): readonly Taken[] {
  const next: Taken[] = Array.from({ length: Math.min(most + 1, best.length + own.gains.length - 1) }, () => unreachable);
  for (const [before, { gain, chosen }] of best.entries()) {
    for (const [more, added] of own.gains.entries()) {
      const pieces = before + more;
      if (pieces >= next.length || !(gain + added > (next[pieces]?.gain ?? none))) continue;
      next[pieces] = { gain: gain + added, chosen: both(chosen, own.chosen[more] ?? nothing) };
    }
  }
  return next;
}

function both(one: Chosen, other: Chosen): Chosen {
  if (one === nothing || other === nothing) return one === nothing ? other : one;
  return { clusters: [...one.clusters, ...other.clusters], units: [...one.units, ...other.units] };
}

interface Joining {
  readonly clusters: Clusters;
  readonly part: Part;
}

/** The clusters first, then the losing units. */
interface Net {
  readonly clusters: readonly number[];
  readonly units: readonly number[];
  readonly gain: readonly number[];
  readonly forced: readonly boolean[];
  readonly loss: readonly number[];
  readonly near: readonly (readonly number[])[];
}

function joined(model: Model, asked: ZoneAsked, { clusters, part }: Joining): PartBest {
  const gain = part.clusters.map((cluster) => clusters.gain[cluster] ?? 0);
  const forced = part.clusters.map((cluster) => clusters.forced[cluster] === 1);
  if (part.clusters.length > mostClusters) {
    const all = { clusters: part.clusters, units: [] };
    const sum = gain.reduce((total, one, place) => (forced[place] || one > 0 ? total + one : total), 0);
    return { gains: [forced.some(Boolean) ? none : 0, sum], chosen: [nothing, all], exact: false };
  }
  const loss = [...part.clusters.map(() => 0), ...part.units.map((unit) => -(asked.gain[unit] ?? 0))];
  const net: Net = { ...part, gain, forced, loss, near: nearOf(model, part, clusters) };
  return bestSets(net, piecesOf(net, treesOf(net), model.mostPieces));
}

function nearOf({ layout }: Model, part: Part, { of }: Clusters): readonly (readonly number[])[] {
  const { frame, unitOf } = layout;
  const clusterAt = new Map(part.clusters.map((cluster, place) => [cluster, place]));
  const unitAt = new Map(part.units.map((unit, place) => [unit, place + part.clusters.length]));
  const near = Array.from({ length: part.clusters.length + part.units.length }, () => new Set<number>());
  const at = (park: number) => clusterAt.get(of[park] ?? -1) ?? unitAt.get(unitOf[park] ?? -1) ?? -1;
  for (const [park, others] of frame.touches.entries()) {
    const node = at(park);
    if (node < 0) continue;
    for (const other of others) {
      const its = at(other);
      if (its >= 0 && its !== node) near[node]?.add(its);
    }
  }
  return near.map((set) => [...set]);
}

interface Cut {
  /** By number of pieces and set of clusters, the least loss. */
  readonly layers: readonly Float64Array[];
  /** The tree that holds the set's first cluster. */
  readonly last: readonly Int32Array[];
  readonly trees: Trees;
}

/** Sets of clusters cut into trees. */
function piecesOf({ clusters }: Net, trees: Trees, most: number): Cut {
  const sets = 1 << clusters.length;
  const layers = [Float64Array.from({ length: sets }, (_, set) => (set === 0 ? 0 : Number.POSITIVE_INFINITY))];
  const last: Int32Array[] = [new Int32Array(sets)];
  for (let pieces = 1; pieces <= Math.min(most, clusters.length); pieces += 1) {
    const before = layers[pieces - 1] ?? new Float64Array(sets);
    const cost = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
    const tree = new Int32Array(sets);
    for (let set = 1; set < sets; set += 1) {
      const lowest = set & -set;
      for (let sub = set; sub > 0; sub = (sub - 1) & set) {
        if ((sub & lowest) === 0) continue;
        const sum = (trees.cost[sub] ?? 0) + (before[set ^ sub] ?? 0);
        if (sum < (cost[set] ?? 0)) [cost[set], tree[set]] = [sum, sub];
      }
    }
    layers.push(cost);
    last.push(tree);
  }
  return { layers, last, trees };
}

function bestSets(net: Net, { layers, last, trees }: Cut): PartBest {
  const bits = [...net.clusters.keys()];
  const must = bits.reduce((set, bit) => (net.forced[bit] ? set | (1 << bit) : set), 0);
  const best = layers.map(() => ({ gain: none, set: -1 }));
  for (let set = 0; set < 1 << bits.length; set += 1) {
    if ((set & must) !== must) continue;
    const gain = bits.reduce((sum, bit) => (set & (1 << bit) ? sum + (net.gain[bit] ?? 0) : sum), 0);
    for (const [pieces, loss] of layers.entries()) {
      if (gain - (loss[set] ?? 0) > (best[pieces]?.gain ?? none)) best[pieces] = { gain: gain - (loss[set] ?? 0), set };
    }
  }
  const chosen = best.map(({ set }, pieces) => {
    if (set <= 0) return nothing;
    const units: number[] = [];
    for (let [left, count] = [set, pieces]; count > 0; count -= 1) {
      const tree = last[count]?.[left] ?? 0;
      units.push(...trees.units(tree));
      left ^= tree;
    }
    return { clusters: net.clusters.filter((_, bit) => set & (1 << bit)), units };
  });
  return { gains: best.map(({ gain }) => gain), chosen, exact: true };
}

interface Trees {
  /** By set of clusters the least loss of joining them in one piece. */
  readonly cost: Float64Array;
  /** The losing units of that piece. */
  readonly units: (set: number) => readonly number[];
}

/** From nowhere: a cluster itself. */
const start = 1 << 30;

/** Dreyfus and Wagner, with losses at the nodes; passing another cluster costs nothing. */
function treesOf(net: Net): Trees {
  const count = net.loss.length;
  const sets = 1 << net.clusters.length;
  const cost = new Float64Array(sets * count).fill(Number.POSITIVE_INFINITY);
  // From which neighbour (≥ 0) or which split (−1 − subset); `start` at a cluster itself.
  const from = new Int32Array(sets * count).fill(start);
  for (const bit of net.clusters.keys()) cost[(1 << bit) * count + bit] = 0;
  const least = new Float64Array(sets);
  for (let set = 1; set < sets; set += 1) {
    const way = { row: set * count, count, loss: net.loss, near: net.near };
    splits(cost, from, { ...way, set });
    spreadOut(cost, from, way);
    least[set] = Math.min(...cost.subarray(way.row, way.row + count));
  }
  const losing = (v: number) => net.units[v - net.clusters.length] ?? [];
  return { cost: least, units: (set) => traced({ cost, from, count }, set).flatMap(losing) };
}

/** Two trees that meet at a node. */
function splits(cost: Float64Array, from: Int32Array, { row, count, loss, set }: Spread & { readonly set: number }): void {
  for (let sub = (set - 1) & set; sub > (set ^ sub); sub = (sub - 1) & set) {
    const [one, other] = [sub * count, (set ^ sub) * count];
    for (let v = 0; v < count; v += 1) {
      const sum = (cost[one + v] ?? 0) + (cost[other + v] ?? 0) - (loss[v] ?? 0);
      if (sum >= (cost[row + v] ?? 0)) continue;
      cost[row + v] = sum;
      from[row + v] = -1 - sub;
    }
  }
}

interface Spread {
  readonly row: number;
  readonly count: number;
  readonly loss: readonly number[];
  readonly near: readonly (readonly number[])[];
}

/** Shortest ways from what the row has, over few nodes: the nearest not yet settled, again and again. */
function spreadOut(cost: Float64Array, from: Int32Array, { row, count, loss, near }: Spread): void {
  const settled = new Uint8Array(count);
  for (let round = 0; round < count; round += 1) {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let v = 0; v < count; v += 1) {
      if (settled[v] === 1 || (cost[row + v] ?? 0) >= least) continue;
      nearest = v;
      least = cost[row + v] ?? 0;
    }
    if (nearest < 0) return;
    settled[nearest] = 1;
    for (const v of near[nearest] ?? []) {
      const sum = least + (loss[v] ?? 0);
      if (sum >= (cost[row + v] ?? 0)) continue;
      cost[row + v] = sum;
      from[row + v] = nearest;
    }
  }
}

function traced(
  { cost, from, count }: { readonly cost: Float64Array; readonly from: Int32Array; readonly count: number },
  set: number,
): readonly number[] {
  if (set === 0) return [];
  let root = 0;
  for (let v = 1; v < count; v += 1) if ((cost[set * count + v] ?? 0) < (cost[set * count + root] ?? 0)) root = v;
  const open: (readonly [number, number])[] = [[set, root]];
  const all: number[] = [];
  for (const [own, v] of open) {
    all.push(v);
    const how = from[own * count + v] ?? start;
    if (how === start) continue;
    if (how >= 0) open.push([own, how]);
    else open.push([-1 - how, v], [own ^ (-1 - how), v]);
  }
  return [...new Set(all)];
}
