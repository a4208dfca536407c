// What statistics tells the library about the figures behind codes (wiring.ts registers it): the library itself holds none.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { HeldFigure } from '@zhenghe/engine/indicators';
import type { Database } from '../platform/database.ts';

export interface FiguresAsked {
  readonly dataset: Dataset;
  readonly code: string;
}

/** With the unit's name, for people. */
export interface NamedFigure extends HeldFigure {
  readonly name: string;
}

/** All current figures under one code that have a value; those that are missing with a reason are not figures. */
export type FiguresUnder = (db: Database, asked: FiguresAsked) => Promise<readonly NamedFigure[]>;
