// When a session ends by itself, and how long a repeated proof of identity counts. Instants are milliseconds; the clock is the caller's.
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly absoluteHours: number;
}

export interface SessionTimes {
  readonly beganAt: number;
  readonly lastSeenAt: number;
}

const minute = 60_000;
/** A repeated proof of identity is good for this long. */
export const freshMinutes = 5;

export function sessionEnd(times: SessionTimes, limits: SessionLimits, now: number): 'live' | 'idle' | 'expired' {
  if (now >= times.beganAt + limits.absoluteHours * 60 * minute) return 'expired';
  return now >= times.lastSeenAt + limits.idleMinutes * minute ? 'idle' : 'live';
}

/** Until when the last proof counts; null when there is none or it is too old. */
export function freshUntil(provedAt: number | null, now: number): number | null {
  if (provedAt === null) return null;
  const until = provedAt + freshMinutes * minute;
  return now < until ? until : null;
}
