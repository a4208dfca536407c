// One filled form: cells of a unit for a period, and what a check has to say about them.
import type { Bilingual, Cell, Citation, Day, DecimalText, MissingReason, Period } from '../kernel/index.ts';
import type { Severity } from './form.ts';

/** Reasons a filer may give; the others of the kernel are the product's own words. */
export const filedReasons = ['not-applicable', 'not-collected', 'secret', 'not-reported'] as const satisfies readonly MissingReason[];

/** Key of a cell: the indicator's code, with its calibre where the row names one: 'output@above-5m'. */
export type CellKey = string;

export function cellKey(indicator: string, calibre: string | null): CellKey {
  return calibre === null ? indicator : `${indicator}@${calibre}`;
}

export interface SheetCell {
  readonly key: CellKey;
  /** null: nothing entered yet; that is neither zero nor a reason. */
  readonly value: Cell<DecimalText> | null;
  /** The filer's words to a finding; they travel with the cell. */
  readonly explanation: string | null;
}

/** What checks look at besides the sheet itself; values in the indicator's unit, oldest first. */
export interface SheetContext {
  readonly period: Period;
  /** Day from which the unit has its present extent (its last merger); history of periods begun before is not compared with. */
  readonly since?: Day | null;
  /** Approved figures of the same unit by key: the same grain, up to five years back, without this period. */
  readonly history: ReadonlyMap<CellKey, readonly { readonly period: Period; readonly value: DecimalText }[]>;
  /** Approved or handed-in figures of other units of the same kind for this period (or the newest period before it). */
  readonly peers: ReadonlyMap<CellKey, readonly DecimalText[]>;
}

export interface SheetFinding {
  /** Stable: check id and the key it is about. */
  readonly id: string;
  readonly check: string;
  readonly kind: string;
  readonly severity: Severity;
  /** Keys of all cells that take part; the first is where it is shown. */
  readonly cells: readonly CellKey[];
  readonly measured: string | null;
  readonly expected: string | null;
  readonly message: Bilingual;
  readonly mend: Bilingual | null;
  readonly clause: Citation | null;
  /** True while it stops handing in: a block, or an explanation still owed. */
  readonly stops: boolean;
}
