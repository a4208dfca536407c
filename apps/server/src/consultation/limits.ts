// Limits on comments that need no account: how many from one address and in one round before one has to wait, ever longer.
// Addresses are held in memory alone, as a hash under a key of this run, and forgotten after an hour.
import { createHmac, randomBytes } from 'node:crypto';

export interface Flow {
  /** Minutes to wait; 0 when there is none. */
  readonly wait: (from: string, now: number) => number;
  readonly took: (from: string, now: number) => void;
}

const minute = 60_000;
const remembered = 60 * minute;
/** A flood from many addresses must not fill the memory. */
const mostKept = 20_000;

/** `free` within the hour at once; then 1, 2, 4 … minutes after the last one, 30 at most. */
export function flow(free: number, key: Uint8Array = randomBytes(32)): Flow {
  const times = new Map<string, readonly number[]>();
  const hashed = (from: string) => createHmac('sha256', key).update(from).digest('base64');
  const recent = (from: string, now: number) => (times.get(from) ?? []).filter((at) => now - at < remembered);
  return {
    wait: (from, now) => {
      const taken = recent(hashed(from), now);
      const over = taken.length - free;
      const last = taken.at(-1);
      if (over < 0 || last === undefined) return 0;
      return Math.max(0, Math.ceil((last + Math.min(2 ** over, 30) * minute - now) / minute));
    },
    took: (from, now) => {
      const own = hashed(from);
      for (const [other, all] of times) if ((all.at(-1) ?? 0) < now - remembered) times.delete(other);
      if (times.size >= mostKept) times.clear();
      times.set(own, [...recent(own, now), now]);
    },
  };
}
