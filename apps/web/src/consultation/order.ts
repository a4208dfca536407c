// Which rounds a reader sees first: the public what can still be commented on, a unit what waits for it. Pure.
import type { RoundKind, RoundRow, RoundState } from './shapes.ts';

export interface RoundFilter {
  readonly kind: RoundKind | undefined;
  readonly state: RoundState | undefined;
  /** GB/T 2260 code; the whole province takes all. */
  readonly place: string;
}

export const kinds: readonly RoundKind[] = ['public', 'internal'];
export const states: readonly RoundState[] = ['open', 'closed', 'answered', 'published'];

/** A wrong word in the address filters nothing. */
export function filterOf(search: Readonly<Record<string, string>>, place: string): RoundFilter {
  return { kind: kinds.find((one) => one === search.kind), state: states.find((one) => one === search.state), place };
}

export function filtered(rows: readonly RoundRow[], { kind, state, place }: RoundFilter): readonly RoundRow[] {
  return rows.filter((row) => (!kind || row.kind === kind) && (!state || row.state === state) && standsWithin(row.jurisdiction, place));
}

/** Open ones first, the nearest end first; then what still has to be answered; then the newest. */
export function byUrgency(one: RoundRow, other: RoundRow): number {
  const rank = states.indexOf(one.state) - states.indexOf(other.state);
  if (rank !== 0) return rank;
  if (one.state === 'open') return one.closesOn.localeCompare(other.closesOn);
  return other.closesOn.localeCompare(one.closesOn);
}

/** What the public comes for: open now, being answered, answers published. */
export function forPublic(rows: readonly RoundRow[]) {
  const shown = rows.filter(({ kind }) => kind === 'public').sort(byUrgency);
  return {
    open: shown.filter(({ state }) => state === 'open'),
    waiting: shown.filter(({ state }) => state === 'closed' || state === 'answered'),
    published: shown.filter(({ state }) => state === 'published'),
  };
}

/** A county stands within its city and the province: 330726 within 330700 and 330000. */
export function standsWithin(code: string, place: string): boolean {
  return code.startsWith(place.replace(/(00){1,2}$/, ''));
}
