// Checks as one types: the engine's own, over what stands in the sheet now, a moment before the server says the same. What needs
// history and peers the browser does not have: there the server's word stands until the cell it is about is changed.
import { useQuery } from '@tanstack/react-query';
import { type Library, libraryOf } from '@zhenghe/engine/indicators';
import { checkSheet, computeCells, type SheetCell, sameCell } from '@zhenghe/engine/statistics';
import { useMemo } from 'react';
import { api, useView } from '../../shell/index.ts';
import type { FilingCell, Sheet, SheetFinding } from '../shapes.ts';
import type { Queue } from './queue.ts';
import { explanationOf, figureAt } from './rows.ts';

/** What a sheet alone decides. */
const here: readonly string[] = ['required', 'arithmetic', 'within'];

interface Checked {
  /** With computed cells as they follow from what is typed. */
  readonly cells: readonly FilingCell[];
  readonly findings: readonly SheetFinding[];
  /** Whether the server has not seen all of it yet. */
  readonly ahead: boolean;
}

export function useChecks(sheet: Sheet, queue: Queue): Checked {
  const { data: dataset, on } = useView();
  const input = { dataset, on, search: '' };
  const rows = useQuery(api.indicators.library.queryOptions({ input, staleTime: 10 * 60_000, enabled: sheet.readOnly === null })).data;
  const library = useMemo(() => (rows ? libraryOf(rows) : null), [rows]);
  return useMemo(() => checkedOf(sheet, queue, library), [sheet, queue, library]);
}

export function checkedOf(sheet: Sheet, queue: Queue, library: Library | null): Checked {
  const touched = new Set(Object.keys(queue.pending));
  if (!library || touched.size === 0) return { cells: sheet.cells, findings: sheet.findings, ahead: false };
  const filled = sheet.cells.map((cell): SheetCell => {
    const pending = queue.pending[cell.key];
    return { key: cell.key, value: figureAt(cell, pending), explanation: explanationOf(cell, pending) || null };
  });
  const computed = new Map(computeCells(sheet.form, library, filled).map(({ key, value }) => [key, value]));
  const cells = sheet.cells.map((cell) => {
    const value = computed.get(cell.key);
    return value === undefined || sameCell(value, cell.value) ? cell : { ...cell, value };
  });
  const own = checkSheet(sheet.form, library, filled, { period: sheet.period, history: new Map(), peers: new Map() });
  const mine = own.filter(({ kind }) => here.includes(kind)).map((finding) => ({ ...finding, cells: [...finding.cells] }));
  const words = new Map(filled.map(({ key, explanation }) => [key, explanation]));
  const theirs = sheet.findings
    .filter(({ kind, cells: [first] }) => !here.includes(kind) && queue.pending[first ?? '']?.value === undefined)
    .map((finding) => ({ ...finding, stops: finding.severity === 'block' || !finding.cells.some((key) => words.get(key)?.trim()) }));
  const place = new Map(sheet.cells.map(({ key }, index) => [key, index]));
  const at = ({ cells: [first] }: SheetFinding) => place.get(first ?? '') ?? sheet.cells.length;
  return { cells, findings: [...mine, ...theirs].sort((a, b) => at(a) - at(b)), ahead: true };
}
