// Who may grant whom an office: never to oneself, always two people, and the three administrators stay apart (GB/T 22239 8.1.4.2).
import type { Bilingual } from '../kernel/index.ts';

export const adminRoles = ['system-admin', 'security-admin', 'audit-admin'] as const;

export interface Held {
  readonly role: string;
  readonly from: string;
  /** First day on which it no longer holds; null for open. */
  readonly to: string | null;
}

/** An administrator holds no other role at the same time, neither another administrator's nor one of the business. */
export function rolesClash(wanted: Held, held: readonly Held[]): boolean {
  return held.some((other) => overlap(wanted, other) && other.role !== wanted.role && (isAdmin(other.role) || isAdmin(wanted.role)));
}

/** An officer of a county sits in a county, one of a department in a department; an administrator in a government or a department. */
export function fitsUnit(role: string, kind: string): boolean {
  return isAdmin(role) ? ['province', 'city', 'county', 'department'].includes(kind) : role === kind;
}

interface Hands {
  readonly grantee: string;
  readonly proposer: string;
  /** Null while it is only proposed. */
  readonly decider: string | null;
}

/** Why these hands may not do it; null when they may. */
export function handsProblem({ grantee, proposer, decider }: Hands): Bilingual | null {
  if (proposer === grantee) return { zh: '任何人不能为自己申请任职。', en: 'Nobody proposes an office for himself.' };
  if (decider === grantee) return { zh: '任何人不能为自己授权。', en: 'Nobody grants an office to himself.' };
  if (decider === proposer) {
    return { zh: '申请和授权须由两个人办理。', en: 'Proposing and granting take two people.' };
  }
  return null;
}

export function isAdmin(role: string): boolean {
  return adminRoles.some((admin) => admin === role);
}

function overlap(a: Held, b: Held): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}
