import { expect, it } from 'vitest';
import type { Form } from '../shapes.ts';
import { emptyQueue, put } from './queue.ts';
import { differencesOf, figureAt, gapsOf, groupsOf, standingOf } from './rows.ts';
import { aCell, aRow } from './testing.ts';

const row = (indicator: string, calibre: string | null = null) => ({ indicator, required: true, help: null, calibre });
const words = { zh: '一', en: 'one' };
const form: Form = {
  ...{ code: 'zone-monthly', title: words, about: words, audience: 'zones', frequency: 'month', from: '2020-01-01', to: null },
  groups: [
    { id: 'a', title: words, rows: [row('output'), row('output', 'above-5m')] },
    { id: 'b', title: words, rows: [row('tax')] },
  ],
  ...{ dueDays: 8, levelDays: 3, dueFrom: 'product-default', checks: [], clause: null, note: null },
};

it('keeps the order of the form and tells two calibres of one indicator apart', () => {
  const cells = [aCell('tax'), aCell('output@above-5m', { indicator: 'output', calibre: 'above-5m' }), aCell('output')];
  const indicators = ['output', 'tax'].map((code) => aRow(code, code).indicator);
  const keys = groupsOf({ form, cells, indicators }).map(({ rows }) => rows.map(({ key }) => key));
  expect(keys).toEqual([['output', 'output@above-5m'], ['tax']]);
});

it('shows what was typed before what is saved, also when it was emptied', () => {
  const cell = aCell('tax', { value: '5' });
  const typed = put(emptyQueue, [{ key: 'tax', value: null, seen: 0 }]);
  expect([figureAt(cell, undefined), figureAt(cell, typed.pending.tax)]).toEqual(['5', null]);
});

it('says of each cell first what a person has to know', () => {
  const queue = put(emptyQueue, [
    { key: 'waits', value: '1', seen: 0 },
    { key: 'odd', seen: 0, unread: { text: '1.2.3', message: words, proposal: null } },
  ]);
  const told = (key: string, open: boolean, over = {}) => standingOf(aRow(key, key, over), queue, open);
  expect([told('waits', true), told('odd', true), told('shut', false), told('sum', false, { computed: true })]).toEqual([
    'waiting',
    'unread',
    'locked',
    'computed',
  ]);
  expect([told('given', true, { value: { missing: 'secret' } }), told('bare', true)]).toEqual(['saved', 'empty']);
});

it('lists a difference only once something was approved, and takes 1.50 for 1.5', () => {
  const rows = [aRow('tax', '税', { value: '1.5', approved: '1.50' }), aRow('staff', '人', { value: '7', approved: '8' })];
  expect(differencesOf(rows, emptyQueue).map(({ key }) => key)).toEqual(['staff']);
  expect(differencesOf([aRow('tax', '税', { value: '1' })], emptyQueue)).toEqual([]);
});

it('counts as a gap what is asked and has neither figure nor reason', () => {
  const rows = [aRow('a', '一'), aRow('b', '二', { value: { missing: 'not-applicable' } }), aRow('c', '三', { computed: true })];
  expect(gapsOf(rows, emptyQueue).map(({ key }) => key)).toEqual(['a']);
});
