// Offices: proposed by a security administrator, granted by a second person (another security or a system administrator), ended by one.

import type { Office, RoleCard } from '@zhenghe/contract/accounts';
import { fitsUnit, handsProblem, rolesClash } from '@zhenghe/engine/accounts';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import {
  allOfficesOf,
  countAdminsOn,
  decideOffice as decide,
  endOfficeOn,
  findOffice,
  findUnit,
  holdOffice,
  insertOffice,
  listOffices,
  type OfficeRecord,
} from './office-queries.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import { holdPerson } from './person-queries.ts';
import * as refuse from './refusals.ts';
import { newId } from './secrets.ts';
import { endViewsOf, setViewAs } from './session-queries.ts';

type OfficeView = z.infer<typeof Office>;

interface Asked {
  readonly personId: string;
  readonly unitId: string;
  readonly role: RoleCard['role'];
  readonly from: string;
  readonly to?: string | undefined;
}

export async function offices(context: Context): Promise<OfficeView[]> {
  const me = context.caller.signedIn?.person.id ?? null;
  return (await listOffices(context.db)).map((office) => shown(office, me));
}

export async function proposeOffice(context: Context, asked: Asked): Promise<OfficeView> {
  mustHaveProved(context);
  const me = ownOf(context).me.person.id;
  const hands = handsProblem({ grantee: asked.personId, proposer: me, decider: null });
  if (hands) throw refuse.badHands(hands);
  return context.db.transaction().execute(async (tx) => {
    const person = await holdPerson(tx, asked.personId);
    if (!person || person.endedOn !== null) throw refuse.noSuch('人员', 'person');
    const unit = await findUnit(tx, asked.unitId);
    if (!unit || (unit.to !== null && unit.to <= asked.from)) throw refuse.noSuch('单位', 'unit');
    if (!fitsUnit(asked.role, unit.kind)) throw refuse.wrongUnit();
    const office = { ...asked, to: asked.to ?? null, id: newId(), proposedBy: me };
    await insertOffice(tx, office);
    await audited(tx, context, { action: 'accounts/propose-office', object: `offices/${office.id}`, after: office });
    return reread(tx, office.id, me);
  });
}

export async function decideOffice(context: Context, { id, grant }: { readonly id: string; readonly grant: boolean }): Promise<OfficeView> {
  mustHaveProved(context);
  const me = ownOf(context).me.person.id;
  return context.db.transaction().execute(async (tx) => {
    const office = await holdOffice(tx, id);
    if (!office) throw refuse.noSuch('任职', 'office');
    if (office.granted !== null || office.proposerId === null) throw refuse.alreadyDecided();
    const hands = handsProblem({ grantee: office.personId, proposer: office.proposerId, decider: me });
    if (hands) throw refuse.badHands(hands);
    await holdPerson(tx, office.personId);
    if (grant && rolesClash(office, await allOfficesOf(tx, office.personId))) throw refuse.rolesApart();
    await decide(tx, id, me, grant);
    await audited(tx, context, { action: grant ? 'accounts/grant-office' : 'accounts/refuse-office', object: `offices/${id}` });
    return reread(tx, id, me);
  });
}

/** Taking a right away needs one person; it holds at once, also in open sessions. */
export async function endOffice(context: Context, id: string): Promise<OfficeView> {
  mustHaveProved(context);
  const me = ownOf(context).me.person.id;
  return context.db.transaction().execute(async (tx) => {
    const office = await holdOffice(tx, id);
    if (!office?.granted) throw refuse.noSuch('任职', 'office');
    if (office.personId === me) throw refuse.notOneself();
    const admin = office.role === 'security-admin' || office.role === 'system-admin';
    if (admin && (await countAdminsOn(tx, office.role, context.today)) < 2) throw refuse.lastAdmin();
    await endOfficeOn(tx, id, context.today);
    await endViewsOf(tx, id);
    await audited(tx, context, { action: 'accounts/end-office', object: `offices/${id}` });
    return reread(tx, id, me);
  });
}

/** The security administrator reads as another office would, to see what it sees; logged both ways. */
export async function viewAs(context: Context, office: string | null): Promise<void> {
  const { me } = ownOf(context);
  if (office !== null && me.viewingAs) throw refuse.readOnlyView();
  const wanted = office === null ? null : await findOffice(context.db, office);
  if (office !== null && (!wanted?.granted || /-admin$/.test(wanted.role))) throw refuse.noSuch('任职', 'office');
  await context.db.transaction().execute(async (tx) => {
    await setViewAs(tx, me.sessionId, office);
    await audited(tx, context, {
      action: office ? 'accounts/view-as' : 'accounts/view-own',
      object: `offices/${office ?? me.actingOffice ?? 'none'}`,
    });
  });
}

async function reread(tx: Database, id: string, me: string): Promise<OfficeView> {
  const office = await findOffice(tx, id);
  if (!office) throw refuse.noSuch('任职', 'office');
  return shown(office, me);
}

function shown({ granted, jurisdiction: _, caseUnit: __, proposerId, ...office }: OfficeRecord, me: string | null): OfficeView {
  const state = granted === null ? 'proposed' : granted ? 'granted' : 'refused';
  const hands = { grantee: office.personId, proposer: proposerId ?? '', decider: me };
  return { ...office, state, mayDecide: state === 'proposed' && me !== null && handsProblem(hands) === null };
}
