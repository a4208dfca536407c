// Back from the provider: the way must have begun in this browser, the answer must hold, and the identity must be tied to somebody.
// An identity is tied by the signed-in person or by an invitation; never by an equal name or address, and no account is made.
import type { Context } from '../platform/api.ts';
import { attemptsFrom, beginningsFrom, succeeded, waitOf } from './attempts.ts';
import { enter } from './enter.ts';
import { awaitCode, type Flow, takeFlow } from './flow-queries.ts';
import { findIdentity, findIdentityById, type IdentityRecord, linkIdentity, takeInvitation } from './identity-queries.ts';
import { type Confirmed, confirmedBy, type FlowSecrets, failureOf } from './oidc-provider.ts';
import { audited, visitOf } from './own.ts';
import { newToken, sha256, unseal } from './secrets.ts';
import { proved, turnToken } from './session-queries.ts';
import { flowTokenIn, giveToken } from './token-cookie.ts';

/** What the page at /sign-in tells: nothing of it says whether an account exists. */
type Told = 'state' | 'wait' | 'denied' | 'refused' | 'unreachable' | 'unlinked' | 'taken' | 'stale' | 'weak' | 'code';
type Outcome = Told | { readonly open: string };

/** Clocks of two machines differ, and `auth_time` counts whole seconds. */
const clockErrorMs = 30_000;

/** Answers the page of ours to open next: a path that was checked when the way began, or /sign-in with what went wrong. */
export async function returnFromProvider(context: Context, query: string): Promise<string> {
  const visit = visitOf(context);
  const browser = flowTokenIn(visit);
  const state = new URLSearchParams(query).get('state') ?? '';
  const flow = browser === null ? null : await takeFlow(context.db, sha256(state), sha256(browser));
  const outcome = flow ? await outcomeOf(context, flow, query) : 'state';
  if (typeof outcome === 'object') return outcome.open;
  // Without a way that began here it is anybody's GET: nothing is written for it.
  if (flow && outcome !== 'code') await onRecord(context, outcome);
  const language = new URL(flow?.back ?? '/', 'http://own').searchParams.get('lang');
  return `/sign-in?${new URLSearchParams({ oidc: outcome, ...(language ? { lang: language } : {}) })}`;
}

async function outcomeOf(context: Context, flow: Flow, query: string): Promise<Outcome> {
  const visit = visitOf(context);
  const opened = unseal(flow.sealed, visit.secret, flow.stateHash);
  if (!visit.oidc || opened === null) return 'state';
  if (flow.sessionId !== null && context.caller.signedIn?.sessionId !== flow.sessionId) return 'state';
  const attempts = attemptsFrom(visit.address);
  if ((await waitOf(context.db, attempts)) !== null) return 'wait';
  const secrets = JSON.parse(opened) as FlowSecrets & { readonly state: string };
  let confirmed: Confirmed;
  try {
    confirmed = await confirmedBy(visit.oidc, { query, state: secrets.state, secrets });
  } catch (fault) {
    const { told, code } = failureOf(fault);
    await onRecord(context, code);
    return told;
  }
  const outcome = await arrived(context, flow, confirmed);
  if (typeof outcome === 'object' || outcome === 'code') await succeeded(context.db, [...attempts, ...beginningsFrom(visit.address)]);
  return outcome;
}

async function arrived(context: Context, flow: Flow, confirmed: Confirmed): Promise<Outcome> {
  const fresh = isFresh(flow, confirmed.askedAt);
  if (flow.purpose === 'link') return fresh ? link(context, flow, confirmed) : 'stale';
  const identity =
    flow.invitation === null ? await findIdentity(context.db, confirmed) : await invited(context, flow.invitation, confirmed);
  if (identity === 'taken') return 'taken';
  if (!identity || identity.endedOn !== null) return 'unlinked';
  const { purpose } = flow;
  if (purpose === 'proof' && identity.personId !== context.caller.signedIn?.person.id) return 'unlinked';
  if (purpose === 'proof' && !fresh) return 'stale';
  if (identity.hasFactor && !confirmed.vouched) {
    await awaitCode(context.db, flow.stateHash, identity.id, fresh);
    return 'code';
  }
  // Without a second factor of either kind it proves no more than a password does.
  if (purpose === 'proof' && !confirmed.vouched) return 'weak';
  return admit(context, flow, { identity, fresh: fresh && confirmed.vouched, vouched: confirmed.vouched });
}

function isFresh(flow: Flow, askedAt: number | null): boolean {
  if (askedAt === null) return false;
  return askedAt >= Date.parse(flow.startedAt) - clockErrorMs && askedAt <= Date.now() + clockErrorMs;
}

interface Admitted {
  readonly identity: IdentityRecord;
  readonly fresh: boolean;
  readonly vouched: boolean;
}

async function admit(context: Context, flow: Flow, { identity, fresh, vouched }: Admitted): Promise<Outcome> {
  const token = newToken();
  const { id, personId } = identity;
  await context.db.transaction().execute(async (tx) => {
    if (flow.sessionId === null) return enter(tx, context, { personId, token, proved: fresh, identity: { id, vouched } });
    await proved(tx, flow.sessionId);
    await turnToken(tx, flow.sessionId, sha256(token));
    await audited(tx, context, { action: 'accounts/prove-oidc', object: `people/${personId}` });
  });
  giveToken(visitOf(context), token);
  return { open: flow.back };
}

/** By the signed-in person, who proved a moment ago who is there. */
async function link(context: Context, flow: Flow, { issuer, subject }: Confirmed): Promise<Outcome> {
  const personId = context.caller.signedIn?.person.id ?? '';
  const done = await context.db.transaction().execute(async (tx) => {
    const id = await linkIdentity(tx, { issuer, subject, personId, invitedBy: null });
    if (id !== null)
      await audited(tx, context, { action: 'accounts/link-identity', object: `identities/${id}`, after: { issuer, personId } });
    return id !== null;
  });
  return done ? { open: flow.back } : 'taken';
}

/** By an invitation, which is used up; the identity must not open another account. */
async function invited(context: Context, invitation: string, { issuer, subject }: Confirmed): Promise<IdentityRecord | 'taken' | null> {
  if (await findIdentity(context.db, { issuer, subject })) return 'taken';
  const id = await context.db.transaction().execute(async (tx) => {
    const offer = await takeInvitation(tx, invitation);
    if (!offer) return null;
    const { person: personId, by: invitedBy } = offer;
    const linked = await linkIdentity(tx, { issuer, subject, personId, invitedBy });
    const after = { issuer, personId, invitedBy };
    if (linked) await audited(tx, context, { action: 'accounts/link-identity', object: `identities/${linked}`, actor: personId, after });
    return linked;
  });
  return id === null ? null : findIdentityById(context.db, id);
}

async function onRecord(context: Context, why: string): Promise<void> {
  await audited(context.db, context, { action: 'accounts/provider-failed', object: `provider/${why}` });
}
