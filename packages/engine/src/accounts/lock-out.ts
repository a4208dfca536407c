// How long an account or an address waits after failed sign-ins: nothing at first, then longer each time.
export interface LockOutRule {
  /** Failures without any wait. */
  readonly free: number;
  readonly firstSeconds: number;
  readonly longestSeconds: number;
}

/** Defaults of the product: GB/T 22239 asks for handling of failures and gives no number. An address is shared by an office. */
export const accountLockOut: LockOutRule = { free: 4, firstSeconds: 60, longestSeconds: 3600 };
export const addressLockOut: LockOutRule = { free: 29, firstSeconds: 60, longestSeconds: 3600 };
/** Beginning is no failure yet: a whole office may come in the same morning. */
export const beginLockOut: LockOutRule = { free: 59, firstSeconds: 60, longestSeconds: 3600 };

/** Seconds to wait after that many failures in a row: 60, 120, 240 … up to the longest. */
export function waitAfter(failures: number, rule: LockOutRule): number {
  if (failures <= rule.free) return 0;
  const doublings = Math.min(failures - rule.free - 1, 20);
  return Math.min(rule.firstSeconds * 2 ** doublings, rule.longestSeconds);
}
