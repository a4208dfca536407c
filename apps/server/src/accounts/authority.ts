// Who may call what: one table of roles by procedure. What is not listed is refused; where a person may act is `mayActFor`.
import type { Contract } from '@zhenghe/contract';
import { roles } from '@zhenghe/contract/accounts';
import type { Caller } from '../platform/api.ts';
import { api } from '../platform/api.ts';
import { refusal } from '../platform/refusal.ts';

type Role = (typeof roles)[number];

/** 'plans.save': the compiler asks for an entry for each procedure of the contract. */
type ProcedureName = { [N in keyof Contract]: `${N}.${Extract<keyof Contract[N], string>}` }[keyof Contract];

const everyone: readonly Role[] = roles;
const staff: readonly Role[] = ['province', 'city', 'county', 'department', 'zone'];
/** Units that have a part in cases; what each may do in one is decided by the case itself. */
const deciders: readonly Role[] = ['province', 'city', 'county', 'department'];
/** County and city governments draw up plans; the province decides on them and does not write them. */
const drafters: readonly Role[] = ['city', 'county'];

export const authority: Readonly<Record<ProcedureName, readonly Role[]>> = {
  'accounts.session': everyone,
  'accounts.roleCards': everyone,
  'accounts.chooseRole': everyone,
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
  'approvals.act': deciders,
  'approvals.work': staff,
  'plans.list': everyone,
  'plans.get': everyone,
  'plans.check': everyone,
  'plans.template': everyone,
  'plans.read': staff,
  'plans.save': drafters,
  'plans.submit': drafters,
  'plans.withdraw': drafters,
  'cockpit.day': everyone,
};

function roleOf(caller: Caller): Role {
  return caller.card?.role ?? 'public';
}

export function mayCall(caller: Caller, procedure: string): boolean {
  const allowed: readonly Role[] | undefined = isListed(procedure) ? authority[procedure] : undefined;
  return allowed?.includes(roleOf(caller)) ?? false;
}

/** Whether the caller's unit answers for that place (GB/T 2260): a province for all its own, a city for its counties. */
export function mayActFor(caller: Caller, jurisdiction: string): boolean {
  const { card } = caller;
  if (!card || card.role === 'public') return false;
  if (card.role === 'province') return jurisdiction.slice(0, 2) === card.jurisdiction.slice(0, 2);
  if (card.role === 'city') return jurisdiction.slice(0, 4) === card.jurisdiction.slice(0, 4);
  return jurisdiction === card.jurisdiction;
}

/** Stands before every procedure; router.ts puts it there once. */
export const authorised = api.use(({ context, path, next }) => {
  if (mayCall(context.caller, path.join('.'))) return next();
  throw refusal('NOT_ALLOWED', {
    zh: '您当前的身份不能执行此操作。请换用有权限的身份，或联系有权办理的单位。',
    en: 'Your present role may not do this. Use a role that may, or ask the unit in charge.',
  });
});

function isListed(procedure: string): procedure is ProcedureName {
  return Object.hasOwn(authority, procedure);
}
