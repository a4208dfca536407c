// Who may bring which files in, and for which places: beside the table of procedures, since one procedure takes every kind.

import type { RoleCard } from '@zhenghe/contract/accounts';
import type { ImportKind } from '@zhenghe/contract/imports';
import { reaches, type Scope } from '@zhenghe/engine/accounts';
import type { Caller } from '../platform/api.ts';

type Reach = Readonly<Partial<Record<RoleCard['role'], Scope>>>;

/** all: no place is asked for. */
export const importAuthority: Readonly<Record<ImportKind, Reach>> = {
  plans: { city: 'own', county: 'own' },
  zones: { province: 'subtree', city: 'subtree' },
  figures: { province: 'subtree', city: 'subtree', county: 'own' },
  units: { 'security-admin': 'all' },
  // A unit's own open filings; the province also figures of history. Which departments, the kind asks.
  statistics: { province: 'subtree', department: 'subtree', zone: 'own' },
};

/** Whether the caller may bring such files at all, or for that place (GB/T 2260). */
export function mayImport({ card }: Caller, kind: ImportKind, place?: string): boolean {
  const scope = card === null ? undefined : importAuthority[kind][card.role];
  if (!card || scope === undefined) return false;
  return place === undefined || reaches(scope, card.jurisdiction, place);
}
