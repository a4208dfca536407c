// Reads one cell of an import by its form. Formulas, errors and merged cells are refused; other writings are read with a note.

import { type Bilingual, Decimal, isDay, roughDay, roughText } from '@zhenghe/engine/kernel';
import { missingReasonOf, type RawCell, type Reading, read, readArea, readFigure, refuse } from '../kernel/index.ts';
import type { CellForm } from './layout.ts';

export type CellValue = { readonly text: string } | { readonly missing: string };

export function readImportCell(raw: RawCell, form: CellForm, headerUnit: string | undefined): Reading<CellValue> {
  if (raw.kind === 'formula') return refuse(formula);
  if (raw.kind === 'error') return refuse({ zh: `单元格是错误值 ${raw.text}。`, en: `The cell holds the error ${raw.text}.` });
  if (raw.kind === 'merged') return refuse(merged(raw.text));
  const text = raw.text.trim();
  switch (form.as) {
    case 'text':
      return readText(raw, text, form.longest ?? 500);
    case 'word':
      return readWord(text, form.words);
    case 'day':
      return readDay(raw, text);
    case 'rough-day':
      return readRough(raw, text);
    case 'area':
      return readKnownArea(raw, text, headerUnit);
    case 'figure':
      return readCounted(raw, text, form, headerUnit);
  }
}

function readText(raw: RawCell, text: string, longest: number): Reading<CellValue> {
  if (/\0|\p{Surrogate}/u.test(text)) return refuse({ zh: '含有不能保存的字符。', en: 'It holds a character that cannot be kept.' });
  if (text.length > longest) {
    return refuse({
      zh: `文字有 ${text.length} 个字符，超过上限 ${longest}。`,
      en: `The text has ${text.length} characters; the limit is ${longest}.`,
    });
  }
  return raw.kind === 'day' ? refuse(turnedToDate) : read({ text });
}

function readWord(text: string, words: Readonly<Record<string, readonly string[]>>): Reading<CellValue> {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  for (const [code, said] of Object.entries(words)) {
    if ([code, ...said].some((one) => one.normalize('NFKC').replace(/\s+/g, '').toLowerCase() === plain)) return read({ text: code });
  }
  const offered = Object.values(words).map(([first = '']) => first);
  return refuse({ zh: `「${text}」不在可选值中：${offered.join('、')}。`, en: `"${text}" is none of: ${offered.join(', ')}.` });
}

function readDay(raw: RawCell, text: string): Reading<CellValue> {
  if (raw.kind === 'number') return refuse(serial);
  const rough = roughDay(text);
  if (rough?.precision !== 'day' || !isDay(rough.day)) return refuse(notADay);
  return read({ text: rough.day }, rough.day === text ? [] : [asRead(rough.day)]);
}

function readRough(raw: RawCell, text: string): Reading<CellValue> {
  if (raw.kind === 'number' && !/^\d{4}(\.\d{1,2})?$/.test(text)) return refuse(serial);
  // A cell 2015.10 is the number 2015.1 to Excel: a year with a fraction cannot be told.
  if (raw.kind === 'number' && text.includes('.')) return refuse(fraction);
  const rough = roughDay(text);
  if (!rough) return refuse(notARoughDay);
  const shown = roughText(rough);
  return read({ text: shown }, shown === text ? [] : [asRead(shown)]);
}

function readKnownArea(raw: RawCell, text: string, headerUnit: string | undefined): Reading<CellValue> {
  const missing = missingReasonOf(text);
  if (missing) return read({ missing });
  const { value, notes, problem } = readArea(raw.kind === 'number' && raw.percent ? `${text}%` : text, headerUnit);
  return { notes, ...(problem ? { problem } : {}), ...(value === undefined ? {} : { value: { text: value } }) };
}

/** The unit beside the figure counts, else that of the heading, else the form's own. */
function readCounted(
  raw: RawCell,
  text: string,
  form: Extract<CellForm, { as: 'figure' }>,
  headerUnit: string | undefined,
): Reading<CellValue> {
  const missing = missingReasonOf(text);
  if (missing) return read({ missing });
  if (raw.kind === 'day') return refuse(turnedToDate);
  const figure = readFigure(raw.kind === 'number' && raw.percent ? `${text}%` : text);
  if (!figure.value) return { notes: [], ...(figure.problem ? { problem: figure.problem } : {}) };
  const [own = ''] = Object.keys(form.units);
  const unit = figure.value.unit || headerUnit || own;
  const holds = Object.hasOwn(form.units, unit) ? form.units[unit] : undefined;
  if (holds === undefined) return refuse(otherUnit(unit, Object.keys(form.units)));
  const value = new Decimal(figure.value.number).dividedBy(holds);
  if (value.isNegative()) return refuse(negative);
  if (form.whole && !value.isInteger()) return refuse(notWhole);
  const shown = value.toFixed();
  return read({ text: shown }, [...figure.notes, ...(holds === '1' ? [] : [asRead(`${shown} ${own}`)])]);
}

/** The words in the brackets of a heading: 产值（万元） is in 万元. */
export function unitInBrackets(heading: string): string | undefined {
  const inside = /\(([^)]*)\)/.exec(heading.normalize('NFKC'))?.[1]?.replace(/\s+/g, '');
  return inside === '' ? undefined : inside;
}

const otherUnit = (unit: string, known: readonly string[]): Bilingual => ({
  zh: `不认识单位「${unit}」，可用：${known.join('、')}。`,
  en: `The unit "${unit}" is not known; use ${known.join(', ')}.`,
});
const negative: Bilingual = { zh: '不能是负数。', en: 'It cannot be below zero.' };
const notWhole: Bilingual = { zh: '应为整数。', en: 'A whole number is expected.' };

const asRead = (shown: string): Bilingual => ({ zh: `读作 ${shown}。`, en: `Read as ${shown}.` });

const formula: Bilingual = {
  zh: '单元格是公式，不予读取。请改为数值（选择性粘贴 → 数值）。',
  en: 'The cell is a formula and was not read. Paste it as a value.',
};
const merged = (address: string): Bilingual => ({
  zh: `合并单元格（从 ${address} 起）。请取消合并，每行都填写。`,
  en: `Merged cells (from ${address}). Unmerge them and fill in every row.`,
});
const turnedToDate: Bilingual = {
  zh: 'Excel 把它变成了日期。请把单元格设为文本后重新填写。',
  en: 'Excel turned this into a date. Format the cell as text and type it again.',
};
const serial: Bilingual = { zh: '是一个数，不是日期。请写成 2015-06-01。', en: 'This is a number, not a date. Write 2015-06-01.' };
const fraction: Bilingual = {
  zh: '是带小数的数，分不清月份（2015.1 还是 2015.10）。请写成 2015-10。',
  en: 'A number with a fraction does not tell the month (2015.1 or 2015.10). Write 2015-10.',
};
const notADay: Bilingual = { zh: '不是日期。请写成 2015-06-01。', en: 'This is no date. Write 2015-06-01.' };
const notARoughDay: Bilingual = {
  zh: '不是日期。知道到日写 2015-06-01，只知道月写 2015-06，只知道年写 2015。',
  en: 'This is no date. Write 2015-06-01, or 2015-06 or 2015 where only the month or year is known.',
};
