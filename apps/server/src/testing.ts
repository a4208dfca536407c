// What the integration tests share: the product's procedures, asked as one role card over a test database, and waiting for a queue.
import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Rulebook } from '@zhenghe/rulebook';
import { roleCards } from './accounts/demo.ts';
import { scopeOf } from './accounts/index.ts';
import type { Caller } from './platform/api.ts';
import { type Database, scoped } from './platform/database.ts';
import { router } from './router.ts';

interface Rig {
  readonly db: Database;
  readonly rulebook: Rulebook;
  readonly today: string;
}

/** `card` null, or unknown: nobody. */
export function clientAs(card: string | null, rig: Rig) {
  return clientOf({ profile: 'demo', card: roleCards.find((one) => one.id === card) ?? null }, rig);
}

/** As a request is answered: over connections that work for this caller. Row-level security binds only a handle of the serving role. */
export function clientOf(caller: Caller, { db, rulebook, today }: Rig) {
  return createRouterClient(router, { context: { db: scoped(db, scopeOf(caller)), caller, rulebook, today, requestId: 'test' } });
}

/** The refusal a call ended with; another fault, or an answer, is thrown. */
export async function refusalOf(promise: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const fault = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (fault instanceof ORPCError) return fault;
  throw fault ?? new Error('nothing was refused');
}

/** A little less than a test has: it then ends with what was seen last. */
const patienceMs = 150_000;

/** Looks again until it is so: how soon a queue gets there says nothing but how busy the machine is. */
export async function until<T>(look: () => Promise<T>, there: (seen: T) => boolean): Promise<T> {
  const last = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (there(seen)) return seen;
    if (performance.now() > last) throw new Error(`not there yet: ${JSON.stringify(seen)?.slice(0, 500)}`);
    await wait(25);
  }
}
