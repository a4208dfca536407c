// Three and more zones of a group: by all partitions where it is small, else by packing.
import type { Gains } from '../explain/gains.ts';
import type { Table } from '../tables/table.ts';
import { type Searched, type Side, sideOf, tooMany, type Zones } from '../zones-of-group.ts';
import { bestPacking } from './packing.ts';
import { bestPartitions, mostInPartition } from './partition.ts';

/** Up to so many units all partitions take no longer than packing. */
const fewUnits = 13;
const mostPacked = 4;

/** From one to `most` zones, null where there are none; of one and two zones only where the group is small. `tooMany`: beyond both ways. */
export function manyZones(table: Table, gains: Gains, most: number): readonly (Zones | null)[] | typeof tooMany {
  if (gains.n <= fewUnits || (most > mostPacked && gains.n <= mostInPartition)) return bestPartitions(gains, most);
  const counts = Array.from({ length: most }, (_, at) => at + 1);
  const found = counts.map((count) => (count < 3 ? null : severalZones(table, gains, { count })));
  const known = found.flatMap((one) => (one === tooMany ? [] : [one]));
  return known.length < found.length ? tooMany : known;
}

export interface SeveralAsked {
  readonly count: number;
  /** Most pieces of all zones together beyond their first; absent: as many as they like. */
  readonly detached?: number;
}

/** `count` zones, at least three. */
export function severalZones(table: Table, gains: Gains, asked: SeveralAsked): Searched {
  const partitions = () => bestPartitions(gains, asked.count, asked.detached)[asked.count - 1] ?? null;
  if (gains.n < asked.count) return null;
  if (gains.n <= fewUnits) return partitions();
  const packed = asked.count <= mostPacked ? packedSharply(table, sideOf(gains), asked) : tooMany;
  return packed === tooMany && gains.n <= mostInPartition ? partitions() : packed;
}

function packedSharply(table: Table, side: Side, asked: SeveralAsked): Searched {
  const quick = bestPacking(side, asked);
  if (quick !== tooMany || table.sharp()) return quick;
  table.sharpen();
  return bestPacking(sideOf(side.gains), asked);
}
