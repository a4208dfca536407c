// What people say about single cells of a plan: the reason a cell was returned for, and the cells somebody is picking
// to return. Stands beside the desk, so that typing in one cell does not draw every other cell again.
import type { Place } from '@zhenghe/engine/kernel';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
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

export interface Picking {
  readonly active: boolean;
  readonly picked: readonly Place[];
  readonly toggle: (place: Place) => void;
  readonly setActive: (active: boolean) => void;
}

/** The cells being picked; leaving the form forgets them. */
export function usePicking(): Picking {
  const [active, setOn] = useState(false);
  const [picked, setPicked] = useState<readonly Place[]>([]);
  const toggle = useCallback((place: Place) => {
    const key = cellKey(place);
    setPicked((now) => (now.some((one) => cellKey(one) === key) ? now.filter((one) => cellKey(one) !== key) : [...now, place]));
  }, []);
  const setActive = useCallback((next: boolean) => {
    setOn(next);
    if (!next) setPicked([]);
  }, []);
  return useMemo(() => ({ active, picked, toggle, setActive }), [active, picked, toggle, setActive]);
}

interface Reason {
  readonly place: Place;
  readonly text: string;
}

/** One note a cell: while cells are picked, the picks; otherwise the reasons of the last return. */
export function notesOf(returned: readonly Reason[], picking: Pick<Picking, 'active' | 'picked'>): ReadonlyMap<string, CellNote> {
  if (picking.active) return new Map(picking.picked.map((place) => [cellKey(place), { kind: 'picked', text: '' }]));
  const notes = new Map<string, CellNote>();
  for (const { place, text } of returned) {
    const key = cellKey(place);
    const before = notes.get(key);
    notes.set(key, { kind: 'returned', text: before ? `${before.text}\n${text}` : text });
  }
  return notes;
}
