// What people say about single cells of a plan: the reason a cell was returned for, and the cells somebody is picking
// to return. Stands beside the desk, so that typing in one cell does not draw every other cell again.
import type { Place } from '@zhenghe/engine/kernel';
import { createContext, useContext } from 'react';
import type { Picking } from '../approvals/index.ts';
import { cellKey } from './cells.ts';

export interface CellNote {
  readonly kind: 'returned' | 'picked';
  /** The reason it was returned for; empty while it is only picked. */
  readonly text: string;
}

export interface CellTalk {
  readonly notes: ReadonlyMap<string, CellNote>;
  /** Whether a click on a cell picks it. */
  readonly picking: boolean;
}

const CellTalkContext = createContext<CellTalk>({ notes: new Map(), picking: false });
export const CellTalkProvider = CellTalkContext.Provider;

export function useCellNote(key: string): { readonly note: CellNote | undefined; readonly picking: boolean } {
  const { notes, picking } = useContext(CellTalkContext);
  return { note: notes.get(key), picking };
}

interface Reason {
  readonly place: Place;
  readonly text: string;
}

/** One note a cell: while cells are picked, the picks; otherwise the reasons of the last return. */
export function notesOf(returned: readonly Reason[], picking: Pick<Picking, 'active' | 'picked'>): ReadonlyMap<string, CellNote> {
  if (picking.active) return new Map(picking.picked.map(({ key }) => [key, { kind: 'picked', text: '' }]));
  const notes = new Map<string, CellNote>();
  for (const { place, text } of returned) {
    const key = cellKey(place);
    const before = notes.get(key);
    notes.set(key, { kind: 'returned', text: before ? `${before.text}\n${text}` : text });
  }
  return notes;
}
