import { expect, it } from 'vitest';
import type { Form } from '../shapes.ts';
import { completed, editForm, newCheckId } from './draft.ts';

const row = (indicator: string) => ({ indicator, required: true, help: null, calibre: null });
const form: Form = {
  code: 'zone-monthly',
  title: { zh: '月报', en: 'Monthly' },
  about: { zh: '月报', en: 'Monthly' },
  audience: 'zones',
  frequency: 'month',
  from: '2020-01-01',
  to: null,
  groups: [
    { id: 'scale', title: { zh: '规模', en: 'Scale' }, rows: [row('output'), row('tax'), row('staff')] },
    { id: 'land', title: { zh: '用地', en: 'Land' }, rows: [row('land')] },
  ],
  dueDays: 8,
  levelDays: 3,
  dueFrom: 'text',
  checks: [{ id: 'own-1', title: { zh: '范围', en: 'Bounds' }, severity: 'block', clause: null, kind: 'within', rows: [] }],
  clause: null,
  note: null,
};
const rowsOf = (edited: Form, at = 0) => edited.groups[at]?.rows.map(({ indicator }) => indicator);

it('moves a row within its group and not over its ends', () => {
  expect(rowsOf(editForm(form, { kind: 'move', group: 'scale', at: 2, by: -1 }))).toEqual(['output', 'staff', 'tax']);
  expect(rowsOf(editForm(form, { kind: 'move', group: 'scale', at: 0, by: 1 }))).toEqual(['tax', 'output', 'staff']);
  expect(rowsOf(editForm(form, { kind: 'move', group: 'scale', at: 0, by: -1 }))).toEqual(['output', 'tax', 'staff']);
});

it('adds to and takes from the group that is meant, and leaves the others alone', () => {
  const added = editForm(form, { kind: 'add', group: 'land', indicator: 'power' });
  expect([rowsOf(added), rowsOf(added, 1)]).toEqual([
    ['output', 'tax', 'staff'],
    ['land', 'power'],
  ]);
  expect(rowsOf(editForm(form, { kind: 'remove', group: 'scale', at: 1 }))).toEqual(['output', 'staff']);
});

it('calls days that were chosen here the product’s own, no longer a document’s', () => {
  expect(editForm(form, { kind: 'days', dueDays: 5, levelDays: 2 })).toMatchObject({
    dueDays: 5,
    levelDays: 2,
    dueFrom: 'product-default',
  });
});

it('gives a new check an id of its own', () => {
  expect(newCheckId(form)).toBe('own-2');
});

it('keeps help as it is typed, and proposes it in both languages or not at all', () => {
  const typed = (zh: string, en: string) => editForm(form, { kind: 'row', group: 'land', at: 0, change: { help: { zh, en } } });
  const helps = [typed('只填 ', ''), completed(typed('只填 ', '')), completed(typed(' ', ''))].map(
    ({ groups }) => groups[1]?.rows[0]?.help,
  );
  expect(helps).toEqual([{ zh: '只填 ', en: '' }, { zh: '只填', en: '只填' }, null]);
});
