// The sheet of a filing on one day (F34): its cells with last period, the same period of last year, change, what was approved last, what
// is held already, and everything the checks have to say.
import type { FilingCell, Sheet } from '@zhenghe/contract/statistics';
import { type Cell, type Day, type DecimalText, periodAfter, yearBefore } from '@zhenghe/engine/kernel';
import { type CellKey, computeCells, type SheetCell, type SheetRow } from '@zhenghe/engine/statistics';
import { unitName } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { type Asked, askedOf, type Checked, checkedSheet, onWire, sheetCells } from './checking.ts';
import { pastOf, type SheetPast } from './context.ts';
import type { Paper } from './evidence-queries.ts';
import { figureCell, ownKey } from './figures.ts';
import { growthOf } from './growth.ts';
import { heldFigures } from './held.ts';
import { readSheetOn } from './read-sheet.ts';
import { cellOf, type FrozenCell, type StoredCell } from './record.ts';
import * as refuse from './refusals.ts';
import { openKeys, readOnlyFor, standsOn } from './standing.ts';
import { firstHandedOn } from './submitted.ts';

export async function sheetOn(context: Context, asked: { readonly id: string; readonly on: Day }): Promise<Sheet> {
  // One connection for all its questions: lent anew for each, it would be told each time for whom it works.
  return context.db.connection().execute((db) => sheetOver(db, context, asked));
}

async function sheetOver(
  db: Database,
  { caller, rulebook }: Context,
  { id, on }: { readonly id: string; readonly on: Day },
): Promise<Sheet> {
  const read = await readSheetOn(db, id, on);
  if (!read) throw refuse.noFiling(id);
  const { head, cells: stored, papers, approved, newest, lock } = read;
  const [asked, stands] = [await askedOf(db, rulebook, head), await standsOn(db, id, on)];
  const past = await pastOf(db, asked, read.published);
  const cells = new Map(stored.map((cell) => [cell.key, cell]));
  const filed = sheetCells(asked.rows, cells);
  const checked = checkedSheet(asked, filed, past.context);
  const readOnly = readOnlyFor(caller, head, stands);
  const open = readOnly === null ? openKeys(stands.standing, asked.rows) : new Set<CellKey>();
  const held = open.size === 0 ? new Map() : await heldFigures(db, { ...asked, figures: past.figures });
  const [before, approvedValues] = [beforeOf(asked, past), approvedOf(approved)];
  const seen: Seen = { asked, past, cells, checked, held, open, papers, before, approved: approvedValues };
  const submitted = firstHandedOn(stands);
  return {
    ...headOnWire(asked),
    state: stands.standing.state,
    holder: holderOf(stands),
    submitted,
    late: head.due !== null && (submitted ?? on) > head.due,
    locked: lock && lock.on <= on ? { ...lock } : null,
    version: stands.standing.version,
    changedSince: newest === null ? checked.filled > 0 : head.changed,
    cells: asked.rows.map((row) => cellShown(row, seen)),
    findings: checked.findings,
    readOnly,
    indicators: indicatorsOf(asked.rows),
  };
}

function headOnWire({ head, form, version }: Asked) {
  const { id, dataset, period, unit, name, jurisdiction, due } = head;
  return { id, dataset, form, formVersion: version, period, unit: { id: unit, name, jurisdiction }, due };
}

function holderOf({ head, standing }: Awaited<ReturnType<typeof standsOn>>): Sheet['holder'] {
  const { state, at, steps, workflow } = standing;
  if (state === 'draft' || state === 'returned') return { ...workflow.drafter.name };
  const holder = steps[at]?.holder;
  return holder === undefined ? null : { ...unitName(head, holder) };
}

interface Seen {
  readonly asked: Asked;
  readonly past: SheetPast;
  readonly cells: ReadonlyMap<CellKey, StoredCell>;
  readonly checked: Checked;
  readonly held: ReadonlyMap<CellKey, NonNullable<FilingCell['held']>>;
  readonly open: ReadonlySet<CellKey>;
  readonly papers: readonly Paper[];
  readonly before: Before;
  readonly approved: ReadonlyMap<CellKey, FilingCell['value']>;
}

interface Before {
  readonly previous: ReadonlyMap<CellKey, Cell<DecimalText> | null>;
  readonly year: ReadonlyMap<CellKey, Cell<DecimalText> | null>;
}

/** Filed figures as they stand approved, and the computed ones from them. */
function beforeOf({ head, form, library, rows }: Asked, { figures }: SheetPast): Before {
  const at = (period: string) => {
    const filed = rows
      .filter(({ computed }) => !computed)
      .map((row): SheetCell => {
        const figure = figures.get(`${ownKey(row)} ${period}`);
        return { key: row.key, value: figure ? figureCell(figure) : null, explanation: null };
      });
    return new Map([...filed, ...computeCells(form, library, filed)].map(({ key, value }) => [key, value]));
  };
  return { previous: at(periodAfter(head.period, -1)), year: at(yearBefore(head.period)) };
}

function approvedOf(content: readonly FrozenCell[] | null): Seen['approved'] {
  return new Map((content ?? []).map(({ key, value }) => [key, value]));
}

function cellShown(row: SheetRow, seen: Seen): FilingCell {
  const { key } = row;
  const cell = seen.cells.get(key);
  const value = row.computed ? (seen.checked.computed.get(key) ?? null) : cell ? cellOf(cell) : null;
  const yearAgo = seen.before.year.get(key) ?? null;
  return {
    ...{ key, indicator: row.row.indicator, calibre: row.row.calibre, computed: row.computed },
    value: onWire(value),
    revision: cell?.revision ?? 0,
    explanation: cell?.explanation ?? null,
    comment: cell?.comment ?? null,
    evidence: seen.papers.filter((paper) => paper.key === key).map(({ sha256, name, size }) => ({ sha256, name, size })),
    changed: cell ? { unit: { ...cell.by.unit }, card: cell.by.card, at: cell.at } : null,
    previous: onWire(seen.before.previous.get(key) ?? null),
    yearBefore: onWire(yearAgo),
    growth: growthOf(row, seen, { now: value, before: yearAgo }),
    approved: seen.approved.get(key) ?? null,
    held: seen.held.get(key) ?? null,
    unlocked: seen.open.has(key),
  };
}

function indicatorsOf(rows: readonly SheetRow[]): Sheet['indicators'] {
  const byCode = new Map(rows.map(({ row, indicator }) => [row.indicator, indicator]));
  return [...byCode].map(([code, { name, unit, decimals, formula, meaning }]) => ({
    ...{ code, unit, decimals, formula },
    name: { ...name },
    meaning: { ...meaning },
  }));
}
