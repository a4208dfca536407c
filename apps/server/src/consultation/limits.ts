// Limits on comments that need no account: how many from one address and in one round before one has to wait, ever longer.
// Addresses are held in memory alone, as a hash under a key of this run, and forgotten after an hour.
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

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

/** One household or firm has 2^64 addresses of IPv6: they are one sender. */
export function senderAt(address: string): string {
  const [plain = ''] = address.split('%');
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (inside || !isIPv6(plain)) return inside ?? address;
  const [before, after] = plain.split('::').map((part) => part.split(':').filter(Boolean));
  const left = after ? 8 - (before?.length ?? 0) - after.length : 0;
  const groups = [...(before ?? []), ...Array.from({ length: left }, () => '0'), ...(after ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
