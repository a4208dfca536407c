// What the database lets a caller see: the places its unit answers for, and the unit itself. It stands behind the table of
// authority: a procedure that forgot to ask whose a row is finds no row of others.
import type { RoleCard } from '@zhenghe/contract/accounts';
import { prefixOf, type Scope as Reach } from '@zhenghe/engine/accounts';
import type { Caller } from '../platform/api.ts';
import { nobody, type Scope } from '../platform/database.ts';

/** A department reads what it may be asked about: everything of its place. Roles that are missing read what is public. */
const reading: Readonly<Partial<Record<RoleCard['role'], Reach>>> = {
  province: 'subtree',
  city: 'subtree',
  department: 'subtree',
  county: 'own',
  zone: 'own',
  township: 'own',
  company: 'own',
};

export function scopeOf({ card }: Caller): Scope {
  const reach = card && reading[card.role];
  if (!card || !reach) return nobody;
  return { reach: reach === 'subtree' ? prefixOf(card.jurisdiction) : card.jurisdiction, unit: unitOfCard(card) ?? '' };
}

/** Kinds of units that cases name by their place and their own part: 330700/land, 330726/zone-zj-067. */
const named: readonly RoleCard['role'][] = ['department', 'zone', 'township', 'company'];

/** The unit a card acts for in cases; null for those who have no part in any. */
export function unitOfCard(card: RoleCard | null): string | null {
  if (card?.role === 'province' || card?.role === 'city' || card?.role === 'county') return card.jurisdiction;
  return card && named.includes(card.role) ? (card.unitId ?? null) : null;
}
