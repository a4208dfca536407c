import type { Plan } from '@zhenghe/engine/planner';
import { describe, expect, it } from 'vitest';
import { light } from '../../ui/theme.ts';
import { choicesFor, placeKeyOf, targetOfKey } from './choices.ts';
import { nearCap, priceByCurve } from './curve.ts';
import { boardLegend, parkMarks, zoneLinks } from './marks.ts';
import { targetOf } from './parts/board-map.tsx';
import { fromServer, termRows } from './proposal.ts';
import { ruleRows } from './rules.ts';
import { aProvince, solutionOf } from './testing.ts';
import { boardView } from './view.ts';

const plan: Plan = {
  plan: [
    { jurisdiction: 'a', lead: 'a1', parks: ['a1', 'a2', 'a3'] },
    { jurisdiction: 'b', lead: 'b1', parks: ['b1', 'b2'] },
  ],
  outcomes: Object.fromEntries(
    aProvince().parks.map(({ code }) => [code, /a[123]|b[12]/.test(code) ? 'merge' : code === 'a4' ? 'convert' : 'abolish'] as const),
  ),
};

describe('a plan on the board', () => {
  it('stands by place: zones with their lead first, then what converts and what ends', () => {
    const { places } = boardView(aProvince(), plan, { locks: [], before: null });
    const [a] = places;
    expect(a?.zones.map(({ number, parks }) => [number, ...parks.map(({ park }) => park.code)])).toEqual([[1, 'a1', 'a2', 'a3']]);
    expect([a?.converted, a?.abolished].map((views) => views?.map(({ park }) => park.code))).toEqual([['a4'], ['a5']]);
    expect(places.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it('beside the plan of another place, its own parks have not moved', () => {
    const other: Plan = { plan: plan.plan.slice(0, 1), outcomes: { a1: 'merge', a2: 'merge', a3: 'merge', a4: 'abolish' } };
    const { parks } = boardView(aProvince(), plan, { locks: [], before: other });
    expect([...parks.values()].filter(({ moved }) => moved).map(({ park }) => park.code)).toEqual(['a4']);
  });

  it('tells which parks are locked and which stand elsewhere than before', () => {
    const now: Plan = {
      plan: [{ jurisdiction: 'a', lead: 'a1', parks: ['a1', 'a2'] }, ...plan.plan.slice(1)],
      outcomes: { ...plan.outcomes, a3: 'abolish', a4: 'abolish' },
    };
    const { parks } = boardView(aProvince(), now, { locks: [{ outcome: 'abolish', park: 'a3' }], before: plan });
    const codes = (which: 'moved' | 'locked') => [...parks.values()].filter((view) => view[which]).map(({ park }) => park.code);
    expect(codes('moved')).toEqual(['a3', 'a4']);
    expect(codes('locked')).toEqual(['a3']);
  });

  it('shows every park as open while nothing is solved', () => {
    const view = boardView(aProvince(), null, { locks: [], before: null });
    expect(view.places.flatMap(({ open }) => open)).toHaveLength(10);
    expect(boardLegend(light, { lead: 'l', member: 'm', convert: 'c', abolish: 'a', open: 'o' }, false)).toHaveLength(1);
  });

  it('gathers the parks of a joint jurisdiction that was taken', () => {
    const joint = { code: 'j', name: '联合', zonesMin: 0, zonesMax: 2, joins: ['a', 'b'] };
    const instance = aProvince({ jurisdictions: [...aProvince().jurisdictions, joint] });
    const taken: Plan = { ...plan, plan: plan.plan.map((zone) => ({ ...zone, jurisdiction: 'j' })) };
    const { places } = boardView(instance, taken, { locks: [], before: null });
    expect(places.map(({ code, parks, zones }) => [code, parks.length, zones.length])).toEqual([['j', 10, 2]]);
  });
});

describe('marks of the map', () => {
  const places = Object.fromEntries(aProvince().parks.map(({ code, x, y }) => [code, [120 + x / 100, 29 + y / 100] as [number, number]]));
  const look = { palette: light, chosen: 'a4', at: 'a', titleOf: () => '' };
  const view = boardView(aProvince(), plan, { locks: [{ together: ['a1', 'a2'] }], before: null });

  it('give a shape to each role, a number to each lead, and a ring to what is chosen or locked', () => {
    const marks = new Map(parkMarks(view, places, look).map((mark) => [mark.id, mark]));
    expect(marks.size).toBe(5);
    expect(marks.get('a1')).toMatchObject({ shape: 'square', label: '1', edge: light.blue });
    expect(marks.get('a3')).toMatchObject({ shape: 'circle' });
    expect(marks.get('a4')).toMatchObject({ shape: 'triangle', edge: light.ink });
    expect(marks.get('a5')).toMatchObject({ shape: 'cross' });
  });

  it('tie members to their lead, and leave out parks without a place on the map', () => {
    const known = Object.fromEntries(Object.entries(places).filter(([code]) => code !== 'a3'));
    expect(zoneLinks(view, known, { palette: light, at: null })).toHaveLength(2);
    expect(parkMarks(view, known, look).map(({ id }) => id)).not.toContain('a3');
  });

  it('a drop on a park means its zone, on itself or its own zone nothing', () => {
    const on = (id: string, other: string) => targetOf(view.parks, id, { kind: 'point', id: other });
    expect(on('a4', 'a2')).toEqual({ zone: 'a1' });
    expect([on('a2', 'a3'), on('a1', 'a2'), on('a2', 'a5')]).toEqual([null, null, null]);
    expect(targetOf(view.parks, 'a2', { kind: 'tray', id: 'abolish' })).toEqual({ outcome: 'abolish' });
    expect(targetOf(view.parks, 'a2', { kind: 'tray', id: 'free' })).toBe('free');
  });

  it('a choice by keyboard says the same as a drop', () => {
    const [a] = view.places;
    const a4 = view.parks.get('a4');
    if (!a || !a4) throw new Error('the park is on the board');
    expect(choicesFor(a4, a).map(({ key }) => key)).toEqual(['free', 'zone:a1', 'merge', 'convert', 'abolish']);
    expect(targetOfKey('zone:a1')).toEqual({ zone: 'a1' });
    expect(placeKeyOf([{ together: ['a1', 'a2'] }], view.parks.get('a2') ?? a4)).toBe('zone:a1');
    expect(placeKeyOf([{ outcome: 'convert', park: 'a4' }], a4)).toBe('convert');
  });
});

describe('terms and rules', () => {
  it('show the change of each term, and none where sums of doubles merely err', () => {
    const terms = [{ code: 'zone', cost: 10 + 1e-9, natural: 1 } as const, { code: 'abolish', cost: 5, natural: 1 } as const];
    const before = [{ code: 'zone', cost: 10, natural: 1 } as const, { code: 'abolish', cost: 9, natural: 2 } as const];
    expect(termRows(terms, before).map((row) => row.change)).toEqual([0, -4]);
    expect(termRows(terms, null).map((row) => row.change)).toEqual([null, null]);
  });

  it('put broken rules first, and leave out those that are not set', async () => {
    const instance = aProvince();
    const { plan: solved, lowerBound } = await solutionOf(instance);
    const { places } = boardView(instance, solved, { locks: [], before: null });
    const costed = { terms: [], zones: 4, detachedPieces: 0, staff: { kept: 1, of: 2 }, platforms: 0, budget: 0, cost: lowerBound };
    const proposal = {
      ...solved,
      ...costed,
      standing: 'open',
      lowerBound,
      gap: 0,
      curve: [],
      breaks: [{ rule: 'zones-cap', subject: null }],
    } as const;
    const rows = ruleRows(instance, proposal, places[0] ?? null);
    expect(rows[0]).toMatchObject({ rule: 'zones-cap', holds: false, measured: 4, allowed: 3 });
    expect(rows.map(({ rule }) => rule)).not.toContain('staff-share');
    expect(rows.filter(({ rule }) => rule === 'zones-max')).toMatchObject([{ subject: 'a', holds: true }]);
  });

  it('an answer without a plan stands nowhere on the board', () => {
    expect(fromServer({ result: { kind: 'solve', answer: { status: 'infeasible', conflict: [] }, curves: [] } })).toBeNull();
  });
});

describe('the curve around the cap', () => {
  const curve = [1, 2, 3, 4].map((zones) => ({ zones, cost: zones === 1 ? null : 100 - 10 * zones, lowerBound: null }));

  it('tells what one zone more saves, nothing beyond its end', () => {
    expect([priceByCurve(curve, 2), priceByCurve(curve, 4), priceByCurve(curve, 0)]).toEqual([10, 0, null]);
    expect(nearCap(curve, 9).map(({ zones }) => zones)).toEqual([2, 3, 4]);
  });
});
