import { notGiven } from '@zhenghe/engine/kernel';
import type { Instance, Park, Plan as Proposed } from '@zhenghe/engine/planner';
import type { Plan } from '@zhenghe/engine/plans';
import { expect, it } from 'vitest';
import type { ParkOnDay } from '../zones/index.ts';
import { draftOf, type Proposal } from './draft.ts';

const place = { code: '330726', name: '浦江县' };

function registered(id: string, grade: ParkOnDay['grade']): ParkOnDay {
  const known = {
    jurisdiction: place.code,
    type: 'local',
    industries: [],
    areaKm2: '3',
    approvedKm2: '2.5',
    point: [120, 29],
  } as const;
  return { id, name: `园区${id}`, grade, ...known };
}

function counted({ id, name, grade }: ParkOnDay): Park {
  const level = ({ national: 3, provincial: 2, local: 1 } as const)[grade];
  const costs = { weight: 1, abolishLoss: 1, convertLoss: null, trimLoss: 0, forbidden: false };
  return { code: id, name, jurisdiction: place.code, level, x: 0, y: 0, outputs: [], staff: 10, ...costs };
}

function proposalOf(parks: readonly ParkOnDay[], proposed: Proposed): Proposal {
  const instance: Instance = {
    jurisdictions: [{ ...place, zonesMin: 0, zonesMax: 1 }],
    parks: parks.map(counted),
    adjacency: [],
    costs: { zone: 1, detachedPiece: 0, industry: 0, maxDetachedPieces: 3 },
    caps: { zones: 1, staffShare: null },
    locks: [],
  };
  const beside = { missing: [], leftOut: [], places: {}, industries: [], adjacencyFrom: { boundaries: [], touchKm: '4' } };
  return { made: { instance, hash: '0', parks, ...beside }, proposed, dataset: 'training', source: '规划情景' };
}

it('keeps every national plate that a decision lets stand in one zone: once only its lead’s was written', () => {
  const parks = [registered('b', 'national'), registered('a', 'national'), registered('c', 'local')];
  const zone = { jurisdiction: place.code, lead: 'a', parks: ['a', 'b', 'c'] };
  const plan = draftOf(proposalOf(parks, { plan: [zone], outcomes: { a: 'merge', b: 'merge', c: 'merge' } }), place, '2021-06-10')(null);
  expect(plan.zones.map(({ level, plates }) => [level, plates])).toEqual([['national', ['园区a', '园区b']]]);
  expect(plan.training).toBe(true);
});

it('takes the approved area from the register where the draft has none, and the draft’s where it has one', () => {
  const parks = [registered('a', 'local'), registered('b', 'local')];
  const draft = draftOf(proposalOf(parks, { plan: [], outcomes: { a: 'abolish', b: 'abolish' } }), place, '2021-06-10');
  const empty = draft(null);
  const areas = { a: notGiven, b: '2.75' } as const;
  const before: Plan = { ...empty, parks: empty.parks.map((park) => ({ ...park, approvedArea: park.code === 'a' ? areas.a : areas.b })) };
  expect(draft(before).parks.map(({ approvedArea }) => approvedArea)).toEqual(['2.5', '2.75']);
});
