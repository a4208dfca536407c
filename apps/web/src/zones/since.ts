// A first day, shown no more exactly than it is known. Pure.
import type { ZoneRow } from './shapes.ts';

export function sinceText({ from, fromPrecision }: Pick<ZoneRow, 'from' | 'fromPrecision'>, onRecord: (day: string) => string): string {
  if (fromPrecision === 'year') return from.slice(0, 4);
  if (fromPrecision === 'month') return from.slice(0, 7);
  return fromPrecision === 'on-record' ? onRecord(from) : from;
}

/** A name or plate as old as the zone is known no more exactly than the zone. */
export function firstDay(zone: Pick<ZoneRow, 'from' | 'fromPrecision'>, from: string, onRecord: (day: string) => string): string {
  return from === zone.from ? sinceText(zone, onRecord) : from;
}
