import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { names, planLines, sheetLayouts } from './layout.ts';

test('docs/plan-file.md names every sheet, column and field of the workbook', () => {
  const page = readFileSync(new URL('../../../../docs/plan-file.md', import.meta.url), 'utf8');
  const columns = [...planLines, ...sheetLayouts.flatMap((layout) => layout.columns)];
  const terms = [
    ...sheetLayouts.flatMap((layout) => [layout.name.zh, layout.name.en, `\`${layout.key}\``]),
    ...columns.flatMap((column) => [column.title.zh.replace('（km²）', ''), `\`${column.key.replace('organisation.', '')}\``]),
    ...columns.flatMap(({ kind }) => ('words' in kind ? Object.entries(kind.words).map(([code, word]) => `${word} \`${code}\``) : [])),
  ];
  expect(terms.filter((term) => !page.includes(term))).toEqual([]);
});

test('no header names two columns of a sheet', () => {
  for (const { columns } of sheetLayouts) {
    for (const { title } of columns) {
      expect(columns.filter((column) => names(title.zh, column))).toHaveLength(1);
      expect(columns.filter((column) => names(title.en, column))).toHaveLength(1);
    }
  }
});
