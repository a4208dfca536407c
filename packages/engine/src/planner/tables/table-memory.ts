// Tables that are kept, because the same group is asked for again and again: with other prices, after a lock, after a drag.
import type { Group } from '../group.ts';
import { openTable, type Table } from './table.ts';
import { scaleOf } from './table-scale.ts';

/** The table of these units of the group; null: too large for one. */
export type TableMemory = (group: Group, units: readonly (readonly number[])[]) => Table | null;

interface Kept {
  readonly table: Table;
  asked: number;
}

/** Bytes of tables that are kept at most; and after so many other questions a table gives its place to another. */
const mostBytes = 256 * 2 ** 20;
const forgotten = 1000;

export function tableMemory(): TableMemory {
  const kept = new Map<string, Kept>();
  let asked = 0;
  return (group, units) => {
    asked += 1;
    const name = nameOf(group, units);
    const known = kept.get(name);
    if (known) {
      known.asked = asked;
      return known.table;
    }
    const table = openTable(group, units);
    if (table === null) return null;
    const bytes = () => [...kept.values()].reduce((sum, one) => sum + bytesOf(one.table), bytesOf(table));
    // A province is gone through in turn: what was asked last is asked next as late as possible, so the newest does not push out others.
    if (bytes() > mostBytes) for (const [old, one] of kept) if (one.asked < asked - forgotten) kept.delete(old);
    if (bytes() <= mostBytes) kept.set(name, { table, asked });
    return table;
  };
}

function bytesOf({ least, pieces }: Table): number {
  return least.byteLength + pieces.byteLength;
}

/** All that a table is made of, as text. */
function nameOf(group: Group, units: readonly (readonly number[])[]): string {
  const { parks, touches, costs } = group;
  const { detachedPiece, industry, maxDetachedPieces } = costs;
  const figures = parks.map(({ level, x, y, weight, outputs }) => [level, x, y, weight, outputs]);
  return JSON.stringify([figures, touches, units, detachedPiece, industry, maxDetachedPieces, scaleOf(group)]);
}
