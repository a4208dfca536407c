// Who may call what, and for which places: one table of roles by procedure by scope. What is not listed is refused.
import type { Contract } from '@zhenghe/contract';
import { roles } from '@zhenghe/contract/accounts';
import { reaches, type Scope } from '@zhenghe/engine/accounts';
import type { Caller, Context } from '../platform/api.ts';
import { api } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';
import { clearedAnswer } from './fields.ts';
import { readOnlyView, signedOut } from './refusals.ts';

type Role = (typeof roles)[number];

/**
 * A list of roles: the procedure belongs to no place, or what it may touch is decided by the record itself (a case, one's own
 * account). Roles with a scope: the target's place is checked too, by `mayActOn`.
 */
type Entry = readonly Role[] | Readonly<Partial<Record<Role, Scope>>>;

/** 'plans.save': the compiler asks for an entry for each procedure of the contract. */
type ProcedureName = { [N in keyof Contract]: `${N}.${Extract<keyof Contract[N], string>}` }[keyof Contract];

const everyone: readonly Role[] = roles;
const staff: readonly Role[] = ['province', 'city', 'county', 'department', 'zone'];
/** County and city governments draw up plans; the province decides on them and does not write them. */
const drafters: Entry = { city: 'own', county: 'own' };
/** Plan offices read scenarios of their place and of those below it; departments, zones and the public do not. */
const planners: readonly Role[] = ['province', 'city', 'county'];
/** Each writes the scenarios of its own place. */
const ownScenarios: Entry = { province: 'own', city: 'own', county: 'own' };
/** Who takes zones into the statistics, or lets them go. */
const enrollers: Entry = { province: 'subtree', city: 'subtree', county: 'own' };
/** Papers of a plan are made by its place and by those above it. */
const makers: Entry = { province: 'subtree', city: 'subtree', county: 'own' };
/** Who brings boundaries and layers; whose land it is, and whether it may change now, is asked of the target. */
const landholders: readonly Role[] = ['province', 'city', 'county', 'department'];
/** Who brings files in; which kinds, and for which places, is said by import-authority.ts. */
const importers: readonly Role[] = ['province', 'city', 'county', 'department', 'zone', 'security-admin'];
/** Units of the province define indicators, forms and tags; of which place one is, the definitions ask. */
const definers: readonly Role[] = ['province', 'department'];
/** Right over accounts; the system's own settings; nobody holds both. */
const security: readonly Role[] = ['security-admin'];
const system: readonly Role[] = ['system-admin'];
/** The log of what others did is read by the auditor alone, who may do nothing else. */
const auditors: readonly Role[] = ['audit-admin'];

