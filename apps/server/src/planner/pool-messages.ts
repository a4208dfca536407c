// What the pool and its threads say to each other; all of it plain data.
import type { Group, GroupCurve, GroupPiecePoint, Prices } from '@zhenghe/engine/planner';

export interface Asked {
  readonly id: number;
  readonly kind: 'curve' | 'pieces';
  readonly group: Group;
  readonly prices?: Prices | undefined;
}

export type Replied =
  | { readonly id: number; readonly result: GroupCurve | readonly GroupPiecePoint[] }
  | { readonly id: number; readonly fault: string };

/** One number in memory that all threads of a pool share: above 0, work ends with the best so far. */
export function stopFlag(data: unknown): Int32Array {
  const memory: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'stop') : null;
  if (!(memory instanceof SharedArrayBuffer)) throw new TypeError('a thread of the pool without its flag');
  return new Int32Array(memory);
}
