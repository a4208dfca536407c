// The one place where PostgreSQL's values become ours: numeric stays exact text, a date stays a calendar day, int8 is a safe number.
import { type CustomTypesConfig, types } from 'pg';

type Parse = (text: string) => unknown;

const oids = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;
const arrayOids = { int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231 } as const;
const textArray: number = 1009;

const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [oids.int8, safeInteger],
  [oids.date, sameText],
  [oids.timestamptz, instant],
  [oids.numeric, exactDecimal],
  [arrayOids.int8, arrayOf(safeInteger)],
  [arrayOids.date, arrayOf(sameText)],
  [arrayOids.timestamptz, arrayOf(instant)],
  [arrayOids.numeric, arrayOf(exactDecimal)],
]);

/** For `pg.Pool({ types })`: nothing is changed for other users of the driver in this process. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers.get(oid) ?? (format === 'binary' ? types.getTypeParser(oid, 'binary') : types.getTypeParser(oid)),
};

export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a safe number`);
  return value;
}

export function exactDecimal(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`numeric ${text} is not a finite decimal`);
  return text;
}

/** An instant as ISO 8601 in UTC: 2026-11-22T10:04:05.123Z. */
export function instant(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString();
}

function sameText(text: string): string {
  return text;
}

function arrayOf(one: Parse): Parse {
  const split = types.getTypeParser(textArray);
  return (text) => {
    const parts: readonly (string | null)[] = split(text);
    return parts.map((part) => (part === null ? null : one(part)));
  };
}
