// The signed-in person of a call, and the record of what is done to accounts.
import type { AccountSettings } from '@zhenghe/contract/accounts';
import { hashOf } from '@zhenghe/rulebook';
import { recordAudit } from '../audit/index.ts';
import type { Context, SignedIn, Visit } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import * as refuse from './refusals.ts';

export interface Own {
  readonly me: SignedIn;
  readonly visit: Visit;
}

export function visitOf({ visit }: Context): Visit {
  if (!visit) throw refuse.noAccountsHere();
  return visit;
}

export function ownOf(context: Context): Own {
  const visit = visitOf(context);
  const me = context.caller.signedIn;
  if (!me) throw refuse.signInFirst();
  return { me, visit };
}

/** Granting and deciding need a proof of identity that is five minutes old at most. Demo cards have nothing to prove it with. */
export function mustHaveProved({ caller }: Context): void {
  if (caller.profile === 'demo') return;
  if (!caller.signedIn?.freshUntil) throw refuse.proveFirst();
}

interface Done {
  /** accounts/… */
  readonly action: string;
  readonly object: string;
  /** The person, where no session stands yet. */
  readonly actor?: string;
  /** What stands after it; its hash is kept. */
  readonly after?: AccountSettings | Readonly<Record<string, unknown>>;
}

export async function audited(tx: Database, context: Context, { action, object, actor, after }: Done): Promise<void> {
  const { caller, requestId } = context;
  const common = { caller, requestId, dataset: 'real' as const, action, object, before: null, after: after ? hashOf(after) : null };
  await recordAudit(tx, actor === undefined ? common : { ...common, actor });
}
