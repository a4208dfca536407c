// A sheet as the engine sees it: the filed cells, the computed ones, and everything the form's checks have to say.
import type { FilingCell, SheetFinding } from '@zhenghe/contract/statistics';
import type { Library } from '@zhenghe/engine/indicators';
import type { Cell, DecimalText } from '@zhenghe/engine/kernel';
import {
  type CellKey,
  checkSheet,
  computeCells,
  type SheetCell,
  type SheetContext,
  type SheetRow,
  sheetRows,
} from '@zhenghe/engine/statistics';
import type { Rulebook } from '@zhenghe/rulebook';
import type { z } from 'zod';
import { libraryOn } from '../indicators/index.ts';
import type { Database } from '../platform/database.ts';
import { getFormBody, type KeptForm } from './queries.ts';
import { cellOf, type FilingHead, type StoredCell } from './record.ts';

export type FindingOnWire = z.infer<typeof SheetFinding>;

/** A filing with its form and the library of the day it was asked. */
export interface Asked extends KeptForm {
  readonly head: FilingHead;
  readonly library: Library;
  readonly rows: readonly SheetRow[];
}

export async function askedOf(db: Database, rulebook: Rulebook, head: FilingHead): Promise<Asked> {
  const kept = await getFormBody(db, head.formSha256);
  const { library } = await libraryOn(db, rulebook, { dataset: head.dataset, on: head.openedOn });
  return { ...kept, head, library, rows: sheetRows(kept.form, library) };
}

/** What the past and the peers of a sheet are read for. */
export type PastAsked = Pick<Asked, 'head' | 'form' | 'library' | 'rows'>;

export interface Checked {
  readonly computed: ReadonlyMap<CellKey, Cell<DecimalText> | null>;
  readonly findings: FindingOnWire[];
  readonly filled: number;
  readonly open: number;
}

export function sheetCells(rows: readonly SheetRow[], cells: ReadonlyMap<CellKey, StoredCell>): readonly SheetCell[] {
  return rows
    .filter(({ computed }) => !computed)
    .map(({ key }) => {
      const cell = cells.get(key);
      return { key, value: cell ? cellOf(cell) : null, explanation: cell?.explanation ?? null };
    });
}

export function checkedSheet({ form, library }: Asked, cells: readonly SheetCell[], context: SheetContext): Checked {
  const findings = checkSheet(form, library, cells, context);
  return {
    computed: new Map(computeCells(form, library, cells).map(({ key, value }) => [key, value])),
    findings: findings.map((finding) => ({ ...finding, cells: [...finding.cells] })),
    filled: cells.filter(({ value }) => value !== null).length,
    open: findings.filter(({ stops }) => stops).length,
  };
}

/** The contract's cell value of the engine's. */
export function onWire(value: Cell<DecimalText> | null): FilingCell['value'] {
  return value === null || typeof value === 'string' ? value : { missing: value.missing };
}
