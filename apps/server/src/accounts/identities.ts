// Which identities of the provider open one's own account; untying one; the invitation that lets a person tie the first.
import type { Identity } from '@zhenghe/contract/accounts';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { identitiesOf, insertInvitation, unlinkIdentities } from './identity-queries.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import { holdPerson } from './person-queries.ts';
import * as refuse from './refusals.ts';
import { newToken, sha256 } from './secrets.ts';

export async function identities(context: Context): Promise<z.infer<typeof Identity>[]> {
  const { me } = ownOf(context);
  const rows = await identitiesOf(context.db, me.person.id);
  return rows.map(({ id, issuer, linkedAt, invitedBy }) => ({ id, issuer, linkedAt, invited: invitedBy !== null }));
}

/** Sessions that were opened with it end; this one stays. */
export async function unlinkIdentity(context: Context, id: string): Promise<void> {
  mustHaveProved(context);
  const { me } = ownOf(context);
  const person = me.person.id;
  await context.db.transaction().execute(async (tx) => {
    if ((await unlinkIdentities(tx, { person, id, by: person, except: me.sessionId })) === 0)
      throw refuse.noSuch('身份', 'identity of yours');
    await audited(tx, context, { action: 'accounts/unlink-identity', object: `identities/${id}` });
  });
}

export async function inviteIdentity(context: Context, id: string): Promise<{ token: string; expiresAt: string }> {
  mustHaveProved(context);
  const { me, visit } = ownOf(context);
  if (!visit.oidc) throw refuse.noProvider();
  if (me.person.id === id) throw refuse.notOneself();
  const token = newToken();
  const expiresAt = await context.db.transaction().execute(async (tx) => {
    const person = await holdPerson(tx, id);
    if (!person || person.endedOn !== null) throw refuse.noSuch('人员', 'person');
    await audited(tx, context, { action: 'accounts/invite-identity', object: `people/${id}` });
    return insertInvitation(tx, sha256(token), id, me.person.id);
  });
  return { token, expiresAt };
}
