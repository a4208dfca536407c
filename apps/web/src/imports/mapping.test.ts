import { expect, it } from 'vitest';
import { mappingOf, needsHelp, withColumn, withSheet } from './mapping.ts';

const found = [
  { sheetName: '甲', sheet: 'names', headings: ['序', '名'], columns: [{ key: 'name', heading: '名', by: 'title' as const }] },
];

it('starts from what was found and takes one choice at a time', () => {
  const mapping = mappingOf(found);
  expect(mapping).toEqual({ 甲: { sheet: 'names', columns: { name: '名' } } });
  expect(withColumn(mapping, '甲', 'id', '序')).toEqual({ 甲: { sheet: 'names', columns: { name: '名', id: '序' } } });
  expect(withSheet(mapping, '甲', 'areas')).toEqual({ 甲: { sheet: 'areas', columns: {} } });
  expect(withColumn({}, '乙', 'id', '')).toEqual({ 乙: { sheet: '', columns: { id: '' } } });
});

it('asks for help where a sheet was not read or a needed field has no column', () => {
  expect(needsHelp(found, { names: ['name'] })).toBe(false);
  expect(needsHelp(found, { names: ['name', 'id'] })).toBe(true);
  expect(needsHelp([{ sheetName: '说明', sheet: null, headings: ['一'], columns: [] }], {})).toBe(false);
  expect(needsHelp([{ sheetName: '乙', sheet: null, headings: ['一', '二'], columns: [] }], {})).toBe(true);
});
