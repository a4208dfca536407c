// Three and more zones of a small group: every set of units is split off its best zone, for one zone after the other (3ⁿ steps).
import type { Gains } from '../explain/gains.ts';
import { lowest } from '../tables/table-halves.ts';
import type { Zones } from '../zones-of-group.ts';

/** Most units for which 3ⁿ steps stay below a second. */
export const mostInPartition = 16;

const never = Number.POSITIVE_INFINITY;

/**
 * For each number of zones from 1 to `most` the best, null where there is none. `detached`: all zones together have at most so many pieces
 * beyond their first; absent: as many as they like.
 */
export function bestPartitions(gains: Gains, most: number, detached?: number): readonly (Zones | null)[] {
  const cut = splitterOf(gains, detached);
  const none = Float64Array.from({ length: 1 << gains.n }, (_, set) => ((set & gains.must) === 0 ? 0 : never));
  const layers: Layer[] = [Array.from({ length: cut.budgets }, () => none)];
  for (let zones = 1; zones <= most; zones += 1) layers.push(nextLayer(cut, layers[zones - 1] ?? []));
  return layers.slice(1).map((_, at) => traced(cut, layers, at + 1));
}

/** One for each budget of detached pieces. */
type Layer = readonly Float64Array[];

interface Splitter {
  readonly gains: Gains;
  readonly gain: Float64Array;
  /** What a zone takes off the budget. */
  readonly takes: Uint8Array;
  readonly budgets: number;
}

function splitterOf(gains: Gains, detached: number | undefined): Splitter {
  const size = 1 << gains.n;
  return {
    gains,
    gain: Float64Array.from({ length: size }, (_, set) => (set === 0 ? never : gains.exact(set))),
    takes:
      detached === undefined ? new Uint8Array(size) : Uint8Array.from({ length: size }, (_, set) => Math.max(0, gains.pieces(set) - 1)),
    budgets: 1 + (detached ?? 0),
  };
}

function nextLayer(cut: Splitter, before: Layer): Layer {
  return before.map((_, budget) => {
    const layer = new Float64Array(cut.gain.length).fill(never);
    for (let set = 1; set < layer.length; set += 1) layer[set] = leastOf(cut, { before, layer, budget }, set);
    return layer;
  });
}

interface At {
  readonly before: Layer;
  readonly layer: Float64Array;
  readonly budget: number;
}

/** The lowest unit of the set stands in no zone, or in one whose other units are any of the set. */
function leastOf({ gains, gain, takes }: Splitter, { before, layer, budget }: At, set: number): number {
  const first = set & -set;
  const others = set ^ first;
  let best = (gains.must & first) === 0 ? (layer[others] ?? never) : never;
  for (let part = others; ; part = (part - 1) & others) {
    const zone = part | first;
    const left = budget - (takes[zone] ?? 0);
    const sum = left < 0 ? never : (gain[zone] ?? never) + (before[left]?.[others ^ part] ?? never);
    if (sum < best) best = sum;
    if (part === 0) return best;
  }
}

function traced({ gains, gain, takes, budgets }: Splitter, layers: readonly Layer[], count: number): Zones | null {
  const zones: number[] = [];
  let [set, budget, left] = [(1 << gains.n) - 1, budgets - 1, count];
  const valueAt = (layer: number, pieces: number, of: number) => layers[layer]?.[pieces]?.[of] ?? never;
  while (left > 0 && set !== 0) {
    const value = valueAt(left, budget, set);
    if (value === never) return null;
    const first = 1 << lowest(set);
    const others = set ^ first;
    if ((gains.must & first) === 0 && valueAt(left, budget, others) === value) {
      set = others;
      continue;
    }
    const fits = (zone: number) => (gain[zone] ?? never) + valueAt(left - 1, budget - (takes[zone] ?? 0), set ^ zone) === value;
    let part = others;
    while (part > 0 && !fits(part | first)) part = (part - 1) & others;
    zones.push(part | first);
    budget -= takes[part | first] ?? 0;
    set = others ^ part;
    left -= 1;
  }
  return zones.length < count ? null : { zones, gain: zones.reduce((sum, zone) => sum + gains.exact(zone), 0) };
}
