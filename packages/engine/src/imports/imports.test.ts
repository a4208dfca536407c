import { describe, expect, it } from 'vitest';
import { batchState, countsOf, findColumns, headingRow, mayStep, plainHeading, stopOf, type WantedColumn } from './index.ts';

const wanted: readonly WantedColumn[] = [
  { key: 'name', title: { zh: '名称', en: 'Name' }, synonyms: ['园区名称', '开发区'] },
  { key: 'area', title: { zh: '面积（km²）', en: 'Area (km²)' }, synonyms: ['核准面积'] },
];

describe('the columns of a file', () => {
  const by = (headings: readonly string[], known = {}) =>
    Object.fromEntries(findColumns(wanted, headings, known).map(({ key, heading, by: how }) => [key, [heading, how]]));

  it('are found by title, whatever the width, marks and units', () => {
    expect(plainHeading(' 面积（公顷）* ')).toBe('面积');
    expect(by(['名 称 *\nName', '面积（公顷）'])).toEqual({ name: ['名 称 *\nName', 'title'], area: ['面积（公顷）', 'title'] });
  });

  it('are found by synonym after titles, one heading for one field', () => {
    expect(by(['开发区', '名称', '核准面积'])).toEqual({ name: ['名称', 'title'], area: ['核准面积', 'synonym'] });
  });

  it('are what a person chose, then what the sender chose before', () => {
    expect(by(['甲', '乙', '名称'], { chosen: { name: '甲' }, remembered: { name: '乙', area: '乙' } })).toEqual({
      name: ['甲', 'chosen'],
      area: ['乙', 'remembered'],
    });
    expect(by(['名称'], { chosen: { name: '' } })).toEqual({});
  });

  it('stand in the row that names most of them', () => {
    expect(headingRow([['年度报表'], ['名称', '备注'], ['开发区', '核准面积']], wanted, { least: 1 })).toBe(2);
    expect(headingRow([['a'], ['b']], wanted, { least: 1 })).toBeNull();
  });
});

describe('what an import may do', () => {
  const rows = (...effects: readonly ('add' | 'change' | 'same' | 'refused')[]) => countsOf(effects.map((effect) => ({ effect })));
  it('is nothing when one row is refused, or when nothing differs', () => {
    expect(stopOf(rows('add', 'refused'))?.en).toContain('1 row is refused');
    expect(stopOf(rows('same', 'same'))?.zh).toContain('没有要写入');
    expect(stopOf(rows('same', 'change'))).toBeNull();
  });
});

describe('a batch', () => {
  it('stands where its last step left it, and is undone once', () => {
    expect(batchState([])).toBeNull();
    expect(batchState(['asked', 'started', 'committed'])).toBe('committed');
    expect(mayStep('committed', 'undone')).toBe(true);
    expect(mayStep('undone', 'undone')).toBe(false);
    expect(mayStep('committed', 'cancelled')).toBe(false);
    expect(mayStep('working', 'cancelled')).toBe(true);
    expect(mayStep(null, 'asked')).toBe(true);
  });
});