export const authority: Readonly<Record<ProcedureName, Entry>> = {
  'accounts.session': everyone,
  'accounts.roleCards': everyone,
  'accounts.chooseRole': everyone,
  'accounts.setup': everyone,
  'accounts.signIn': everyone,
  'accounts.signOut': everyone,
  'accounts.chooseOffice': everyone,
  'accounts.changePassword': everyone,
  'accounts.startFactor': everyone,
  'accounts.confirmFactor': everyone,
  'accounts.proveAgain': everyone,
  'accounts.beginOidc': everyone,
  'accounts.finishOidc': everyone,
  'accounts.identities': everyone,
  'accounts.unlinkIdentity': everyone,
  'accounts.inviteIdentity': security,
  'accounts.sessions': everyone,
  'accounts.endSession': everyone,
  'accounts.units': [...staff, 'system-admin', 'security-admin', 'audit-admin'],
  'accounts.unitFunctions': security,
  'accounts.addUnit': security,
  'accounts.endUnit': security,
  'accounts.people': [...security, ...system],
  'accounts.addPerson': security,
  'accounts.resetPerson': security,
  'accounts.endPerson': security,
  'accounts.offices': [...security, ...system],
  'accounts.proposeOffice': security,
  'accounts.decideOffice': [...security, ...system],
  'accounts.endOffice': security,
  'accounts.viewAs': security,
  'accounts.dataClasses': [...staff, ...security, ...system, 'audit-admin'],
  'accounts.rights': [...security, ...system, 'audit-admin'],
  'accounts.settings': [...security, ...system],
  'accounts.saveSettings': system,
  'territory.list': everyone,
  'policy.packs': everyone,
  'policy.clauses': everyone,
  'policy.clause': everyone,
  'policy.parameters': everyone,
  'policy.conflicts': everyone,
  'policy.targets': everyone,
  'policy.facts': everyone,
  'policy.inForce': everyone,
  'zones.list': everyone,
  'zones.export': everyone,
  'zones.points': everyone,
  'zones.meter': everyone,
  'zones.get': everyone,
  'zones.lineage': everyone,
  'approvals.get': staff,
  // What a unit may do in a case, a zone in that of its own filing too, is decided by the case itself.
  'approvals.act': staff,
  'approvals.work': staff,
  'boundaries.upload': landholders,
  'boundaries.reading': landholders,
  'boundaries.confirm': landholders,
  'boundaries.cancel': landholders,
  'boundaries.draft': landholders,
  'boundaries.beginDraft': landholders,
  'boundaries.redraw': landholders,
  'boundaries.keep': landholders,
  'boundaries.ofPlan': everyone,
  'boundaries.layers': staff,
  'boundaries.layer': staff,
  'boundaries.parcels': staff,
  'boundaries.townships': staff,
  'boundaries.export': everyone,
  'consultation.list': everyone,
  'consultation.get': everyone,
  'consultation.offer': drafters,
  'consultation.begin': drafters,
  'consultation.end': drafters,
  'consultation.comment': everyone,
  'consultation.receipt': everyone,
  'consultation.answer': drafters,
  'consultation.withhold': drafters,
  'consultation.publish': drafters,
  'plans.list': everyone,
  'plans.get': everyone,
  'plans.check': everyone,
  'plans.template': everyone,
  'plans.source': staff,
  'plans.read': staff,
  'plans.create': drafters,
  'plans.save': drafters,
  'plans.submit': drafters,
  'plans.withdraw': drafters,
  'planner.defaults': planners,
  'planner.scenarios': planners,
  'planner.scenario': planners,
  'planner.create': ownScenarios,
  'planner.save': ownScenarios,
  'planner.close': ownScenarios,
  'planner.run': ownScenarios,
  'planner.running': planners,
  'planner.stop': ownScenarios,
  'planner.frontierPlan': planners,
  'planner.adopt': ownScenarios,
  'planner.report': planners,
  'planner.instance': planners,
  'explorer.choices': everyone,
  'explorer.pivot': everyone,
  'explorer.card': everyone,
  'explorer.export': everyone,
  'explorer.tags': staff,
  'explorer.tag': staff,
  'explorer.tryTag': staff,
  'documents.list': staff,
  'documents.make': makers,
  'documents.cancel': makers,
  'documents.file': makers,
  'documents.verify': everyone,
  'definitions.list': staff,
  'definitions.get': staff,
  'definitions.check': definers,
  'definitions.propose': definers,
  'definitions.decide': definers,
  'definitions.withdraw': definers,
  'indicators.library': everyone,
  'indicators.get': everyone,
  'indicators.formula': staff,
  'indicators.merging': definers,
  'indicators.bundle': everyone,
  'indicators.readBundle': definers,
  'imports.kinds': importers,
  'imports.template': importers,
  'imports.preview': importers,
  'imports.commit': importers,
  'imports.list': importers,
  'imports.get': importers,
  'imports.rows': importers,
  'imports.file': importers,
  'imports.undo': importers,
  'imports.cancel': importers,
  'imports.origins': everyone,
  'statistics.forms': staff,
  'statistics.form': staff,
  'statistics.openPeriod': ['province'],
  'statistics.lockPeriod': ['province'],
  'statistics.board': staff,
  'statistics.timeliness': staff,
  // Whose a filing is and who may write it now is decided by its office and its case.
  'statistics.sheet': staff,
  'statistics.saveCells': staff,
  'statistics.submit': staff,
  'statistics.decide': staff,
  'statistics.versions': staff,
  'statistics.template': staff,
  'statistics.readFile': staff,
  'statistics.attach': staff,
  'statistics.evidence': staff,
  'statistics.roster': staff,
  'statistics.enrol': enrollers,
  'statistics.burden': staff,
  'targets.sheet': everyone,
  'targets.compare': everyone,
  'cockpit.day': everyone,
  'audit.list': auditors,
  'audit.get': auditors,
  'audit.head': auditors,
  'audit.verify': auditors,
  'audit.export': auditors,
};

