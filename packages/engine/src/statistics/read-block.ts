// A block pasted from Excel into a sheet: lines and columns are laid onto cells, each with its fate. Lines go by the names in the first
// column where the block has them, else by position from the cell that was chosen; what lies outside of the sheet is said, never dropped.
import type { Bilingual, Cell, DecimalText } from '../kernel/index.ts';
import { type NumberProblem, readNumber } from './read-number.ts';
import type { CellKey } from './sheet.ts';

export interface BlockRow {
  readonly key: CellKey;
  /** What the sheet calls it, and what else it answers to. */
  readonly names: readonly string[];
  readonly unit: string;
  readonly decimals: number;
  /** Why nothing may be written there (computed, locked); null where something may. */
  readonly closed: Bilingual | null;
}

export const blockColumns = ['value', 'explanation'] as const;
export type BlockColumn = (typeof blockColumns)[number];

export interface BlockStart {
  /** Index into the rows, and the column of the sheet, that the paste begins at. */
  readonly row: number;
  readonly column?: BlockColumn;
}

interface Place {
  /** Of the block, from 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export type BlockCell = Place &
  (
    | { readonly fate: 'value'; readonly key: CellKey; readonly value: Cell<DecimalText>; readonly notes: readonly Bilingual[] }
    | { readonly fate: 'explanation'; readonly key: CellKey; readonly explanation: string }
    /** Left as it is: an empty cell of a block empties nothing. */
    | { readonly fate: 'blank'; readonly key: CellKey }
    | { readonly fate: 'closed'; readonly key: CellKey; readonly reason: Bilingual }
    | {
        readonly fate: 'problem';
        readonly key: CellKey;
        readonly problem: NumberProblem;
        readonly reason: Bilingual;
        readonly proposal: DecimalText | null;
      }
    /** Below the last row, right of the last column, or a name that the sheet does not have. */
    | { readonly fate: 'outside'; readonly key: null; readonly reason: Bilingual }
  );

export interface BlockRead {
  readonly cells: readonly BlockCell[];
  readonly by: 'position' | 'name';
  /** About the block as a whole: too many lines, too many columns. */
  readonly notes: readonly Bilingual[];
}

/** Cells that a person could paste; more is no sheet. */
const mostCells = 20_000;

/** Never throws. `rows`: the sheet's, in order. */
export function readBlock(tsv: string, { rows, start }: { readonly rows: readonly BlockRow[]; readonly start: BlockStart }): BlockRead {
  const lines = tsvLines(tsv);
  const byName = nameColumn(lines, rows);
  const cells: BlockCell[] = [];
  for (const [index, texts] of lines.entries()) {
    const row = byName ? rowNamed(rows, texts[0] ?? '') : rows[start.row + index];
    cells.push(...lineCells({ texts, line: index + 1, row, byName, units: byName && hasUnits(lines, rows) }, start));
  }
  return { cells, by: byName ? 'name' : 'position', notes: notesOn(cells, lines, { rows, start }) };
}

interface Line {
  readonly texts: readonly string[];
  readonly line: number;
  readonly row: BlockRow | undefined;
  readonly byName: boolean;
  readonly units: boolean;
}

function lineCells({ texts, line, row, byName, units }: Line, start: BlockStart): readonly BlockCell[] {
  const skipped = byName ? (units ? 2 : 1) : 0;
  const first = byName ? 0 : blockColumns.indexOf(start.column ?? 'value');
  if (byName && !row)
    return texts.join('').trim() === ''
      ? []
      : [{ line, column: 1, text: texts[0] ?? '', fate: 'outside', key: null, reason: noSuchRow(texts[0] ?? '') }];
  return texts.slice(skipped).flatMap((text, index): readonly BlockCell[] => {
    const at = { line, column: skipped + index + 1, text };
    const column = blockColumns[first + index];
    if (!row || !column) return text.trim() === '' ? [] : [{ ...at, fate: 'outside', key: null, reason: row ? beyondColumns : beyondRows }];
    if (text.trim() === '') return [{ ...at, fate: 'blank', key: row.key }];
    if (row.closed) return [{ ...at, fate: 'closed', key: row.key, reason: row.closed }];
    return [
      column === 'explanation' ? { ...at, fate: 'explanation', key: row.key, explanation: text.trim().slice(0, 500) } : valueCell(at, row),
    ];
  });
}

