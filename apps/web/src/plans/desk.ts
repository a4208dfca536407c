// What every part of the editor needs: the plan in hand, what its cells have to show, and how to change it.
import type { Finding, Place } from '@zhenghe/engine/kernel';
import type { Rule } from '@zhenghe/engine/plans';
import { createContext, type Dispatch, useContext } from 'react';
import type { Edit, EditState } from './edit.ts';
import type { Mark } from './marks.ts';

export interface Desk {
  readonly state: EditState;
  readonly dispatch: Dispatch<Edit>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  readonly readOnly: boolean;
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
