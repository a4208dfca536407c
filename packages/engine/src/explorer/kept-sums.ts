// Sums and cells that were worked out stay with their rows until a figure under them changes; the oldest go when there are too many.
import type { Explorer } from './explorer.ts';
import type { Gathered } from './gathered.ts';
import type { Grouping } from './grouping.ts';
import { type Ladder, type RowSums, sumsOf } from './sums.ts';
import type { PackedCell } from './values.ts';

export interface Kept {
  readonly gathered: Gathered;
  readonly leafOf: Int32Array;
  readonly sums: RowSums;
  readonly cells: (PackedCell | undefined)[];
}

/** About a hundred megabytes at the most, all ways of standing in rows together. */
const mostRows = 800_000;

export interface Wanted {
  readonly ordinal: number;
  readonly gathered: Gathered;
  readonly ladder: Ladder;
}

/** Those of one way of adding up: the same rows, indicator and length of periods. */
export function keptOf({ kept }: Explorer, grouping: Grouping, way: string): Map<number, Kept> {
  const ways = kept.sums.get(grouping) ?? new Map<string, Map<number, Kept>>();
  kept.sums.set(grouping, ways);
  const own = ways.get(way) ?? new Map<number, Kept>();
  ways.set(way, own);
  return own;
}

export function keptSums({ kept }: Explorer, own: Map<number, Kept>, { ordinal, gathered, ladder }: Wanted): Kept {
  const known = own.get(ordinal);
  if (known && known.gathered === gathered && known.leafOf === ladder.leafOf) return known;
  const made: Kept = { gathered, leafOf: ladder.leafOf, sums: sumsOf(gathered, ladder), cells: [] };
  if (!known) kept.rows += ladder.rows;
  if (kept.rows > mostRows) {
    // All at once: what is asked again is there again after one answer.
    kept.sums.clear();
    kept.rows = 0;
  } else own.set(ordinal, made);
  return made;
}
