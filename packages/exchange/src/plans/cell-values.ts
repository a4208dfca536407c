// Reads one cell of a plan by its kind. References stay names here; rows are looked up once all sheets are read.
import { type Bilingual, type Cell, Decimal, isDay, type Missing, notGiven } from '@zhenghe/engine/kernel';
import { missingReasonOf, type RawCell, type Reading, read, readArea, readFigure, refuse } from '../kernel/index.ts';
import type { CellKind } from './layout.ts';
import { blankWords, codeOf, type Words } from './words.ts';

export interface CellContext {
  /** The unit named in the column's header. */
  readonly headerUnit?: string | undefined;
  /** Code of a place by its name, when the caller knows the places. */
  readonly placeCode?: ((name: string) => string | undefined) | undefined;
}

/** What an empty cell of this kind says; undefined when the field is then absent. */
export function blankValue(kind: CellKind): unknown {
  switch (kind.as) {
    case 'area':
    case 'share':
    case 'count':
    case 'day':
    case 'known-flag':
      return notGiven;
    case 'names':
    case 'words':
    case 'many':
      return [];
    case 'flag':
      return false;
    case 'text':
      return kind.blank;
    default:
      return undefined;
  }
}

export function readCell(raw: RawCell, kind: CellKind, context: CellContext): Reading<unknown> {
  if (raw.kind === 'formula') return refuse(formula);
  if (raw.kind === 'error') return refuse({ zh: `单元格是错误值 ${raw.text}。`, en: `The cell holds the error ${raw.text}.` });
  if (raw.kind === 'day' && kind.as !== 'day') return refuse(turnedToDate);
  const text = raw.text.trim();
  switch (kind.as) {
    case 'text':
    case 'one':
      return read(text);
    case 'names':
    case 'many':
      return read(splitNames(raw.text));
    case 'jurisdiction':
      return readJurisdiction(text, context);
    case 'word':
      return readWord(text, kind.words);
    case 'words':
      return readWords(raw.text, kind.words);
    case 'flag':
      return readFlag(text);
    default:
      return readKnown(raw, kind.as, context);
  }
}

/** Cells that may also say why there is no value. */
function readKnown(raw: RawCell, as: 'known-flag' | 'area' | 'share' | 'count' | 'day', context: CellContext): Reading<Cell<unknown>> {
  const text = raw.text.trim();
  const missing = readMissing(text);
  if (missing) return missing;
  switch (as) {
    case 'known-flag':
      return readFlag(text);
    case 'area':
      return raw.kind === 'number' && raw.percent ? readArea(`${text}%`) : readArea(text, context.headerUnit);
    case 'share':
      return readShare(text);
    case 'count':
      return readCount(text);
    case 'day':
      return raw.kind === 'number' ? readSerialDay(text) : readDay(text);
  }
}

function readMissing(text: string): Reading<Missing> | null {
  const reason = missingReasonOf(text);
  if (reason) return read({ missing: reason });
  if (!blankWords.has(text.toLowerCase())) return null;
  return read(notGiven, [{ zh: `「${text}」读作未给出，不当作 0。`, en: `"${text}" read as not given, never as 0.` }]);
}

