// The filings of a zone in the order of their pressure: late, returned, to fill in by their day, then what is with others.
import type { BoardRow, FormHead } from '../shapes.ts';

export interface OwnFiling {
  readonly form: FormHead;
  readonly period: string;
  readonly row: BoardRow;
}

/** Whether the unit has to do something with it: fill it in, mend it, or check what a colleague handed in. */
export function needsHand({ row }: OwnFiling): boolean {
  return row.state === 'draft' || row.state === 'returned' || row.may !== null;
}

function pressure(filing: OwnFiling): number {
  if (!needsHand(filing)) return 3;
  if (filing.row.late) return 0;
  return filing.row.state === 'returned' ? 1 : 2;
}

export function byPressure(one: OwnFiling, other: OwnFiling): number {
  const days = (filing: OwnFiling) => filing.row.due ?? '9999-12-31';
  return pressure(one) - pressure(other) || days(one).localeCompare(days(other)) || one.row.id.localeCompare(other.row.id);
}
