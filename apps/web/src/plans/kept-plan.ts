// Work on a plan that is not saved, as the browser keeps it over a reload: the plan, and texts that cannot be read yet.
import type { Dispatch } from 'react';
import type { CellRef } from './cells.ts';
import type { Edit, EditState } from './edit.ts';
import { fromWire, toWire } from './wire.ts';

export interface TypedPlan {
  readonly plan: ReturnType<typeof toWire>;
  readonly unread: readonly { readonly cell: CellRef; readonly text: string }[];
}

export function typedIn({ plan, unread }: Pick<EditState, 'plan' | 'unread'>): TypedPlan {
  return { plan: toWire(plan), unread: Object.values(unread).map(({ ref, text }) => ({ cell: ref, text })) };
}

/** Two steps at most, so that undo takes it back. */
export function putBack(dispatch: Dispatch<Edit>, { plan, unread }: TypedPlan): void {
  dispatch({ kind: 'replace', plan: fromWire(plan) });
  if (unread.length > 0) dispatch({ kind: 'paste', cells: unread });
}
