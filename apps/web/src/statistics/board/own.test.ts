import { expect, it } from 'vitest';
import type { BoardRow, FormHead } from '../shapes.ts';
import { byPressure, needsHand, type OwnFiling } from './own.ts';

const form: FormHead = {
  code: 'zone-monthly',
  version: 0,
  pack: null,
  title: { zh: '月报', en: 'Monthly' },
  about: { zh: '', en: '' },
  audience: 'zones',
  frequency: 'month',
  rows: 12,
  dueDays: 8,
  levelDays: 3,
  dueFrom: 'product-default',
  opened: '2021-05',
  opens: null,
};

function filing(id: string, over: Partial<BoardRow>): OwnFiling {
  const row: BoardRow = {
    id,
    unit: 'xl-330726-01',
    name: '浦江',
    jurisdiction: '330726',
    state: 'draft',
    step: null,
    holder: null,
    due: null,
    submitted: null,
    late: false,
    filled: 0,
    asked: 12,
    open: 0,
    may: null,
    ...over,
  };
  return { form, period: '2021-05', row };
}

it('puts late first, then what came back, then what is due soonest, and what is with others last', () => {
  const filings = [
    filing('approved', { state: 'approved' }),
    filing('undated', {}),
    filing('later', { due: '2021-06-20' }),
    filing('soon', { due: '2021-06-12' }),
    filing('returned', { state: 'returned', due: '2021-06-30' }),
    filing('late', { late: true, due: '2021-05-20' }),
  ];
  expect([...filings].sort(byPressure).map(({ row }) => row.id)).toEqual(['late', 'returned', 'soon', 'later', 'undated', 'approved']);
});

it('does not count as pressing what was late but is handed in', () => {
  expect(needsHand(filing('reviewed', { late: true, state: 'review' }))).toBe(false);
});
