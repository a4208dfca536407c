// A first day, shown no more exactly than it is known. Pure.
import type { ZoneRow } from './shapes.ts';

export function sinceText({ from, fromPrecision }: Pick<ZoneRow, 'from' | 'fromPrecision'>, onRecord: (day: string) => string): string {
  if (fromPrecision === 'year') return from.slice(0, 4);
  if (fromPrecision === 'month') return from.slice(0, 7);
  return fromPrecision === 'on-record' ? onRecord(from) : from;
}