/** Names are parted by a line break where there is one, else by 、 ， , ； ;. */
export function splitNames(text: string): string[] {
  const parts = text.includes('\n') ? text.split(/\r?\n/) : text.split(/[、，,；;]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The inverse of splitNames. */
export function joinNames(names: readonly string[]): string {
  return names.some((name) => /[、，,；;]/.test(name)) ? `${names.join('\n')}\n` : names.join('、');
}

function readWord(text: string, words: Words): Reading<string> {
  const code = codeOf(words, text);
  return code === undefined ? refuse(unknownWord(text, words)) : read(code);
}

function readWords(text: string, words: Words): Reading<string[]> {
  const typed = splitNames(text);
  const unknown = typed.find((word) => codeOf(words, word) === undefined);
  if (unknown !== undefined) return refuse(unknownWord(unknown, words));
  return read(typed.map((word) => codeOf(words, word) ?? word));
}

function unknownWord(text: string, words: Words): Bilingual {
  const known = Object.values(words).join('、');
  return { zh: `不认识「${text}」，可填：${known}。`, en: `"${text}" is not one of: ${known} (${Object.keys(words).join(', ')}).` };
}

const yes: ReadonlySet<string> = new Set(['是', '有', 'yes', 'y', 'true', '√']);
const no: ReadonlySet<string> = new Set(['否', '不是', 'no', 'n', 'false', '×']);

function readFlag(text: string): Reading<boolean> {
  const plain = text.toLowerCase();
  if (yes.has(plain)) return read(true);
  if (no.has(plain)) return read(false);
  return refuse({ zh: `请填「是」或「否」，不能是「${text}」。`, en: `Write 是 (yes) or 否 (no), not "${text}".` });
}

export function readShare(text: string): Reading<string> {
  const figure = readFigure(text);
  if (!figure.value) return figure.problem ? refuse(figure.problem) : refuse(shareRange);
  const { number, unit } = figure.value;
  if (unit !== '' && unit !== '%') return refuse(shareRange);
  const notes = [...figure.notes];
  let share = number;
  if (unit === '%') {
    share = new Decimal(number).div(100).toFixed();
    notes.push({ zh: `${number}% 读作 ${share}。`, en: `${number}% read as ${share}.` });
  }
  const exact = new Decimal(share);
  return exact.isNegative() || exact.greaterThan(1) ? refuse(shareRange) : read(share, notes);
}

export function readCount(text: string): Reading<number> {
  const figure = readFigure(text);
  if (!figure.value) return figure.problem ? refuse(figure.problem) : refuse(countWanted);
  const exact = new Decimal(figure.value.number);
  const unitKnown = ['', '个', '人', '名', '家'].includes(figure.value.unit);
  if (!unitKnown || !exact.isInteger() || exact.isNegative() || exact.greaterThan(Number.MAX_SAFE_INTEGER)) return refuse(countWanted);
  return read(exact.toNumber(), figure.notes);
}

export function readDay(text: string): Reading<string> {
  const plainDay: boolean = isDay(text);
  if (plainDay) return read(text);
  const match = /^(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC'));
  const [, year = '', month = '', day = ''] = match ?? [];
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!match || !isDay(plain)) return refuse(dayWanted(text));
  return read(plain, [{ zh: `「${text}」读作 ${plain}。`, en: `"${text}" read as ${plain}.` }]);
}

/** A date whose cell lost its date format shows the days Excel counts since 1899-12-30; these are those of 2000 to 2099. */
const serialDays = { first: 36_526, last: 73_050 };

function readSerialDay(text: string): Reading<string> {
  const serial = Number(text);
  if (!Number.isInteger(serial) || serial < serialDays.first || serial > serialDays.last) return readDay(text);
  const plain = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  return read(plain, [
    { zh: `「${text}」是 Excel 的日期序号，读作 ${plain}。`, en: `"${text}" is a date as Excel counts days, read as ${plain}.` },
  ]);
}

function readJurisdiction(text: string, context: CellContext): Reading<string> {
  const plain = text.normalize('NFKC');
  if (/^33\d{4}$/.test(plain)) return read(plain);
  const code = context.placeCode?.(plain);
  if (code) return read(code, [{ zh: `「${text}」读作 ${code}。`, en: `"${text}" read as ${code}.` }]);
  return refuse({
    zh: `不认识行政区划「${text}」，请填浙江省内六位代码，如 330726。`,
    en: `Unknown jurisdiction "${text}"; write the six-digit code of a place in Zhejiang, such as 330726.`,
  });
}

const formula: Bilingual = {
  zh: '单元格是公式。请复制后用「选择性粘贴 → 数值」粘贴为数值。',
  en: 'The cell holds a formula. Copy it and paste it as a value (Paste Special → Values).',
};

const turnedToDate: Bilingual = {
  zh: '单元格是日期，可能是 Excel 自动改的。请把格式设为常规或文本后重填。',
  en: 'The cell holds a date, perhaps changed by Excel. Set its format to General or Text and write the value again.',
};

const shareRange: Bilingual = {
  zh: '占比应在 0 到 1 之间，或写百分数（如 35%）。',
  en: 'A share is a number from 0 to 1, or a percentage such as 35%.',
};
const countWanted: Bilingual = { zh: '应为不小于 0 的整数。', en: 'A whole number, 0 or more, is expected.' };

function dayWanted(text: string): Bilingual {
  return { zh: `「${text}」不是日期，请填如 2021-06-30。`, en: `"${text}" is not a date; write one such as 2021-06-30.` };
}
