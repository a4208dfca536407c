// Signing in: login and password, then the code of the second factor or a recovery code. Every attempt counts before it is looked at.
import type { Context } from '../platform/api.ts';
import { attemptsOf, codeFits, counted, failed, succeeded } from './attempts.ts';
import { enter } from './enter.ts';
import { audited, ownOf, visitOf } from './own.ts';
import { type Attempt, findPersonByLogin, forgiveAttempt, type PersonRecord } from './person-queries.ts';
import { newToken, passwordFits, sha256 } from './secrets.ts';
import { proved, turnToken } from './session-queries.ts';
import { giveToken } from './token-cookie.ts';

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
    await enter(tx, context, { personId: person.id, token, proved: person.sealed !== null });
    return true;
  });
  if (!entered) throw await failed(context, person.id);
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
  if (!done) throw await failed(context, person.id);
  await succeeded(context.db, attempts);
  giveToken(visit, token);
}

/** Counts first, then looks at the password; refuses in the same words whatever was wrong. */
export async function tried(context: Context, attempts: readonly Attempt[], { login, password }: Offered): Promise<PersonRecord> {
  await counted(context.db, attempts);
  const person = await findPersonByLogin(context.db, login);
  const fits = await passwordFits(password, person?.hash ?? null);
  if (!person || !fits || person.endedOn !== null) throw await failed(context, person?.id ?? null);
  return person;
}
