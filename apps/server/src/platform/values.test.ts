import { describe, expect, it } from 'vitest';
import { exactDecimal, instant, safeInteger, valueTypes } from './values.ts';

describe('values from PostgreSQL', () => {
  it('keeps every digit of a numeric, also trailing zeros', () => {
    expect(exactDecimal('11.60')).toBe('11.60');
    expect(exactDecimal('-0.000000000001')).toBe('-0.000000000001');
  });

  it('refuses a numeric that is no number', () => {
    expect(() => exactDecimal('NaN')).toThrow(RangeError);
    expect(() => exactDecimal('Infinity')).toThrow(RangeError);
  });

  it('refuses an int8 that a JavaScript number cannot hold', () => {
    expect(safeInteger('9007199254740991')).toBe(9_007_199_254_740_991);
    expect(() => safeInteger('9007199254740992')).toThrow(RangeError);
  });

  it('reads an instant as ISO 8601 in UTC', () => {
    expect(instant('2026-11-22 18:04:05.123+00')).toBe('2026-11-22T18:04:05.123Z');
    expect(instant('2026-11-22 18:04:05+08')).toBe('2026-11-22T10:04:05.000Z');
    expect(instant('2026-11-22 18:04:05+05:30')).toBe('2026-11-22T12:34:05.000Z');
  });

  const parse = (oid: number) => valueTypes.getTypeParser(oid);

  it('reads arrays element by element, with their gaps', () => {
    expect(parse(1231)('{1.50,NULL,2.0}')).toEqual(['1.50', null, '2.0']);
    expect(parse(1182)('{2020-12-31}')).toEqual(['2020-12-31']);
  });
});
