// What came back and what became of it: the last return of the round that is still being worked on, and for each cell it
// named the value then and now.
import type { Place } from '@zhenghe/engine/kernel';
import { differencesOf, type Plan, type Shown, shownAt } from '@zhenghe/engine/plans';
import type { CaseView } from '../approvals/index.ts';

type Return = CaseView['actions'][number];

/** The last return, unless a decision or a new version has come after it. */
export function lastReturn(actions: CaseView['actions']): Return | null {
  for (const action of [...actions].reverse()) {
    if (action.kind === 'return') return action;
    if (action.kind === 'approve' || action.kind === 'refuse' || action.kind === 'revise') return null;
  }
  return null;
}

export interface ReturnedCell {
  readonly place: Place;
  readonly text: string;
  readonly before: Shown | null;
  readonly now: Shown | null;
  readonly changed: boolean;
}

/** Values are those of the single cell; a whole row or table counts as changed when anything in it is. */
export function returnedCells(reasons: Return['reasons'], before: Plan, now: Plan): readonly ReturnedCell[] {
  const differences = differencesOf(before, now);
  return reasons.map(({ place, text }) => ({
    place: placeOfWire(place),
    text,
    before: shownAt(before, place),
    now: shownAt(now, place),
    changed: differences.some(
      (one) =>
        one.table === place.table &&
        (place.row === undefined || one.row === place.row) &&
        (place.field === undefined || one.field === place.field || one.field === ''),
    ),
  }));
}

/** The contract says "absent or undefined" where the engine says "absent". */
export function placeOfWire(place: Return['reasons'][number]['place']): Place {
  return {
    table: place.table,
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.field === undefined ? {} : { field: place.field }),
    label: place.label,
  };
}
