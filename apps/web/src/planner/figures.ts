// Figures of the planner as people read them: costs in 亿元, gaps rounded up, so that nothing is printed closer than it was proven.
import type { Solved } from './shapes.ts';

/** 1,234.57; a difference keeps its sign. */
export function figure(value: number, places = 2): string {
  const text = value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

export function change(value: number, places = 2): string {
  const text = figure(value, places);
  return value > 0 && !/^0(\.0+)?$/.test(text) ? `+${text}` : text.replace('-', '−');
}

/** Two digits, rounded up. */
export function gapText(gap: number): string {
  if (gap <= 0) return '0 %';
  const percent = gap * 100;
  const step = 10 ** (Math.floor(Math.log10(percent)) - 1);
  const rounded = Math.ceil(percent / step - 1e-9) * step;
  return `${Number(rounded.toPrecision(2))} %`;
}

/** An instant as the minute in the province: 2026-11-23 09:30. */
export function minuteOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant));
}

/** Digits after the point of each term's natural unit. */
export const termPlaces: Readonly<Record<Solved['terms'][number]['code'], number>> = {
  zone: 0,
  trim: 2,
  distance: 1,
  detached: 0,
  industry: 2,
  abolish: 0,
  convert: 0,
};
