import { expect, it } from 'vitest';
import type { FilingCell, Sheet } from '../shapes.ts';
import type { Batch } from './queue.ts';
import { withSaved, withTheirs } from './saved.ts';
import { aCell, aRow } from './testing.ts';

const words = { zh: '一', en: 'one' };

function aSheet(cells: readonly FilingCell[]): Sheet {
  return {
    id: 'training.zone-monthly.xl-330726-01.2021-05',
    dataset: 'training',
    form: {
      ...{ code: 'zone-monthly', title: words, about: words, audience: 'zones', frequency: 'month', from: '2020-01-01', to: null },
      ...{ groups: [], dueDays: 8, levelDays: 3, dueFrom: 'product-default', checks: [], clause: null, note: null },
    },
    formVersion: 0,
    period: '2021-05',
    unit: { id: 'xl-330726-01', name: '浦江', jurisdiction: '330726' },
    ...{ state: 'draft', holder: null, due: null, submitted: null, late: false, locked: null, version: 1, changedSince: false },
    cells: [...cells],
    findings: [],
    readOnly: null,
    indicators: cells.map(({ indicator }) => ({ ...aRow(indicator, indicator).indicator })),
  };
}

const batch: Batch = {
  key: 'key-0001',
  at: 0,
  cells: [
    { key: 'tax', value: '110', seen: 0 },
    { key: 'staff', value: '9', seen: 0 },
  ],
};
const fates = [
  { key: 'tax', fate: 'saved' as const, revision: 3, theirs: null, reason: null },
  { key: 'staff', fate: 'conflict' as const, revision: 5, theirs: '8', reason: null },
];

it('takes over what was saved and what follows from it, and leaves alone what was not', () => {
  const sheet = aSheet([aCell('tax', { yearBefore: '100' }), aCell('staff', { value: '7' }), aCell('rate', { computed: true })]);
  const after = withSaved(sheet, batch, { fates, findings: [], computed: [{ key: 'rate', value: '1.5' }] });
  expect(after.cells.map(({ value, revision, growth }) => [value, revision, growth])).toEqual([
    ['110', 3, '10'],
    ['7', 0, null],
    ['1.5', 0, null],
  ]);
  expect(after.changedSince).toBe(true);
});

it('does not compute over a break that the server left out', () => {
  const sheet = aSheet([aCell('tax', { value: '90', yearBefore: '100', growth: null })]);
  expect(withSaved(sheet, batch, { fates, findings: [], computed: [] }).cells[0]?.growth).toBeNull();
});

it('shows theirs once theirs is taken', () => {
  const after = withTheirs(aSheet([aCell('staff', { value: '7', yearBefore: '4', growth: '75' })]), 'staff', '8', 5);
  expect(after.cells[0]).toMatchObject({ value: '8', revision: 5, growth: '100' });
});