function roleOf(caller: Caller): Role {
  return caller.card?.role ?? 'public';
}

export function mayCall(caller: Caller, procedure: string): boolean {
  return scopeFor(roleOf(caller), procedure) !== null;
}

/** Whether the caller may do that to something of that place (GB/T 2260). */
export function mayActOn(caller: Caller, procedure: ProcedureName, place: string): boolean {
  const scope = scopeFor(roleOf(caller), procedure);
  return scope !== null && caller.card !== null && reaches(scope, caller.card.jurisdiction, place);
}

/** How far a role reaches with a procedure; null when it may not call it at all. */
export function scopeFor(role: Role, procedure: string): Scope | null {
  if (!isListed(procedure)) return null;
  const entry: Entry = authority[procedure];
  if (isList(entry)) return entry.includes(role) ? 'all' : null;
  return entry[role] ?? null;
}

const places: Readonly<Partial<Record<Role, Scope>>> = {
  province: 'subtree',
  city: 'subtree',
  county: 'own',
  zone: 'own',
  department: 'own',
  township: 'own',
  company: 'own',
};

/** Whether the caller's unit answers for that place: a province for all its own, a city for its counties. */
export function mayActFor(caller: Caller, jurisdiction: string): boolean {
  const scope = places[roleOf(caller)];
  return scope !== undefined && caller.card !== null && reaches(scope, caller.card.jurisdiction, jurisdiction);
}

/** Stands before every procedure, and behind it for the fields of its answer; router.ts puts it there once. */
export const authorised = api.use(async ({ context, path, procedure, next }) => {
  const name = path.join('.');
  if (changedHands(context) && !atTheDoor.has(name)) throw signedOut();
  if (context.caller.signedIn?.viewingAs && !mayWhileLooking(name, procedure['~orpc'].route.method)) throw readOnlyView();
  if (mayCall(context.caller, name) || (name === 'accounts.viewAs' && context.caller.signedIn?.viewingAs)) {
    const result = await next();
    const { outputSchema } = procedure['~orpc'];
    return { ...result, output: clearedAnswer(context.caller, { name, outputSchema }, result.output) };
  }
  throw refusal('NOT_ALLOWED', {
    zh: '您当前的身份不能执行此操作。请换用有权限的身份，或联系有权办理的单位。',
    en: 'Your present role may not do this. Use a role that may, or ask the unit in charge.',
  });
});

/** Open to whoever stands before a page that was drawn for somebody else. */
const atTheDoor: ReadonlySet<string> = new Set(
  ['session', 'signIn', 'signOut', 'beginOidc', 'finishOidc', 'setup'].map((name) => `accounts.${name}`),
);

/** The page was drawn for a person who is no longer, or not any more, the one signed in here. */
function changedHands({ caller, visit }: Context): boolean {
  return Boolean(visit?.expects) && visit?.expects !== caller.signedIn?.person.id;
}

/** With another's eyes one reads, looks with one's own again, or leaves. */
function mayWhileLooking(procedure: string, method: string | undefined): boolean {
  return method === 'GET' || ['accounts.viewAs', 'accounts.signOut', 'plans.check'].includes(procedure);
}

function isList(entry: Entry): entry is readonly Role[] {
  return Array.isArray(entry);
}

function isListed(procedure: string): procedure is ProcedureName {
  return Object.hasOwn(authority, procedure);
}
