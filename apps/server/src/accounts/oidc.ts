// Going to the provider, and the code of the second factor when it did not ask for one (OpenID Connect, code flow with PKCE).
import type { oidcPurposes } from '@zhenghe/contract/accounts';
import type { Context, Visit } from '../platform/api.ts';
import { attemptsOf, beginningsFrom, codeFits, counted, failed, succeeded } from './attempts.ts';
import { enter } from './enter.ts';
import { type Flow, findAwaiting, finishFlow, insertFlow } from './flow-queries.ts';
import { findIdentityById, type IdentityRecord, isGoodInvitation } from './identity-queries.ts';
import { failureOf, type Outward, wayTo } from './oidc-provider.ts';
import { audited, mustHaveProved, ownOf, visitOf } from './own.ts';
import * as refuse from './refusals.ts';
import { newToken, seal, sha256 } from './secrets.ts';
import { proved, turnToken } from './session-queries.ts';
import { flowTokenIn, giveFlowToken, giveToken } from './token-cookie.ts';

interface Wish {
  readonly purpose: (typeof oidcPurposes)[number];
  readonly back: string;
  readonly invitation?: string | undefined;
}

export async function beginOidc(context: Context, { purpose, back, invitation }: Wish): Promise<string> {
  const visit = visitOf(context);
  const sessionId = purpose === 'sign-in' ? null : ownOf(context).me.sessionId;
  if (purpose === 'link') mustHaveProved(context);
  await counted(context.db, beginningsFrom(visit.address));
  const invited = purpose === 'sign-in' && invitation ? sha256(invitation) : null;
  if (invited !== null && !(await isGoodInvitation(context.db, invited))) throw refuse.badInvitation();
  const { url, state, secrets } = await wayOut(context, visit, purpose !== 'sign-in' || invited !== null);
  const browser = flowTokenIn(visit) ?? newToken();
  const stateHash = sha256(state);
  const sealed = seal(JSON.stringify({ ...secrets, state }), visit.secret, stateHash);
  await insertFlow(context.db, { stateHash, browserHash: sha256(browser), sealed, purpose, sessionId, invitation: invited, back });
  giveFlowToken(visit, browser);
  return url;
}

async function wayOut(context: Context, { oidc }: Visit, anew: boolean): Promise<Outward> {
  if (!oidc) throw refuse.noProvider();
  try {
    return await wayTo(oidc, anew);
  } catch (fault) {
    context.log?.event('sign-in provider', { requestId: context.requestId, code: failureOf(fault).code });
    throw refuse.providerSilent();
  }
}

/** Attempts count as at any sign-in, for the account and for the address. */
export async function finishOidc(context: Context, code: string): Promise<string> {
  const visit = visitOf(context);
  const browser = flowTokenIn(visit);
  const flow = browser === null ? null : await findAwaiting(context.db, sha256(browser));
  const identity = flow?.identityId ? await findIdentityById(context.db, flow.identityId) : null;
  if (!flow || !identity || identity.endedOn !== null) throw refuse.beginAgain();
  if (flow.purpose !== 'sign-in' && context.caller.signedIn?.sessionId !== flow.sessionId) throw refuse.beginAgain();
  const attempts = attemptsOf(identity.login, visit.address);
  await counted(context.db, attempts);
  const token = newToken();
  if (!(await finished(context, { flow, identity, code, token }))) throw await failed(context, identity.personId);
  await succeeded(context.db, attempts);
  giveToken(visit, token);
  return flow.back;
}

interface Given {
  readonly flow: Flow;
  readonly identity: IdentityRecord;
  readonly code: string;
  readonly token: string;
}

function finished(context: Context, { flow, identity, code, token }: Given): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    if (!(await codeFits(tx, identity.personId, code, visitOf(context)))) return false;
    if (!(await finishFlow(tx, flow.stateHash))) throw refuse.beginAgain();
    if (flow.sessionId === null) {
      await enter(tx, context, { personId: identity.personId, token, proved: flow.fresh, identity: { id: identity.id, vouched: false } });
    } else {
      await proved(tx, flow.sessionId);
      await turnToken(tx, flow.sessionId, sha256(token));
      await audited(tx, context, { action: 'accounts/prove-oidc', object: `people/${identity.personId}` });
    }
    return true;
  });
}
