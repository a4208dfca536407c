// What every part of the editor needs: the plan in hand, what its cells have to show, and how to change it.
import type { Finding, Place } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { createContext, type Dispatch, useContext } from 'react';
import { cellKey } from './cells.ts';
import type { Edit, EditState } from './edit.ts';
import type { Mark } from './marks.ts';

export interface Desk {
  readonly state: EditState;
  readonly dispatch: Dispatch<Edit>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  /** Whole rows and lists may not be changed; single cells still may, see `unlocked`. */
  readonly readOnly: boolean;
  /** In a returned plan, the only cells that may be changed, by cell key; null when the plan is not returned. */
  readonly unlocked: ReadonlySet<string> | null;
  /** Whether there is work that is not saved. */
  readonly dirty: boolean;
  /** Takes the reader to a cell, opening the tab it stands on. */
  readonly goTo: (place: Place) => void;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export class NoDeskFault extends Error {}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new NoDeskFault('a part of the plan editor stands outside the editor');
  return desk;
}

/** Whether one cell may not be changed: in a returned plan only the cells named with a reason are open. */
export function useLocked(cell: { readonly table: string; readonly row?: string; readonly field?: string }): boolean {
  const { readOnly, unlocked } = useDesk();
  return readOnly && !(unlocked && isUnlocked(unlocked, cell));
}

/** A reason given for a whole row or a whole table opens every cell of it. */
export function isUnlocked(
  unlocked: ReadonlySet<string>,
  cell: { readonly table: string; readonly row?: string; readonly field?: string },
): boolean {
  const { table, row } = cell;
  return [cell, { table, ...(row === undefined ? {} : { row }) }, { table }].some((place) => unlocked.has(cellKey(place)));
}
