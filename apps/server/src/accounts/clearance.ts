// Who is cleared for which level of data (DB33/T 2350-2021, mission F112): role by relation, beside the table of authority. The
// standard gives levels, not who holds which; the figures are the product's own and shown as such. L4 leaves for nobody.
import type { RoleCard, roles } from '@zhenghe/contract/accounts';
import type { Label } from '@zhenghe/contract/level';
import { isAdmin, isCleared, type Level, relationOf } from '@zhenghe/engine/accounts';
import type { Caller } from '../platform/api.ts';
import { unitOfCard } from './scope.ts';

type Role = (typeof roles)[number];

/** own: of the reader's own unit; below: of its place or a place under it; elsewhere: of other places, or of none that is known. */
export const standings = ['own', 'below', 'elsewhere'] as const;
export type Standing = (typeof standings)[number];
type Cleared = Exclude<Level, 'L4'>;

const open: Readonly<Record<Standing, Cleared>> = { own: 'L1', below: 'L1', elsewhere: 'L1' };
const ownOnly: Readonly<Record<Standing, Cleared>> = { own: 'L2', below: 'L1', elsewhere: 'L1' };
const government: Readonly<Record<Standing, Cleared>> = { own: 'L3', below: 'L2', elsewhere: 'L1' };

export const clearance: Readonly<Record<Role, Readonly<Record<Standing, Cleared>>>> = {
  province: government,
  city: government,
  county: government,
  department: { own: 'L2', below: 'L2', elsewhere: 'L1' },
  zone: ownOnly,
  township: ownOnly,
  company: ownOnly,
  firm: open,
  public: open,
  // For accounts and the log only, not for the business. The first opens accounts everywhere, so it reads logins
  // everywhere; the other two know people by name and number.
  'security-admin': { own: 'L3', below: 'L3', elsewhere: 'L3' },
  'system-admin': { own: 'L2', below: 'L2', elsewhere: 'L2' },
  'audit-admin': { own: 'L2', below: 'L2', elsewhere: 'L2' },
};

/** Whose a value is, as far as the answer says. */
export interface Whose {
  /** GB/T 2260 code of the nearest record around it. */
  readonly place: string | null;
  readonly unit: string | null;
  readonly person: string | null;
}

/** What concerns oneself is always readable; a secret only in the answer it was made for. */
export function mayRead(caller: Caller, label: Label, whose: Whose): boolean {
  if (label.level === 'L4') return label.once === true;
  if (label.whose === 'caller') return true;
  const me = caller.signedIn?.person.id ?? caller.card?.personId;
  if (me !== undefined && whose.person === me) return true;
  const { card } = caller;
  if (!card || (isAdmin(card.role) && label.area === 'business')) return isCleared('L1', label.level);
  return isCleared(clearance[card.role][standingOf(card, whose)], label.level);
}

/** A file is read whole or not at all; whether its place is the reader's is checked where it is made. */
export function mayReadFile(caller: Caller, label: Label): boolean {
  const held = clearance[caller.card?.role ?? 'public'];
  return standings.some((standing) => isCleared(held[standing], label.level));
}

const governments: readonly Role[] = ['province', 'city', 'county'];

function standingOf(card: RoleCard, { place, unit }: Whose): Standing {
  const mine = unitOfCard(card) ?? card.unitId ?? null;
  if (unit !== null && unit === mine) return 'own';
  const relation = place === null ? 'foreign' : relationOf(card.jurisdiction, place);
  if (relation === 'child') return 'below';
  if (relation !== 'own') return 'elsewhere';
  // Of the same place, and of no unit that is named: the government's own, and below it for nobody else.
  if (unit === null || unit === place) return governments.includes(card.role) ? 'own' : 'below';
  return governments.includes(card.role) ? 'below' : 'elsewhere';
}
