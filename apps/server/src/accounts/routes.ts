// Session, sign-in, people, units and offices; in the demo profile only, the choice of a role card.
import type { Account, Session } from '@zhenghe/contract/accounts';
import type { z } from 'zod';
import { api, type Caller, type Context } from '../platform/api.ts';
import { productVersion } from '../platform/product.ts';
import { refusal } from '../platform/refusal.ts';
import { callerOfSession } from './callers.ts';
import { dataClasses } from './data-classes.ts';
import { decideOffice, endOffice, offices, proposeOffice, viewAs } from './grants.ts';
import { identities, inviteIdentity, unlinkIdentity } from './identities.ts';
import { listUnits } from './office-queries.ts';
import { beginOidc, finishOidc } from './oidc.ts';
import { audited, mustHaveProved, ownOf } from './own.ts';
import { changePassword, chooseOffice, confirmFactor, endOwnSession, ownSessions, signOut, startFactor } from './own-account.ts';
import { addPerson, endPerson, people, resetPerson } from './people.ts';
import { countPeople } from './person-queries.ts';
import { rights } from './rights.ts';
import { findSessionById, insertSettings, readSettings } from './session-queries.ts';
import { setUp } from './setup.ts';
import { proveAgain, signIn } from './sign-in.ts';
import { addUnit, endUnit, unitFunctions } from './units.ts';

type SessionAnswer = z.infer<typeof Session>;

export const accountsRoutes = api.accounts.router({
  session: api.accounts.session.handler(({ context }) => answer(context, context.caller)),
  roleCards: api.accounts.roleCards.handler(({ context }) => [...deskOf(context).cards]),
  chooseRole: api.accounts.chooseRole.handler(({ context, input }) => {
    const card = deskOf(context).choose(input.card);
    if (!card) throw refusal('NOT_FOUND', { zh: `没有“${input.card}”这个身份。`, en: `There is no role card "${input.card}".` });
    return answer(context, { ...context.caller, card });
  }),
  setup: api.accounts.setup.handler(async ({ context, input }) => {
    await setUp(context, input);
    return { made: true as const };
  }),
  signIn: api.accounts.signIn.handler(async ({ context, input }) => ({ outcome: await signIn(context, input) })),
  signOut: api.accounts.signOut.handler(async ({ context }) => {
    await signOut(context);
    return answer(context, { profile: 'production', card: null });
  }),
  chooseOffice: api.accounts.chooseOffice.handler(({ context, input }) => andAnswer(context, chooseOffice(context, input.id))),
  changePassword: api.accounts.changePassword.handler(({ context, input }) => andAnswer(context, changePassword(context, input))),
  startFactor: api.accounts.startFactor.handler(({ context }) => startFactor(context)),
  confirmFactor: api.accounts.confirmFactor.handler(async ({ context, input }) => ({
    recoveryCodes: [...(await confirmFactor(context, input.code))],
  })),
  proveAgain: api.accounts.proveAgain.handler(({ context, input }) => andAnswer(context, proveAgain(context, input))),
  beginOidc: api.accounts.beginOidc.handler(async ({ context, input }) => ({ url: await beginOidc(context, input) })),
  finishOidc: api.accounts.finishOidc.handler(async ({ context, input }) => ({ back: await finishOidc(context, input.code) })),
  identities: api.accounts.identities.handler(({ context }) => identities(context)),
  unlinkIdentity: api.accounts.unlinkIdentity.handler(async ({ context, input }) => {
    await unlinkIdentity(context, input.id);
    return identities(context);
  }),
  inviteIdentity: api.accounts.inviteIdentity.handler(({ context, input }) => inviteIdentity(context, input.id)),
  sessions: api.accounts.sessions.handler(({ context }) => ownSessions(context)),
  endSession: api.accounts.endSession.handler(async ({ context, input }) => {
    await endOwnSession(context, input.id);
    return ownSessions(context);
  }),
  units: api.accounts.units.handler(({ context, input }) => listUnits(context.db, input.on, input.query)),
  unitFunctions: api.accounts.unitFunctions.handler(({ context }) => unitFunctions(context)),
  addUnit: api.accounts.addUnit.handler(({ context, input }) => addUnit(context, input)),
  endUnit: api.accounts.endUnit.handler(({ context, input }) => endUnit(context, input)),
  people: api.accounts.people.handler(({ context }) => people(context)),
  addPerson: api.accounts.addPerson.handler(({ context, input }) => addPerson(context, input)),
  resetPerson: api.accounts.resetPerson.handler(async ({ context, input }) => ({ password: await resetPerson(context, input.id) })),
  endPerson: api.accounts.endPerson.handler(({ context, input }) => endPerson(context, input.id)),
  offices: api.accounts.offices.handler(({ context }) => offices(context)),
  proposeOffice: api.accounts.proposeOffice.handler(({ context, input }) => proposeOffice(context, input)),
  decideOffice: api.accounts.decideOffice.handler(({ context, input }) => decideOffice(context, input)),
  endOffice: api.accounts.endOffice.handler(({ context, input }) => endOffice(context, input.id)),
  viewAs: api.accounts.viewAs.handler(({ context, input }) => andAnswer(context, viewAs(context, input.office))),
  dataClasses: api.accounts.dataClasses.handler(() => dataClasses()),
  rights: api.accounts.rights.handler(() => rights()),
  settings: api.accounts.settings.handler(({ context }) => readSettings(context.db)),
  saveSettings: api.accounts.saveSettings.handler(async ({ context, input }) => {
    mustHaveProved(context);
    const { me } = ownOf(context);
    await context.db.transaction().execute(async (tx) => {
      await insertSettings(tx, input, me.person.id);
      await audited(tx, context, { action: 'accounts/save-settings', object: 'settings/accounts', after: input });
    });
    return input;
  }),
});

/** Runs the action, then answers the session as it stands after it. */
async function andAnswer(context: Context, action: Promise<void>): Promise<SessionAnswer> {
  // The action first: whoever is not signed in is refused by it, and a refusal that nobody awaits would end the server.
  await action;
  const { me } = ownOf(context);
  return answer(context, await callerOfSession(context.db, await findSessionById(context.db, me.sessionId), context.today));
}

async function answer(context: Context, caller: Caller): Promise<SessionAnswer> {
  const { profile, card, signedIn } = caller;
  return {
    profile,
    card,
    datasets: [...(context.datasets ?? ['real' as const])],
    day: context.today,
    version: productVersion,
    account: signedIn ? accountOf(signedIn) : null,
    provider: context.visit?.oidc?.label ?? null,
    setup: profile === 'production' && !signedIn && (await countPeople(context.db)) === 0,
  };
}

function accountOf({ sessionId: _, actingOffice: __, ...facts }: NonNullable<Caller['signedIn']>): Account {
  return { ...facts, offices: [...facts.offices], duties: [...facts.duties] };
}

function deskOf(context: Context) {
  if (context.demo && context.caller.profile === 'demo') return context.demo;
  throw refusal('NOT_FOUND', { zh: '正式环境没有身份切换。', en: 'There is no choice of role outside the demo.' });
}
