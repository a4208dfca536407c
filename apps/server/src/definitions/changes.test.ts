import { expect, it } from 'vitest';
import { changesOf } from './changes.ts';

const body = { unit: '万元', name: { zh: '税收', en: 'Tax' }, aliases: ['税额'], calibres: [{ id: 'all', from: null }], clause: null };

it('names each field that differs, down to the language', () => {
  const after = { ...body, unit: '亿元', name: { zh: '税收', en: 'Tax revenue' }, clause: { pack: 'a', clause: 'S2-(十六)' } };
  expect(changesOf(body, after)).toEqual([
    { field: 'unit', before: '"万元"', after: '"亿元"' },
    { field: 'name.en', before: '"Tax"', after: '"Tax revenue"' },
    { field: 'clause', before: null, after: '{"pack":"a","clause":"S2-(十六)"}' },
  ]);
  expect(changesOf(body, structuredClone(body))).toEqual([]);
});

it('knows members of a list by their own name: one put in before them changes none', () => {
  const after = {
    ...body,
    calibres: [
      { id: 'early', from: null },
      { id: 'all', from: '2011' },
    ],
  };
  expect(changesOf(body, after)).toEqual([
    { field: 'calibres.early.id', before: null, after: '"early"' },
    { field: 'calibres.all.from', before: null, after: '"2011"' },
  ]);
});

it('keeps both rows of one indicator apart by their calibre, and falls back to places where names repeat', () => {
  const rows = [
    { indicator: 'tax', calibre: null, required: true },
    { indicator: 'tax', calibre: 'old', required: false },
  ];
  const changed = rows.map((row) => ({ ...row, required: true }));
  expect(changesOf({ rows }, { rows: changed }).map(({ field }) => field)).toEqual(['rows.tax@old.required']);
  const twice = [{ indicator: 'tax' }, { indicator: 'tax' }];
  expect(changesOf({ rows: twice }, { rows: [twice[0], { indicator: 'vat' }] }).map(({ field }) => field)).toEqual(['rows.1.indicator']);
});

it('shows all of what is new, and what is gone', () => {
  expect(changesOf(null, { unit: '亩', aliases: [] })).toEqual([
    { field: 'unit', before: null, after: '"亩"' },
    { field: 'aliases', before: null, after: '[]' },
  ]);
  expect(changesOf({ unit: '亩', note: 'x' }, { unit: '亩' })).toEqual([{ field: 'note', before: '"x"', after: null }]);
});
