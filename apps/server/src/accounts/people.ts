// People, kept by the security administrator: added, reset, ended. Nobody handles his own account.
import type { Person } from '@zhenghe/contract/accounts';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { unlinkIdentities, withdrawInvitations } from './identity-queries.ts';
import { allOfficesOf, countAdminsOn } from './office-queries.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import { clearFactor, endPersonOn, holdPerson, insertPerson, listPeople, type PersonRecord, setPassword } from './person-queries.ts';
import * as refuse from './refusals.ts';
import { firstPassword, newId, passwordHash } from './secrets.ts';
import { endSessionsOf } from './session-queries.ts';

type PersonView = z.infer<typeof Person>;

export async function people(context: Context): Promise<PersonView[]> {
  return (await listPeople(context.db)).map(shown);
}

export async function addPerson(
  context: Context,
  { login, name }: { readonly login: string; readonly name: string },
): Promise<{ person: PersonView; password: string }> {
  mustHaveProved(context);
  const id = newId();
  const password = firstPassword();
  const hash = await passwordHash(password);
  const person = await context.db.transaction().execute(async (tx) => {
    if (!(await insertPerson(tx, { id, login, name, hash, on: context.today }))) throw refuse.loginTaken(login);
    await audited(tx, context, { action: 'accounts/add-person', object: `people/${id}`, after: { id, login, name } });
    return holdPerson(tx, id);
  });
  if (!person) throw refuse.noSuch('人员', 'person');
  return { person: shown(person), password };
}

export async function resetPerson(context: Context, id: string): Promise<string> {
  mustHaveProved(context);
  notOneself(context, id);
  const password = firstPassword();
  const hash = await passwordHash(password);
  await context.db.transaction().execute(async (tx) => {
    if (!(await holdPerson(tx, id))) throw refuse.noSuch('人员', 'person');
    await setPassword(tx, id, hash, true);
    await clearFactor(tx, id);
    await unlinkIdentities(tx, { person: id, by: ownOf(context).me.person.id });
    await withdrawInvitations(tx, id);
    await endSessionsOf(tx, id, 'reset');
    await audited(tx, context, { action: 'accounts/reset-person', object: `people/${id}` });
  });
  return password;
}

export async function endPerson(context: Context, id: string): Promise<PersonView> {
  mustHaveProved(context);
  notOneself(context, id);
  return context.db.transaction().execute(async (tx) => {
    if (!(await holdPerson(tx, id))) throw refuse.noSuch('人员', 'person');
    for (const { role } of (await allOfficesOf(tx, id)).filter((office) => /-admin$/.test(office.role) && office.to === null)) {
      if ((await countAdminsOn(tx, role, context.today)) < 2) throw refuse.lastAdmin();
    }
    await endPersonOn(tx, id, context.today);
    await endSessionsOf(tx, id, 'ended');
    await audited(tx, context, { action: 'accounts/end-person', object: `people/${id}` });
    const ended = await holdPerson(tx, id);
    if (!ended) throw refuse.noSuch('人员', 'person');
    return shown(ended);
  });
}

function notOneself(context: Context, id: string): void {
  if (ownOf(context).me.person.id === id) throw refuse.notOneself();
}

function shown({ id, login, name, sealed, mustChange, endedOn }: PersonRecord): PersonView {
  return { id, login, name, hasFactor: sealed !== null, active: !mustChange, endedOn };
}
