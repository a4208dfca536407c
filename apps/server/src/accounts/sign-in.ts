// Signing in: login and password, then the code of the second factor or a recovery code. Every attempt counts before it is looked at.
import { accountLockOut, addressLockOut } from '@zhenghe/engine/accounts';
import type { Context, Visit } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { officesOn } from './office-queries.ts';
import { audited, ownOf, visitOf } from './own.ts';
import {
  type Attempt,
  beginAttempt,
  findPersonByLogin,
  forgiveAttempt,
  holdPerson,
  type PersonRecord,
  takeRecoveryCode,
  useStep,
} from './person-queries.ts';
import * as refuse from './refusals.ts';
import { codeStep, newToken, passwordFits, plainCode, sha256, unseal } from './secrets.ts';
import { endSessionOfToken, insertSession, proved, turnToken } from './session-queries.ts';
import { giveToken, tokenIn } from './token-cookie.ts';

interface Offered {
  readonly login: string;
  readonly password: string;
  readonly code?: string | undefined;
}

export async function signIn(context: Context, offered: Offered): Promise<'signed-in' | 'code-needed'> {
  const visit = visitOf(context);
  const attempts = attemptsOf(offered.login, visit.address);
  const person = await tried(context, attempts, offered);
  if (person.sealed !== null && !offered.code) {
    for (const { key } of attempts) await forgiveAttempt(context.db, key, false);
    return 'code-needed';
  }
  const token = newToken();
  const entered = await context.db.transaction().execute(async (tx) => {
    if (person.sealed !== null && !(await codeFits(tx, person.id, offered.code ?? '', visit))) return false;
    const before = tokenIn(visit);
    if (before !== null) await endSessionOfToken(tx, sha256(before), 'replaced');
    const offices = await officesOn(tx, person.id, context.today);
    await insertSession(tx, {
      tokenHash: sha256(token),
      personId: person.id,
      officeId: offices.length === 1 ? (offices[0]?.id ?? null) : null,
      address: visit.address,
      agent: visit.agent.slice(0, 200),
      proved: person.sealed !== null,
    });
    await audited(tx, context, { action: 'accounts/sign-in', object: `people/${person.id}`, actor: person.id });
    return true;
  });
  if (!entered) throw await failed(context, person);
  await succeeded(context.db, attempts);
  giveToken(visit, token);
  return 'signed-in';
}

/** Password and code once more; the session gets a new token with its new strength. */
export async function proveAgain(context: Context, offered: { readonly password: string; readonly code: string }): Promise<void> {
  const { me, visit } = ownOf(context);
  const attempts = attemptsOf(me.person.login, visit.address);
  const person = await tried(context, attempts, { ...offered, login: me.person.login });
  const token = newToken();
  const done = await context.db.transaction().execute(async (tx) => {
    if (!(await codeFits(tx, person.id, offered.code, visit))) return false;
    await proved(tx, me.sessionId);
    await turnToken(tx, me.sessionId, sha256(token));
    await audited(tx, context, { action: 'accounts/prove', object: `people/${person.id}` });
    return true;
  });
  if (!done) throw await failed(context, person);
  await succeeded(context.db, attempts);
  giveToken(visit, token);
}

/** Counts first, then looks at the password; refuses in the same words whatever was wrong. */
async function tried(context: Context, attempts: readonly Attempt[], { login, password }: Offered): Promise<PersonRecord> {
  for (const attempt of attempts) {
    const until = await beginAttempt(context.db, attempt);
    if (until !== null) throw refuse.waitBefore(until, Date.now());
  }
  const person = await findPersonByLogin(context.db, login);
  const fits = await passwordFits(password, person?.hash ?? null);
  if (!person || !fits || person.endedOn !== null) throw await failed(context, person);
  return person;
}

async function failed(context: Context, person: PersonRecord | null): Promise<ReturnType<typeof refuse.wrongLogin>> {
  await audited(context.db, context, { action: 'accounts/sign-in-failed', object: `people/${person?.id ?? 'unknown'}` });
  return refuse.wrongLogin();
}

async function succeeded(db: Database, attempts: readonly Attempt[]): Promise<void> {
  for (const { key } of attempts) await forgiveAttempt(db, key, key.startsWith('account:'));
}

function attemptsOf(login: string, address: string): readonly Attempt[] {
  return [
    { key: `account:${login.toLowerCase()}`, rule: accountLockOut },
    { key: `address:${address}`, rule: addressLockOut },
  ];
}

/** A code of the authenticator, newer than the last used one, or a recovery code that is still good. */
export async function codeFits(tx: Database, id: string, code: string, visit: Visit): Promise<boolean> {
  const person = await holdPerson(tx, id);
  const secret = person?.sealed ? unseal(person.sealed, visit.secret, id) : null;
  if (!person || secret === null) return false;
  const step = await codeStep(secret, code.replace(/\s/g, ''), person.step, Date.now());
  if (step !== null) {
    await useStep(tx, id, step);
    return true;
  }
  return takeRecoveryCode(tx, id, sha256(plainCode(code)));
}
