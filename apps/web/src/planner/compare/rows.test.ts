import { expect, it } from 'vitest';
import type { Instance, Settings, Solved } from '../shapes.ts';
import { parkDifferences, settingDifferences, weighsAlike } from './rows.ts';

const settings: Settings = {
  ...{ touchKm: '3', zoneCost: '1', distanceCost: '0.1', pieceCost: '2', maxDetachedPieces: 3, industryCost: '0', abolishOutput: '1' },
  ...{ abolishStaff: '0', convertShare: '0.5', trimCost: '0', protectedShare: null, zonesCap: 150, staffShare: null, platforms: null },
  ...{ quotas: {}, joint: [], missing: 'leave-out' },
};

const instanceOf = (codes: readonly string[]): Instance => ({
  jurisdictions: [{ code: '330726', name: '浦江县', zonesMin: 0, zonesMax: 2 }],
  parks: codes.map((code) => ({
    ...{ code, name: `园区${code}`, jurisdiction: '330726', level: 1, x: 0, y: 0, weight: 1, outputs: [], staff: 0 },
    ...{ abolishLoss: 1, convertLoss: null, trimLoss: 0, forbidden: false },
  })),
  adjacency: [],
  costs: { zone: 1, detachedPiece: 1, industry: 0, maxDetachedPieces: 1 },
  caps: { zones: 1, staffShare: null },
  locks: [],
});

const answerOf = (lead: string, parks: string[], out: string[]): Solved => ({
  ...{ status: 'optimal', cost: 1, lowerBound: 1, gap: 0, stopped: false, zones: 1, detachedPieces: 0, staff: { kept: 0, of: 0 } },
  ...{ platforms: 0, budget: 0, terms: [], curve: [], capPrice: null, binding: [], method: ['tables'] },
  plan: [{ jurisdiction: '330726', lead, parks }],
  outcomes: Object.fromEntries([...parks.map((code) => [code, 'merge'] as const), ...out.map((code) => [code, 'abolish'] as const)]),
});

it('settings differ by what they say, and a weight that differs makes costs incomparable', () => {
  const capped = settingDifferences(settings, { ...settings, zonesCap: 140 });
  expect(capped).toEqual([{ setting: 'zonesCap', first: '150', second: '140' }]);
  expect(weighsAlike(capped)).toBe(true);
  expect(weighsAlike(settingDifferences(settings, { ...settings, pieceCost: '3' }))).toBe(false);
  expect(settingDifferences(settings, { ...settings })).toEqual([]);
});

it('a park that joins another zone or leaves is named; one that only one scenario has is counted', () => {
  const first = { instance: instanceOf(['a', 'b', 'c']), answer: answerOf('a', ['a', 'b'], ['c']) };
  const second = { instance: instanceOf(['a', 'b', 'd']), answer: answerOf('a', ['a'], ['b', 'd']) };
  const { parks, alone } = parkDifferences(first, second);
  expect(parks.map(({ code, first: was, second: is }) => [code, was, is])).toEqual([
    ['b', { outcome: 'merge', lead: '园区a' }, { outcome: 'abolish', lead: null }],
  ]);
  expect(alone).toBe(2);
});
