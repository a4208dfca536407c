// What every part of a filing's page needs, without handing it through each of them.
import type { Place } from '@zhenghe/engine/kernel';
import { createContext, useContext } from 'react';
import type { Picking } from '../../approvals/index.ts';
import type { Filing } from './use-filing.ts';

export interface Desk extends Filing {
  /** Reasons of the last return, by cell. */
  readonly returned: ReadonlyMap<string, string>;
  readonly picking: Picking;
  /** The cell whose panel is open. */
  readonly selected: string | null;
  readonly select: (key: string | null) => void;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

class NoDeskFault extends Error {}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new NoDeskFault('a part of a filing stands outside its page');
  return desk;
}

/** Cells of a filing in a case: the table `cells`, the key as its row. */
export function placeOf(key: string, label: string): Place {
  return { table: 'cells', row: key, label };
}

export function keyOfPlace({ row, field }: { readonly row?: string | undefined; readonly field?: string | undefined }): string {
  return row ?? field ?? '';
}

/** Brings a cell into view and focuses what can be typed in, else the row. */
export function goToCell(key: string): void {
  const cell = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)}"]`);
  cell?.scrollIntoView({ block: 'center', inline: 'nearest' });
  cell?.focus({ preventScroll: true });
}
