// What the integration tests share: the product's procedures, asked as one role card over a test database.
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Rulebook } from '@zhenghe/rulebook';
import { roleCards } from './accounts/demo.ts';
import type { Database } from './platform/database.ts';
import { router } from './router.ts';

/** `card` null, or unknown: nobody. */
export function clientAs(card: string | null, { db, rulebook, today }: { db: Database; rulebook: Rulebook; today: string }) {
  const caller = { profile: 'demo', card: roleCards.find((one) => one.id === card) ?? null } as const;
  return createRouterClient(router, { context: { db, caller, rulebook, today, requestId: 'test' } });
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
