// A workbook cell as plain data: what was typed, without Excel's many ways to hold it. Formulas and merges stay visible.
import { Decimal } from '@zhenghe/engine/kernel';
import type ExcelJs from 'exceljs';

export type RawCell =
  | { readonly kind: 'text'; readonly text: string }
  /** `text` is the exact decimal, with as many places as its number format shows; `percent` when shown as one. */
  | { readonly kind: 'number'; readonly text: string; readonly percent: boolean }
  | { readonly kind: 'boolean'; readonly text: string }
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  /** `text` is the address of the merged range's first cell. */
  | { readonly kind: 'merged'; readonly text: string };

/** Excel itself holds and shows 15 significant digits; what lies beyond is noise of the binary form. */
const excelDigits = 15;

export function rawCell(cell: ExcelJs.Cell): RawCell | null {
  if (cell.isMerged) return { kind: 'merged', text: cell.master.address };
  const value = cell.value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return numberCell(value, cell.numFmt);
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? '是' : '否' };
  if (value instanceof Date) return dayCell(value);
  if ('formula' in value) return { kind: 'formula', text: `=${value.formula}` };
  if ('sharedFormula' in value) return { kind: 'formula', text: `=${value.sharedFormula}` };
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('richText' in value) return textCell(value.richText.map((run) => run.text).join(''));
  if ('text' in value) return textCell(String(value.text));
  return { kind: 'error', text: '?' };
}

function textCell(text: string): RawCell | null {
  return text.trim() === '' ? null : { kind: 'text', text };
}

function numberCell(value: number, format: string | undefined): RawCell {
  if (!Number.isFinite(value)) return { kind: 'error', text: String(value) };
  const exact = new Decimal(value.toPrecision(excelDigits));
  const shown = /^0\.(0+)#*$/.exec(format ?? '')?.[1]?.length ?? 0;
  const places = Math.max(shown, exact.decimalPlaces());
  return { kind: 'number', text: exact.toFixed(places), percent: (format ?? '').includes('%') };
}

function dayCell(value: Date): RawCell {
  return Number.isNaN(value.getTime()) ? { kind: 'error', text: '?' } : { kind: 'day', text: value.toISOString().slice(0, 10) };
}
