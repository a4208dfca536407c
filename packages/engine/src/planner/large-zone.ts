// The one zone that gains most at given gains of units, pieces paid for. Units that gain and touch stand or fall together; what is left
// is which of these clusters to take and which losing units to take along so that pieces join: Steiner trees over few clusters.
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

interface Node {
  readonly units: readonly number[];
  readonly gain: number;
  readonly forced: boolean;
  readonly cluster: boolean;
  readonly touches: Set<number>;
}

/** By number of pieces the most that a part gains, and the nodes that gain it; −∞ where it cannot. */
interface PartBest {
  readonly gains: readonly number[];
  readonly nodes: readonly (readonly number[])[];
  readonly exact: boolean;
}

export function bestZoneOf(model: Model, asked: ZoneAsked): ZoneBest {
  const nodes = nodesOf(model, asked);
  let best: readonly Taken[] = [{ gain: 0, nodes: [] }];
  let exact = true;
  for (const part of partsOf(nodes)) {
    const own = partBest(nodes, part, model.mostPieces);
    exact &&= own.exact;
    best = withPart(best, own, model.mostPieces);
  }
  let [value, chosen]: [number, readonly number[]] = [none, []];
  for (const [pieces, { gain, nodes: taken }] of best.entries()) {
    const paid = gain - model.piece * (pieces - 1);
    if (pieces > 0 && paid > value) [value, chosen] = [paid, taken];
  }
  const taken = new Uint8Array(model.units);
  for (const node of chosen) for (const unit of nodes[node]?.units ?? []) taken[unit] = 1;
  return { value, taken, exact };
}

interface Taken {
  readonly gain: number;
  readonly nodes: readonly number[];
}

/** By number of pieces, with one part of the group more. */
function withPart(best: readonly Taken[], own: PartBest, most: number): readonly Taken[] {
  const next = Array.from({ length: most + 1 }, (): Taken => ({ gain: none, nodes: [] }));
  for (const [before, { gain, nodes }] of best.entries()) {
    for (const [more, added] of own.gains.entries()) {
      const pieces = before + more;
      if (pieces <= most && gain + added > (next[pieces]?.gain ?? none))
        next[pieces] = { gain: gain + added, nodes: [...nodes, ...(own.nodes[more] ?? [])] };
    }
  }
  return next;
}

interface Growing {
  readonly units: number[];
  gain: number;
  forced: boolean;
  cluster: boolean;
  readonly touches: Set<number>;
}

/** Clusters of units that gain or must, and the losing ones one by one. */
function nodesOf(model: Model, asked: ZoneAsked): readonly Node[] {
  const { frame } = model.layout;
  const first = clustersOf(model, asked);
  const nodeOf = new Int32Array(frame.n).fill(-1);
  const nodes: Growing[] = [];
  for (let park = 0; park < frame.n; park += 1) {
    const unit = model.layout.unitOf[park] ?? -1;
    if (unit < 0 || asked.gain[unit] === none) continue;
    const root = first[park] ?? park;
    if (nodeOf[root] === -1) nodeOf[root] = nodes.push({ units: [], gain: 0, forced: false, cluster: false, touches: new Set() }) - 1;
    const place = nodeOf[root] ?? 0;
    nodeOf[park] = place;
    const node = nodes[place];
    if (node) taken(model, asked, { node, unit, park });
  }
  linked(model, nodes, nodeOf);
  return nodes;
}

function linked({ layout }: Model, nodes: readonly Growing[], nodeOf: Int32Array): void {
  for (const [park, place] of nodeOf.entries()) {
    for (const other of layout.frame.touches[park] ?? []) {
      const its = nodeOf[other] ?? -1;
      if (its >= 0 && its !== place) nodes[place]?.touches.add(its);
    }
  }
}

interface Joining {
  readonly node: Growing;
  readonly unit: number;
  readonly park: number;
}

function taken({ layout }: Model, { gain, forced }: ZoneAsked, { node, unit, park }: Joining): void {
  const own = gain[unit] ?? none;
  if (forced[unit] === 1 || own > 0) node.cluster = true;
  if (forced[unit] === 1) node.forced = true;
  // A forced unit's parks may lie apart, each in its own cluster: its gain counts where its first park is.
  if (layout.units[unit]?.[0] !== park) return;
  node.units.push(unit);
  node.gain += own;
}

/** For each park the first of its cluster: units that gain or must, joined where they touch. */
function clustersOf({ layout }: Model, { gain, forced }: ZoneAsked): Int32Array {
  const { frame, unitOf, units } = layout;
  const first = Int32Array.from({ length: frame.n }, (_, park) => park);
  const core = units.map((_, unit) => forced[unit] === 1 || (gain[unit] ?? none) > 0);
  for (const [unit, parks] of units.entries()) {
    // Not yet decided: taken for one piece, which a bound may.
    if (parks.length > 1 && forced[unit] !== 1) for (const park of parks) join(first, parks[0] ?? park, park);
  }
  for (const [park, others] of frame.touches.entries()) {
    if (!core[unitOf[park] ?? -1]) continue;
    for (const other of others) if (other < park && core[unitOf[other] ?? -1]) join(first, park, other);
  }
  // Parks that touch may come in any order: to the root once more.
  return first.map((_, park) => rootOf(first, park));
}

