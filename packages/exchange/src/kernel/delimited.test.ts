import { describe, expect, it } from 'vitest';
import { readDelimited } from './delimited.ts';
import { delimitedRows } from './delimited-rows.ts';
import { limits } from './limits.ts';

const read = (text: string) => readDelimited(new TextEncoder().encode(text), 'CSV');

function tableOf(text: string): string[][] {
  const file = read(text);
  if (!file.ok) throw new Error(JSON.stringify(file));
  return file.sheet.rows.map(({ cells }) => [...cells].map(([column, cell]) => `${column}:${cell.kind === 'text' ? cell.text : '?'}`));
}

describe('a table in text', () => {
  it('keeps commas, line ends and doubled marks inside of quotation marks', () => {
    expect(tableOf('a,"b,1",c\r\n"x\n""y""",,z\r\n')).toEqual([
      ['1:a', '2:b,1', '3:c'],
      ['1:x\n"y"', '3:z'],
    ]);
    expect(tableOf('a,b"c,\n"",d')).toEqual([['1:a', '2:b"c'], ['2:d']]);
    expect(tableOf('a\tb\rc\td')).toEqual([
      ['1:a', '2:b'],
      ['1:c', '2:d'],
    ]);
  });

  it('with a mark that is never closed, or closed inside of a cell, is refused', () => {
    for (const text of ['a,"b', 'a,"b"c,d', '"""']) expect(read(text)).toMatchObject({ ok: false });
  });

  it('of nothing but marks, cells or lines is refused at once, and named', { timeout: 60_000 }, () => {
    expect(read('"'.repeat(8_000_001))).toMatchObject({ ok: false });
    expect(JSON.stringify(read(`${'"'.repeat(8_000_000)},`))).not.toContain('never closed');
    expect(JSON.stringify(read('a\n'.repeat(4_000_000)))).toContain(String(limits.rows));
    expect(JSON.stringify(read(','.repeat(9_000_000)))).toContain(String(limits.cells));
  });

  it('with a cell longer than the limit is refused, and the cell is named', () => {
    const longest = 'x'.repeat(limits.cellCharacters);
    expect(tableOf(`a,b\nc,${longest}`)[1]?.[1]).toBe(`2:${longest}`);
    const marks = '""'.repeat(limits.cellCharacters);
    expect(tableOf(`a,b\nc,"${marks}"`)[1]?.[1]).toHaveLength(2 + limits.cellCharacters);
    for (const text of [`a,b\nc,${longest}x`, `a,b\nc,"${longest}x"`, `a,b\nc,"${marks}"""`]) {
      const file = read(text);
      expect(file.ok ? '' : file.reason.en).toContain(`Cell B2 has more than ${limits.cellCharacters} characters`);
    }
  });

  it('is cut into the same rows wherever a slice ends, and no slice’s end is taken for a mark that does not pair', () => {
    const text = 'a,"b ""1""\r\n2"\r\n"c","d"\r\n\r\n"e" ,f\n"g","h"';
    const whole = delimitedRows(text, 1).feed(text, true);
    expect(whole.map(({ cells }) => cells)).toEqual([['a', 'b "1"\r\n2'], ['c', 'd'], [''], ['e', 'f'], ['g', 'h']]);
    for (let cut = 1; cut < text.length; cut += 1) {
      const table = delimitedRows(text, 1);
      expect([...table.feed(text.slice(0, cut), false), ...table.feed(text.slice(cut), true)]).toEqual(whole);
    }
    expect(whole.some(({ broken }) => broken)).toBe(false);
  });

  it('tells every mark that does not pair by its row, and reads the others', () => {
    const rows = delimitedRows('a,b\n', 1).feed('a,b\n"c"x",d\ne,f\n', true);
    expect(rows.map(({ number, broken }) => [number, broken])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  it('of as many rows as the limit is read', () => {
    const file = read('a\n'.repeat(limits.rows));
    expect(file.ok && file.sheet.rows.length).toBe(limits.rows);
    expect(read('a\n'.repeat(limits.rows + 1)).ok).toBe(false);
  });
});
