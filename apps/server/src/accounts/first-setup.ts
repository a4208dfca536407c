// A first set-up in bulk: units, accounts with a first password, offices proposed. The decision on each office stays another person's.
import { isDay } from '@zhenghe/engine/kernel';
import type { ImportRow } from '@zhenghe/exchange/imports';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { builtOn, closeSetup, reopenPerson, type SetupWritten, setupStanding } from './first-setup-queries.ts';
import { type NewSetupPerson, type SetupPlan, setupPlan } from './first-setup-rows.ts';
import { insertOffice, insertUnits } from './office-queries.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import { insertPerson, setPassword } from './person-queries.ts';
import * as refuse from './refusals.ts';
import { firstPassword, newId, passwordHash } from './secrets.ts';
import { endSessionsOf } from './session-queries.ts';
import { unitFunctions } from './units.ts';

export async function planSetup(db: Database, context: Context, rows: readonly ImportRow[]): Promise<SetupPlan> {
  const functions = unitFunctions(context);
  return setupPlan(rows, { standing: await setupStanding(db), functions, me: ownOf(context).me.person.id, newId });
}

export interface FirstPassword {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

interface Done {
  readonly written: SetupWritten;
  readonly passwords: readonly FirstPassword[];
}

export async function writeSetup(tx: Database, context: Context, plan: SetupPlan): Promise<Done> {
  mustHaveProved(context);
  const me = ownOf(context).me.person.id;
  await insertUnits(
    tx,
    plan.units.map((unit) => ({ ...unit, source: me })),
  );
  for (const { id, ...unit } of plan.units) await audited(tx, context, { action: 'accounts/add-unit', object: `units/${id}`, after: unit });
  const passwords: FirstPassword[] = [];
  for (const person of plan.people) passwords.push(await openAccount(tx, context, person));
  const offices: string[] = [];
  for (const office of plan.offices) {
    const id = newId();
    await insertOffice(tx, { ...office, id, proposedBy: me });
    await audited(tx, context, { action: 'accounts/propose-office', object: `offices/${id}`, after: { ...office } });
    offices.push(id);
  }
  return { written: { units: plan.units.map(({ id }) => id), people: plan.people.map(({ id }) => id), offices }, passwords };
}

async function openAccount(tx: Database, context: Context, { id, login, name, again }: NewSetupPerson): Promise<FirstPassword> {
  const password = firstPassword();
  const hash = await passwordHash(password);
  if (again) {
    await reopenPerson(tx, id, name);
    await setPassword(tx, id, hash, true);
  } else if (!(await insertPerson(tx, { id, login, name, hash, on: context.today }))) throw refuse.loginTaken(login);
  await audited(tx, context, { action: 'accounts/add-person', object: `people/${id}`, after: { id, login, name } });
  return { name, login, password };
}

/** Null when it was taken back; otherwise what was built on it since. */
export async function undoSetup(
  tx: Database,
  context: Context,
  written: SetupWritten,
): Promise<readonly { readonly kind: string; readonly name: string }[] | null> {
  mustHaveProved(context);
  const built = await builtOn(tx, written);
  if (built.length > 0) return built;
  if (!isDay(context.today)) throw new RangeError(context.today);
  await closeSetup(tx, written, context.today);
  for (const id of written.people) {
    await endSessionsOf(tx, id, 'ended');
    await audited(tx, context, { action: 'accounts/end-person', object: `people/${id}` });
  }
  for (const id of written.offices) await audited(tx, context, { action: 'accounts/end-office', object: `offices/${id}` });
  for (const id of written.units) await audited(tx, context, { action: 'accounts/end-unit', object: `units/${id}` });
  return null;
}
