// What people do with their own account: password, second factor, acting office, sessions, leaving.

import type { SessionRow } from '@zhenghe/contract/accounts';
import { passwordProblems, passwordRules } from '@zhenghe/engine/accounts';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { attemptsOf, succeeded } from './attempts.ts';
import { audited, mustHaveProved, ownOf, visitOf } from './own.ts';
import { earlierHashes, holdPerson, setFactor, setPassword, setPendingFactor } from './person-queries.ts';
import * as refuse from './refusals.ts';
import {
  codeStep,
  factorUri,
  newFactor,
  newRecoveryCodes,
  newToken,
  passwordFits,
  passwordHash,
  plainCode,
  seal,
  sha256,
  unseal,
} from './secrets.ts';
import { endSessionById, endSessionsOf, listSessions, proved, setActing, turnToken } from './session-queries.ts';
import { tried } from './sign-in.ts';
import { giveToken, takeToken } from './token-cookie.ts';

/** Ends all other sessions, and gives this one a new token. */
export async function changePassword(context: Context, { current, next }: { readonly current: string; readonly next: string }) {
  const { me, visit } = ownOf(context);
  const problems = passwordProblems(next, me.passwordProfile, [me.person.login]);
  const { history } = passwordRules[me.passwordProfile];
  const token = newToken();
  const attempts = attemptsOf(me.person.login, visit.address);
  const { hash } = await tried(context, attempts, { login: me.person.login, password: current });
  await succeeded(context.db, attempts);
  if (problems.length > 0) throw refuse.badPassword(problems);
  await context.db.transaction().execute(async (tx) => {
    const person = await holdPerson(tx, me.person.id);
    if (person?.hash !== hash) throw refuse.wrongLogin();
    for (const hash of [person.hash, ...(await earlierHashes(tx, person.id, history))]) {
      if (await passwordFits(next, hash)) throw refuse.oldPassword(history);
    }
    await setPassword(tx, person.id, await passwordHash(next), false);
    await endSessionsOf(tx, person.id, 'reset', me.sessionId);
    await turnToken(tx, me.sessionId, sha256(token));
    await audited(tx, context, { action: 'accounts/change-password', object: `people/${person.id}` });
  });
  giveToken(visit, token);
}

/** Replacing a factor that stands needs a new proof of identity; the old one holds until the new one has been confirmed. */
export async function startFactor(context: Context): Promise<{ secret: string; uri: string }> {
  const { me, visit } = ownOf(context);
  if (me.hasFactor) mustHaveProved(context);
  const secret = newFactor();
  await setPendingFactor(context.db, me.person.id, seal(secret, visit.secret, me.person.id));
  return { secret, uri: factorUri(secret, me.person.login) };
}

export async function confirmFactor(context: Context, code: string): Promise<readonly string[]> {
  const { me, visit } = ownOf(context);
  if (me.hasFactor) mustHaveProved(context);
  const codes = newRecoveryCodes();
  const token = newToken();
  await context.db.transaction().execute(async (tx) => {
    const person = await holdPerson(tx, me.person.id);
    const secret = person?.pending ? unseal(person.pending, visit.secret, me.person.id) : null;
    if (!person || secret === null) throw refuse.noPendingFactor();
    const step = await codeStep(secret, code.replace(/\s/g, ''), null, Date.now());
    if (step === null) throw refuse.wrongCode();
    await setFactor(
      tx,
      person.id,
      step,
      codes.map((one) => sha256(plainCode(one))),
    );
    await endSessionsOf(tx, person.id, 'reset', me.sessionId);
    await proved(tx, me.sessionId);
    await turnToken(tx, me.sessionId, sha256(token));
    await audited(tx, context, { action: 'accounts/set-factor', object: `people/${person.id}` });
  });
  giveToken(visit, token);
  return codes;
}

export async function chooseOffice(context: Context, id: string): Promise<void> {
  const { me } = ownOf(context);
  if (!me.offices.some((office) => office.id === id)) throw refuse.noSuch('任职', 'office of yours');
  await context.db.transaction().execute(async (tx) => {
    await setActing(tx, me.sessionId, id);
    await audited(tx, context, { action: 'accounts/choose-office', object: `offices/${id}` });
  });
}

export async function ownSessions(context: Context): Promise<z.infer<typeof SessionRow>[]> {
  const { me } = ownOf(context);
  const rows = await listSessions(context.db, me.person.id);
  return rows.map(({ id, beganAt, lastSeenAt, address, agent }) => ({
    ...{ id, beganAt, lastSeenAt, address, agent },
    current: id === me.sessionId,
  }));
}

export async function endOwnSession(context: Context, id: string): Promise<void> {
  const { me } = ownOf(context);
  if (!(await listSessions(context.db, me.person.id)).some((session) => session.id === id)) throw refuse.noSuch('会话', 'session of yours');
  await context.db.transaction().execute(async (tx) => {
    await endSessionById(tx, id, 'ended');
    await audited(tx, context, { action: 'accounts/end-session', object: `sessions/${id}` });
  });
}

export async function signOut(context: Context): Promise<void> {
  const visit = visitOf(context);
  const me = context.caller.signedIn;
  // A session that has ended meanwhile is left all the same.
  if (!me) return takeToken(visit);
  await context.db.transaction().execute(async (tx) => {
    await endSessionById(tx, me.sessionId, 'signed-out');
    await audited(tx, context, { action: 'accounts/sign-out', object: `people/${me.person.id}` });
  });
  takeToken(visit);
}
