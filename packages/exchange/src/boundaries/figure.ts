// One coordinate as a file writes it: a plain figure, full-width digits, or degrees, minutes and seconds. Anything else is none.
import { boundaryLimits } from './limits.ts';

const plain = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$/;
const sexagesimal = /^([-+]?\d{1,3})[°度](\d{1,2})['′’分](\d{1,2}(?:\.\d+)?)(?:["”秒]|''|′′)?$/;

/** NaN when it is no figure; may be infinite or absurd, see `isCoordinate`. */
export function figureOf(text: string): number {
  const trimmed = text.trim();
  return plain.test(trimmed) ? Number(trimmed) : unusualFigure(trimmed);
}

function unusualFigure(text: string): number {
  const narrow = text.normalize('NFKC').replace(/[−–—]/g, '-').trim();
  if (plain.test(narrow)) return Number(narrow);
  const [, degrees, minutes, seconds] = sexagesimal.exec(narrow) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  return degrees.startsWith('-') ? -size : size;
}

/** Whether reading it as a figure took more than reading its digits; worth a note. */
export function isUnusual(text: string): boolean {
  return !plain.test(text.trim());
}

/** Finite, and within what any system in China can write. */
export function isCoordinate(value: number): boolean {
  return Math.abs(value) <= boundaryLimits.figure;
}

export const notACoordinate = {
  zh: '不是坐标数值（应为有限的十进制数，绝对值不超过 1 亿）。',
  en: 'This is no coordinate (a finite decimal of at most 100,000,000 is expected).',
};
