// Figures from a file, whatever its shape: one figure a line (xlsx, CSV, JSON), or a table of units by indicators for one period, or with a
// column of periods. Every error at once; hidden sheets with anything in them refuse the file.
import { findColumns, headingRow } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { KnownColumns, SheetFound } from '../imports/index.ts';
import { openTables } from '../imports/open-tables.ts';
import type { CellNote, CellProblem, RawCell, Sheet, SheetRow, Unreadable } from '../kernel/index.ts';
import { hiddenSheet } from './cell-number.ts';
import { type FigureRead, type FiguresKnown, type Gathering, gatherFigure, indicatorNamed, periodIn, problemAt } from './figure-known.ts';
import { figuresLayout } from './figure-layout.ts';
import { readTable, tableHead } from './read-table.ts';

export interface FiguresRead {
  readonly ok: true;
  readonly figures: readonly FigureRead[];
  readonly problems: readonly CellProblem[];
  readonly notes: readonly CellNote[];
  readonly sheets: readonly SheetFound[];
}

const headingReach = 15;
const columns = figuresLayout.flatMap((sheet) => sheet.columns);

export async function readFigures(
  bytes: Uint8Array,
  fileName: string,
  { known, ways = {} }: { readonly known: FiguresKnown; readonly ways?: KnownColumns },
): Promise<FiguresRead | Unreadable> {
  const opened = await openTables(bytes, fileName);
  if (!opened.ok) return opened;
  const to: Gathering = { known, figures: [], problems: [], notes: [...opened.notes], seen: new Map() };
  const sheets: SheetFound[] = [];
  for (const sheet of opened.sheets) {
    if (sheet.rows.length === 0) continue;
    if (sheet.hidden) to.problems.push({ sheet: sheet.name, row: null, column: null, value: null, reason: hiddenSheet(sheet.name) });
    else sheets.push(readSheet(sheet, { to, own: ways }));
  }
  if (to.figures.length === 0 && to.problems.length === 0) {
    to.problems.push({ sheet: opened.sheets[0]?.name ?? null, row: null, column: null, value: null, reason: nothingRead });
  }
  return { ok: true, figures: to.figures, problems: to.problems, notes: to.notes, sheets };
}

function readSheet(sheet: Sheet, { to, own }: { readonly to: Gathering; readonly own: KnownColumns }): SheetFound {
  const chosen = Object.hasOwn(own.mapping ?? {}, sheet.name) ? own.mapping?.[sheet.name] : undefined;
  const table = chosen && Object.keys(chosen.columns).length > 0 ? null : tableHead(sheet, to.known);
  if (table) {
    readTable(sheet, table, to);
    return { sheetName: sheet.name, sheet: 'figures', headings: textsOf(table.row), columns: [] };
  }
  const skipped = chosen?.sheet === '';
  const remembered = own.remembered && Object.hasOwn(own.remembered, 'figures') ? own.remembered.figures : undefined;
  const ways = { ...(chosen ? { chosen: chosen.columns } : {}), ...(remembered ? { remembered } : {}) };
  return skipped ? { sheetName: sheet.name, sheet: null, headings: [], columns: [] } : readList(sheet, { to, ways });
}

type Ways = Parameters<typeof findColumns>[2];

/** One figure a line. */
function readList(sheet: Sheet, { to, ways }: { readonly to: Gathering; readonly ways: Ways }): SheetFound {
  const head = sheet.rows.slice(0, headingReach);
  const at = headingRow(head.map(textsOf), columns, { ...ways, least: 3 });
  const row = at === null ? undefined : head[at];
  if (!row) return { sheetName: sheet.name, sheet: null, headings: textsOf(sheet.rows.find(({ cells }) => cells.size > 1)), columns: [] };
  const found = findColumns(columns, textsOf(row), ways);
  const places = new Map(found.map(({ key, heading }) => [key, [...row.cells].find(([, { text }]) => text.trim() === heading)?.[0] ?? 0]));
  for (const { key, title, needed } of columns) {
    if (needed && !places.has(key)) problemAt(to, { sheet: sheet.name, row: row.number }, { column: null, reason: columnMissing(title) });
  }
  for (const one of sheet.rows) if (one.number > row.number) readLine(one, { sheet: sheet.name, places }, to);
  return { sheetName: sheet.name, sheet: 'figures', headings: textsOf(row), columns: found };
}

function textsOf(row: SheetRow | undefined): readonly string[] {
  return row ? [...row.cells].sort(([a], [b]) => a - b).map(([, cell]) => (cell.kind === 'merged' ? '' : cell.text.trim())) : [];
}

interface Lines {
  readonly sheet: string;
  readonly places: ReadonlyMap<string, number>;
}

function readLine(row: SheetRow, { sheet, places }: Lines, to: Gathering): void {
  const at = { sheet, row: row.number };
  const cell = (key: string): RawCell | undefined => row.cells.get(places.get(key) ?? 0);
  if (![...places.values()].some((place) => row.cells.has(place))) return;
  const column = (key: string) => places.get(key) ?? 1;
  const lacking = (['unit', 'indicator', 'period'] as const).filter((key) => places.has(key) && !cell(key));
  for (const key of lacking) problemAt(to, at, { column: column(key), reason: needed });
  const [unitCell, indicatorCell, periodCell] = [cell('unit'), cell('indicator'), cell('period')];
  const period = periodCell ? periodIn(to, at, { raw: periodCell, column: column('period') }) : null;
  const indicator = indicatorCell ? indicatorNamed(indicatorCell.text.trim(), to.known) : null;
  if (indicator && 'zh' in indicator)
    problemAt(to, at, { column: column('indicator'), value: indicatorCell?.text ?? '', reason: indicator });
  const unit = unitCell && period !== null ? to.known.unit(unitCell.text.trim(), period) : null;
  if (unit && 'zh' in unit) problemAt(to, at, { column: column('unit'), value: unitCell?.text ?? '', reason: unit });
  if (!unit || 'zh' in unit || !indicator || 'zh' in indicator || period === null) return;
  gatherFigure(to, at, {
    ...{ unit, indicator, period, value: cell('value'), missing: cell('missing'), column: column('value') },
    ...{ calibre: cell('calibre')?.text, calibreColumn: column('calibre'), source: cell('source')?.text.trim() ?? null },
  });
}

const needed: Bilingual = { zh: '必填，不能为空。', en: 'It is needed and may not be empty.' };
const columnMissing = (title: Bilingual): Bilingual => ({
  zh: `找不到「${title.zh}」一列。请在“列的对应”中指定，或用模板填写。`,
  en: `There is no column ${title.en}. Say which column it is, or use the template.`,
});
const nothingRead: Bilingual = {
  zh: '没有读到任何数。应为每行一个数（单位编号、指标、报告期、数值），或“单位 × 指标”的表；可下载模板填写。',
  en: 'Not one figure was read. Expected is one figure a line (unit, indicator, period, value) or a table of units by indicators; use the template.',
};
