// Three and more zones of a small group: every set of units is split off its best zone, for one zone after the other (3ⁿ steps).
import type { Gains } from './gains.ts';
import { lowest } from './table-halves.ts';
import type { Zones } from './zones-of-group.ts';

/** Most units for which 3ⁿ steps stay below a second. */
export const mostInPartition = 16;

/** For each number of zones from 1 to `most` the best, null where there is none. */
export function bestPartitions(gains: Gains, most: number): readonly (Zones | null)[] {
  const size = 1 << gains.n;
  const gain = Float64Array.from({ length: size }, (_, set) => (set === 0 ? Number.POSITIVE_INFINITY : gains.exact(set)));
  const layers: Float64Array[] = [
    Float64Array.from({ length: size }, (_, set) => ((set & gains.must) === 0 ? 0 : Number.POSITIVE_INFINITY)),
  ];
  for (let zones = 1; zones <= most; zones += 1) layers.push(nextLayer(gains, gain, layers[zones - 1] ?? gain));
  return layers.slice(1).map((_, at) => traced(gains, { gain, layers }, at + 1));
}

/** best[S] with one zone more than `before`: the lowest unit of S stands in no zone, or in one whose other units are any of S. */
function nextLayer({ must }: Gains, gain: Float64Array, before: Float64Array): Float64Array {
  const layer = new Float64Array(gain.length).fill(Number.POSITIVE_INFINITY);
  for (let set = 1; set < layer.length; set += 1) {
    const first = set & -set;
    const others = set ^ first;
    let best = (must & first) === 0 ? (layer[others] ?? 0) : Number.POSITIVE_INFINITY;
    for (let part = others; ; part = (part - 1) & others) {
      const sum = (gain[part | first] ?? 0) + (before[others ^ part] ?? 0);
      if (sum < best) best = sum;
      if (part === 0) break;
    }
    layer[set] = best;
  }
  return layer;
}

interface Traced {
  readonly gain: Float64Array;
  readonly layers: readonly Float64Array[];
}

function traced({ n, must, exact }: Gains, { gain, layers }: Traced, count: number): Zones | null {
  const zones: number[] = [];
  let set = (1 << n) - 1;
  for (let left = count; left > 0 && set !== 0; ) {
    const value = layers[left]?.[set] ?? Number.POSITIVE_INFINITY;
    if (value === Number.POSITIVE_INFINITY) return null;
    const first = 1 << lowest(set);
    const others = set ^ first;
    if ((must & first) === 0 && layers[left]?.[others] === value) {
      set = others;
      continue;
    }
    let part = others;
    while (part > 0 && (gain[part | first] ?? 0) + (layers[left - 1]?.[others ^ part] ?? 0) !== value) part = (part - 1) & others;
    zones.push(part | first);
    set = others ^ part;
    left -= 1;
  }
  return zones.length < count ? null : { zones, gain: zones.reduce((sum, zone) => sum + exact(zone), 0) };
}