function rootOf(first: Int32Array, park: number): number {
  let root = park;
  while ((first[root] ?? root) !== root) root = first[root] ?? root;
  return root;
}

function join(first: Int32Array, a: number, b: number): void {
  const [one, other] = [rootOf(first, a), rootOf(first, b)];
  first[Math.max(one, other)] = Math.min(one, other);
}

/** Nodes that hang together, by their places. */
function partsOf(nodes: readonly Node[]): readonly (readonly number[])[] {
  const seen = new Uint8Array(nodes.length);
  return nodes.flatMap((_, start) => {
    if (seen[start] === 1) return [];
    seen[start] = 1;
    const part = [start];
    for (const node of part) {
      for (const other of nodes[node]?.touches ?? []) {
        if (seen[other] === 1) continue;
        seen[other] = 1;
        part.push(other);
      }
    }
    return part.some((node) => nodes[node]?.cluster) ? [part] : [];
  });
}

function partBest(nodes: readonly Node[], part: readonly number[], most: number): PartBest {
  const clusters = part.filter((node) => nodes[node]?.cluster);
  const must = clusters.some((node) => nodes[node]?.forced);
  const gain = clusters.reduce((sum, node) => sum + (nodes[node]?.gain ?? 0), 0);
  if (clusters.length === 1) return { gains: [must ? none : 0, gain], nodes: [[], clusters], exact: true };
  if (clusters.length > mostClusters) {
    const positive = clusters.filter((node) => nodes[node]?.forced || (nodes[node]?.gain ?? 0) > 0);
    return { gains: [must ? none : 0, gain], nodes: [[], positive], exact: false };
  }
  return chosen(nodes, clusters, { trees: treesOf(nodes, part, clusters), most });
}

/** Which clusters, in how many pieces: sets of clusters cut into trees. */
function chosen(
  nodes: readonly Node[],
  clusters: readonly number[],
  { trees, most }: { readonly trees: Trees; readonly most: number },
): PartBest {
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
        if (sum < (cost[set] ?? 0)) {
          cost[set] = sum;
          tree[set] = sub;
        }
      }
    }
    layers.push(cost);
    last.push(tree);
  }
  return bestSets(nodes, clusters, { layers, last, trees });
}

interface Cut {
  readonly layers: readonly Float64Array[];
  readonly last: readonly Int32Array[];
  readonly trees: Trees;
}

function bestSets(nodes: readonly Node[], clusters: readonly number[], { layers, last, trees }: Cut): PartBest {
  const must = clusters.reduce((set, node, bit) => (nodes[node]?.forced ? set | (1 << bit) : set), 0);
  const gainOf = (set: number) => clusters.reduce((sum, node, bit) => (set & (1 << bit) ? sum + (nodes[node]?.gain ?? 0) : sum), 0);
  const gains = layers.map(() => none);
  const taken: (readonly number[])[] = layers.map(() => []);
  for (let set = 0; set < 1 << clusters.length; set += 1) {
    if ((set & must) !== must) continue;
    const gain = gainOf(set);
    for (const [pieces, cost] of layers.entries()) {
      if (gain - (cost[set] ?? 0) <= (gains[pieces] ?? none)) continue;
      gains[pieces] = gain - (cost[set] ?? 0);
      const all: number[] = clusters.filter((_, bit) => set & (1 << bit));
      for (let [left, count] = [set, pieces]; count > 0; count -= 1) {
        const tree = last[count]?.[left] ?? 0;
        all.push(...trees.nodes(tree));
        left ^= tree;
      }
      taken[pieces] = [...new Set(all)];
    }
  }
  return { gains, nodes: taken, exact: true };
}

interface Trees {
  /** By set of clusters the least loss of joining them in one piece. */
  readonly cost: Float64Array;
  /** The losing nodes of that piece. */
  readonly nodes: (set: number) => readonly number[];
}

/** From nowhere: a cluster itself. */
const start = 1 << 30;

/** Dreyfus and Wagner, with losses at the nodes; passing another cluster costs nothing. */
function treesOf(nodes: readonly Node[], part: readonly number[], clusters: readonly number[]): Trees {
  const count = part.length;
  const local = new Map(part.map((node, place) => [node, place]));
  const loss = part.map((node) => (nodes[node]?.cluster ? 0 : -(nodes[node]?.gain ?? 0)));
  const near = part.map((node) => [...(nodes[node]?.touches ?? [])].map((other) => local.get(other) ?? 0));
  const sets = 1 << clusters.length;
  const cost = new Float64Array(sets * count).fill(Number.POSITIVE_INFINITY);
  // From which neighbour (≥ 0) or which split (−1 − subset); `start` at a cluster itself.
  const from = new Int32Array(sets * count).fill(start);
  for (const [bit, node] of clusters.entries()) cost[(1 << bit) * count + (local.get(node) ?? 0)] = 0;
  for (let set = 1; set < sets; set += 1) {
    const way = { row: set * count, count, loss, near };
    splits(cost, from, { ...way, set });
    spreadOut(cost, from, way);
  }
  const least = Float64Array.from({ length: sets }, (_, set) =>
    set === 0 ? 0 : Math.min(...cost.subarray(set * count, set * count + count)),
  );
  const losing = (v: number) => (nodes[part[v] ?? 0]?.cluster ? [] : [part[v] ?? 0]);
  return { cost: least, nodes: (set) => traced({ cost, from, count }, set).flatMap(losing) };
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
