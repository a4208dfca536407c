// Where an indicator is named: formulas of others here, and what other nouns told (wiring.ts). One list, so that a merge or a change
// shows all it touches.
import type { IndicatorUse as Use } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';

import { codesIn, type Library } from '@zhenghe/engine/indicators';
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { z } from 'zod';
import type { Database } from '../platform/database.ts';
import type { LoadedLibrary } from './library.ts';

export type IndicatorUse = z.infer<typeof Use>;

/** A place that names indicators; codes that were merged count for what they became. */
export interface NamingPlace extends IndicatorUse {
  readonly codes: readonly string[];
}

export interface UsesAsked {
  readonly rulebook: Rulebook;
  /** For nouns that write formulas: `codesIn(rule, library)`. */
  readonly library: Library;
  readonly dataset: Dataset;
  readonly on: Day;
}

/** All places of a noun at once: the library counts them for every line. */
export type UsesOfNoun = (db: Database, asked: UsesAsked) => Promise<readonly NamingPlace[]>;

/** By code of the indicator as it is now: what was merged counts for what it became. */
export type Uses = ReadonlyMap<string, readonly IndicatorUse[]>;

export async function usesOn(
  db: Database,
  { nouns, ...asked }: Omit<UsesAsked, 'library'> & { readonly nouns: readonly UsesOfNoun[] },
  loaded: LoadedLibrary,
): Promise<Uses> {
  const told = await Promise.all(nouns.map((uses) => uses(db, { ...asked, library: loaded.library })));
  const uses = new Map<string, IndicatorUse[]>();
  for (const { codes, ...use } of [...formulaPlaces(loaded), ...told.flat()]) {
    const now = new Set(codes.flatMap((code) => loaded.library.get(code)?.code ?? []));
    for (const code of now) uses.set(code, [...(uses.get(code) ?? []), use]);
  }
  return uses;
}

function formulaPlaces({ rows, library }: LoadedLibrary): readonly NamingPlace[] {
  return rows.flatMap(({ indicator: { code, name, formula, weight, mergedInto } }) => {
    if (mergedInto !== null) return [];
    const codes = [...(formula === null ? [] : codesIn(formula, library)), ...(weight === null ? [] : [weight])];
    return codes.length === 0 ? [] : [{ noun: 'indicators' as const, code, title: name, link: `/indicators/${code}`, codes }];
  });
}