function valueCell(at: Place, { key, unit, decimals }: BlockRow): BlockCell {
  const read = readNumber(at.text, { unit, decimals });
  if (read.kind === 'blank') return { ...at, fate: 'blank', key };
  if (read.kind === 'value') return { ...at, fate: 'value', key, value: read.value, notes: read.notes };
  return { ...at, fate: 'problem', key, problem: read.problem, reason: read.message, proposal: read.proposal };
}

/** The first column names rows in most of its lines, and none of them is a figure of its own. */
function nameColumn(lines: readonly (readonly string[])[], rows: readonly BlockRow[]): boolean {
  const firsts = lines.map(([first = '']) => first).filter((text) => text.trim() !== '');
  const named = firsts.filter((text) => rowNamed(rows, text)).length;
  return lines.some((texts) => texts.length > 1) && named * 2 > firsts.length;
}

function hasUnits(lines: readonly (readonly string[])[], rows: readonly BlockRow[]): boolean {
  const known = lines.flatMap(([name = '', unit = '']) => {
    const row = rowNamed(rows, name);
    return row ? [plain(unit) === plain(row.unit)] : [];
  });
  return known.filter(Boolean).length * 2 > known.length;
}

function rowNamed(rows: readonly BlockRow[], text: string): BlockRow | undefined {
  const asked = plain(text);
  return asked === '' ? undefined : rows.find(({ key, names }) => plain(key) === asked || names.some((name) => plain(name) === asked));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【][^)\]】]*[)\]】]/g, '')
    .replace(/[\s*:、.]+/g, '');
}

/** As Excel copies: tabs and line ends part cells, a cell with either stands in quotation marks that are doubled inside. */
function tsvLines(tsv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  let count = 0;
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  const text = tsv.replace(/(\r\n|\n|\r)$/, '');
  for (let match = cell.exec(text); match && count < mostCells; match = cell.exec(text)) {
    lines.at(-1)?.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    count += 1;
    if (match[3] === '') break;
    if (match[3] !== '\t') lines.push([]);
  }
  return lines;
}

function notesOn(
  cells: readonly BlockCell[],
  lines: readonly (readonly string[])[],
  { rows, start }: { readonly rows: readonly BlockRow[]; readonly start: BlockStart },
): readonly Bilingual[] {
  const notes: Bilingual[] = [];
  const below = new Set(cells.flatMap((cell) => (cell.fate === 'outside' && cell.reason === beyondRows ? [cell.line] : []))).size;
  const right = new Set(cells.flatMap((cell) => (cell.fate === 'outside' && cell.reason === beyondColumns ? [cell.column] : []))).size;
  if (below > 0) {
    const left = Math.max(0, rows.length - start.row);
    notes.push({
      zh: `粘贴了 ${lines.length} 行，从这里起只有 ${left} 行，${below} 行没有写入。`,
      en: `${lines.length} lines were pasted; from here on there are ${left} rows. ${below} lines were not taken.`,
    });
  }
  if (right > 0) notes.push({ zh: `右边多出 ${right} 列，没有写入。`, en: `${right} columns on the right were not taken.` });
  if (lines.reduce((sum, texts) => sum + texts.length, 0) >= mostCells)
    notes.push({
      zh: `粘贴的内容超过 ${mostCells} 格，只读取了前面的部分。`,
      en: `More than ${mostCells} cells were pasted; only the first were read.`,
    });
  return notes;
}

const beyondRows: Bilingual = { zh: '超出报表的行，没有写入。', en: 'Below the last row of the sheet; not taken.' };
const beyondColumns: Bilingual = { zh: '超出报表的列，没有写入。', en: 'Right of the last column of the sheet; not taken.' };
const noSuchRow = (name: string): Bilingual => ({
  zh: `报表里没有「${name.slice(0, 60)}」这一行，没有写入。`,
  en: `The sheet has no row "${name.slice(0, 60)}"; not taken.`,
});
