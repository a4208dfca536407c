// Whom an address stands for, wherever attempts or messages are counted by address.
import { isIPv6 } from 'node:net';

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
