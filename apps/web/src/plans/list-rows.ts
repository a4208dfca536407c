// The plan list as a reader meets it: filtered by the address, one's own first, then the ones with most to mend.
import type { PlanRow } from './shapes.ts';

export interface PlanFilter {
  readonly city: string | undefined;
  readonly state: string | undefined;
  /** GB/T 2260 code of the place in view; the province takes in everything, a city its counties. */
  readonly place: string;
}

export function filterPlans(rows: readonly PlanRow[], filter: PlanFilter): readonly PlanRow[] {
  return rows.filter(
    (row) =>
      isWithin(row.jurisdiction, filter.place) &&
      (!filter.city || row.city === filter.city) &&
      (!filter.state || row.state === filter.state),
  );
}

export function isWithin(code: string, place: string): boolean {
  if (place.endsWith('0000')) return true;
  return place.endsWith('00') ? code.startsWith(place.slice(0, 4)) : code === place;
}

/** Late first, then what blocks, then the place's code; the order does not depend on how the rows came. */
export function byUrgency(a: PlanRow, b: PlanRow): number {
  return (
    (b.lateDays ?? -1) - (a.lateDays ?? -1) ||
    b.blocking - a.blocking ||
    a.jurisdiction.localeCompare(b.jurisdiction) ||
    a.id.localeCompare(b.id)
  );
}

export function splitOwn(
  rows: readonly PlanRow[],
  own: string | null,
): { readonly own: readonly PlanRow[]; readonly others: readonly PlanRow[] } {
  const mine = (row: PlanRow) => own !== null && !own.endsWith('0000') && isWithin(row.jurisdiction, own);
  return { own: rows.filter(mine), others: rows.filter((row) => !mine(row)) };
}
