// Figures and days as an official paper prints them. A missing figure is named, never shown as zero or left blank.
import { type Cell, Decimal, isMissing } from '@zhenghe/engine/kernel';
import { missingWords } from '../kernel/index.ts';

export function areaCell(cell: Cell<string>): string {
  if (isMissing(cell)) return `（${missingWords[cell.missing]}）`;
  const area = new Decimal(cell);
  return area.toFixed(Math.max(2, area.decimalPlaces()));
}

export function km2(cell: Cell<string>): string {
  return isMissing(cell) ? areaCell(cell) : `${areaCell(cell)}平方公里`;
}

export function countCell(cell: Cell<number>): string {
  return isMissing(cell) ? `（${missingWords[cell.missing]}）` : String(cell);
}

export function yesNo(cell: Cell<boolean>): string {
  if (isMissing(cell)) return `（${missingWords[cell.missing]}）`;
  return cell ? '是' : '否';
}

/** 2021-06-10 → 2021年6月10日. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export function dayCell(cell: Cell<string>): string {
  return isMissing(cell) ? `（${missingWords[cell.missing]}）` : dayText(cell);
}

/** 增加8.34平方公里（24.6%）; the sign is a word. */
export function growthText(growth: Cell<string>, percent: Cell<string>): string {
  if (isMissing(growth)) return `变化${areaCell(growth)}`;
  const change = new Decimal(growth);
  if (change.isZero()) return '面积不变';
  const share = isMissing(percent) ? '' : `（${new Decimal(percent).abs().toFixed(1)}%）`;
  return `${change.isNegative() ? '减少' : '增加'}${km2(change.abs().toString())}${share}`;
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 1 → 一, 11 → 十一; for headings. */
export function ordinal(value: number): string {
  if (value <= 10) return digits[value] ?? String(value);
  if (value < 20) return `十${digits[value - 10]}`;
  const tens = Math.floor(value / 10);
  return value < 100 ? `${digits[tens]}十${value % 10 === 0 ? '' : digits[value % 10]}` : String(value);
}

/** Text as it may stand in XML: control characters and half surrogates out, line breaks to spaces; the full-width space stays. */
export function plainText(text: string): string {
  return text.replace(/[^\S\u3000]+/g, ' ').replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '');
}
