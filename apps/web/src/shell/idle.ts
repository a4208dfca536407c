// How long a session has been idle, as its tabs know together: the latest answer to any of them.
const slot = 'zhenghe.answered';
let latest = 0;

/** Called for every answered call; written down every few seconds, for the other tabs. */
export function noteActivity(now = Date.now()): void {
  const write = now - latest > 2000;
  latest = now;
  if (write) store((storage) => storage.setItem(slot, String(now)));
}

export function answeredAt(): number {
  const elsewhere = Number(store((storage) => storage.getItem(slot)) ?? 0);
  return Math.max(latest, Number.isFinite(elsewhere) ? elsewhere : 0);
}

/** The server notes a call within half a minute, so the session may end that much earlier than the last call says. */
const roundingMs = 30_000;
const warningMs = 60_000;

export type IdleState = { readonly kind: 'live' } | { readonly kind: 'ending'; readonly seconds: number } | { readonly kind: 'ended' };

/** `ended` comes late enough for asking the server not to be what keeps the session alive. */
export function idleState(answered: number, idleMinutes: number, now: number): IdleState {
  const idle = now - answered;
  const limit = idleMinutes * 60_000;
  if (idle >= limit + 1000) return { kind: 'ended' };
  const left = limit - roundingMs - idle;
  return left > warningMs ? { kind: 'live' } : { kind: 'ending', seconds: Math.max(0, Math.ceil(left / 1000)) };
}

function store<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.localStorage);
  } catch {
    return undefined; // A browser may refuse its storage; each tab then counts for itself.
  }
}
