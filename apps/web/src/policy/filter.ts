// The clause register's filters as they stand in the address, and the units its rows can be filtered by.
import { type Strength, strengths } from '@zhenghe/engine/kernel';
import type { ClauseRow } from './shapes.ts';

export interface ClauseFilter {
  readonly q?: string;
  readonly pack?: string;
  readonly strength?: Strength;
  readonly unit?: string;
}

export function filterOf(search: Readonly<Record<string, string>>): ClauseFilter {
  const strength = strengths.find((one) => one === search.strength);
  return {
    ...(search.q && { q: search.q }),
    ...(search.pack && { pack: search.pack }),
    ...(strength && { strength }),
    ...(search.unit && { unit: search.unit }),
  };
}

/** Units by how many clauses name them, the most named first. */
export function unitsOf(rows: readonly Pick<ClauseRow, 'units'>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const unit of rows.flatMap((row) => row.units)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, fewer]) => fewer - many || (a < b ? -1 : 1)).map(([unit]) => unit);
}

/** A clause open in the panel, as one word of the address: `zj-2020-guidance|S2-(七)`. */
export function citationText(pack: string, clause: string): string {
  return `${pack}|${clause}`;
}

export function readCitation(text: string | undefined): { readonly pack: string; readonly clause: string } | null {
  const [pack, ...rest] = (text ?? '').split('|');
  const clause = rest.join('|');
  return pack && clause ? { pack, clause } : null;
}
