import type { PlanRow } from '@zhenghe/contract/plans';
import { notGiven } from '@zhenghe/engine/kernel';
import { describe, expect, it } from 'vitest';
import { roleCards } from '../accounts/demo.ts';
import { countSteps, inScope, lateRows, waitingFor } from './waiting.ts';

const card = (id: string) => roleCards.find((one) => one.id === id) ?? null;

function row(jurisdiction: string, state: PlanRow['state'], lateDays: number | null = null): PlanRow {
  const unit = { zh: '某地', en: 'a place' };
  return {
    id: `${jurisdiction}-${state}`,
    code: jurisdiction,
    title: '方案',
    jurisdiction,
    jurisdictionName: '某地',
    city: '某市',
    state,
    version: 1,
    holder: unit,
    since: '2021-01-01',
    due: '2020-12-31',
    lateDays,
    zones: 1,
    parks: 1,
    areaBefore: notGiven,
    areaAfter: notGiven,
    blocking: 0,
    unknown: 0,
  };
}

const rows = [
  row('330700', 'submitted'),
  row('330726', 'draft', 161),
  row('330782', 'submitted'),
  row('330783', 'accepted'),
  row('330102', 'approved'),
  row('330203', 'draft', 200),
];
const idsFor = (id: string) => waitingFor(card(id), rows).map((one) => one.id);

describe('what waits', () => {
  it('for the province is what was handed in', () => {
    expect(idsFor('province')).toEqual(['330700-submitted', '330782-submitted', '330783-accepted']);
  });
  it('for a city is what its counties handed in, not its own plan', () => expect(idsFor('city')).toEqual(['330782-submitted']));
  it('for a county is its own draft', () => expect(idsFor('county')).toEqual(['330726-draft']));
  it("for a zone is its county's plan, wherever it stands", () => expect(idsFor('zone')).toEqual(['330726-draft']));
  it('for the public, and for no card, is what is approved', () => {
    expect(idsFor('public')).toEqual(['330102-approved']);
    expect(waitingFor(null, rows).map((one) => one.id)).toEqual(['330102-approved']);
  });
});

describe('what is late', () => {
  it('comes latest first, within the place that asks', () => {
    expect(lateRows(card('province'), rows).map((one) => one.lateDays)).toEqual([200, 161]);
    expect(lateRows(card('city'), inScope(card('city'), rows)).map((one) => one.id)).toEqual(['330726-draft']);
  });
  it('was told to the public, and is a matter of governments only', () => {
    for (const asker of [card('public'), card('zone'), null]) expect(lateRows(asker, rows)).toEqual([]);
  });
});

it('counts every step, also the empty ones', () => {
  expect(countSteps(new Map([['draft', 1]]))).toEqual([
    { state: 'draft', count: 1 },
    { state: 'submitted', count: 0 },
    { state: 'returned', count: 0 },
    { state: 'accepted', count: 0 },
    { state: 'approved', count: 0 },
    { state: 'refused', count: 0 },
  ]);
});
