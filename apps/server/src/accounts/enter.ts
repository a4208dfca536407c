// Opens a session for a person who has shown who is there; the one this browser had ends.
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { officesOn } from './office-queries.ts';
import { audited, visitOf } from './own.ts';
import { sha256 } from './secrets.ts';
import { endSessionOfToken, insertSession } from './session-queries.ts';
import { tokenIn } from './token-cookie.ts';

export interface Entry {
  readonly personId: string;
  /** The token to be given to the browser once the transaction is done. */
  readonly token: string;
  /** Counts as a fresh proof for granting and deciding. */
  readonly proved: boolean;
  /** The identity of the provider it was shown with. */
  readonly identity?: { readonly id: string; readonly vouched: boolean };
}

export async function enter(tx: Database, context: Context, { personId, token, proved, identity }: Entry): Promise<void> {
  const visit = visitOf(context);
  const before = tokenIn(visit);
  if (before !== null) await endSessionOfToken(tx, sha256(before), 'replaced');
  const offices = await officesOn(tx, personId, context.today);
  await insertSession(tx, {
    tokenHash: sha256(token),
    personId,
    officeId: offices.length === 1 ? (offices[0]?.id ?? null) : null,
    address: visit.address,
    agent: visit.agent.slice(0, 200),
    proved,
    identityId: identity?.id ?? null,
    vouched: identity?.vouched ?? false,
  });
  const action = identity ? 'accounts/sign-in-oidc' : 'accounts/sign-in';
  await audited(tx, context, { action, object: `people/${personId}`, actor: personId });
}
