// Attempts to prove who one is: each is counted before it is looked at, and failures make the next one wait, longer each time.
import { accountLockOut, addressLockOut, beginLockOut } from '@zhenghe/engine/accounts';
import type { Context, Visit } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { senderAt } from '../platform/sender.ts';
import { audited } from './own.ts';
import { type Attempt, beginAttempt, forgiveAttempt, holdPerson, takeRecoveryCode, useStep } from './person-queries.ts';
import * as refuse from './refusals.ts';
import { codeStep, plainCode, sha256, unseal } from './secrets.ts';

export function attemptsOf(login: string, address: string): readonly Attempt[] {
  return [{ key: `account:${login.toLowerCase()}`, rule: accountLockOut }, ...attemptsFrom(address)];
}

export const attemptsFrom = (address: string): readonly Attempt[] => [{ key: `address:${senderAt(address)}`, rule: addressLockOut }];

/** Ways to the provider: each leaves a row behind, and asks another machine. One that leads somewhere is given back. */
export const beginningsFrom = (address: string): readonly Attempt[] => [{ key: `begin:${senderAt(address)}`, rule: beginLockOut }];

/** Refuses while a wait runs. */
export async function counted(db: Database, attempts: readonly Attempt[]): Promise<void> {
  const until = await waitOf(db, attempts);
  if (until !== null) throw refuse.waitBefore(until, Date.now());
}

/** Counts; answers until when to wait, null when it may be tried. */
export async function waitOf(db: Database, attempts: readonly Attempt[]): Promise<string | null> {
  for (const attempt of attempts) {
    const until = await beginAttempt(db, attempt);
    if (until !== null) return until;
  }
  return null;
}

/** It was no failure: the account starts afresh, the address, which others share, gets this one back. */
export async function succeeded(db: Database, attempts: readonly Attempt[]): Promise<void> {
  for (const { key } of attempts) await forgiveAttempt(db, key, key.startsWith('account:'));
}

/** On record, and in the same words whatever was wrong. */
export async function failed(context: Context, person: string | null): Promise<ReturnType<typeof refuse.wrongLogin>> {
  await audited(context.db, context, { action: 'accounts/sign-in-failed', object: `people/${person ?? 'unknown'}` });
  return refuse.wrongLogin();
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
