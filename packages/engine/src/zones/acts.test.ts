import { describe, expect, it } from 'vitest';
import { type ActKind, actProblems, aliveOn, carrySums, type LineageAct, type LineageTree, predecessorsOf, successorsOf } from './index.ts';

function anAct(kind: ActKind, on: string, from: readonly string[], to: readonly string[], more: Partial<LineageAct> = {}): LineageAct {
  return { id: `${on}-${kind}-${from.join('')}`, kind, on, paper: '训练〔2021〕1号', from, to, ...more };
}

const someday = '2025-01-01';

function drawn(tree: LineageTree): string {
  const mark = tree.repeated ? '*' : '';
  return tree.next.length === 0 ? `${tree.zone}${mark}` : `${tree.zone}(${tree.next.map(drawn).join(' ')})`;
}

describe('zones alive on a day', () => {
  const acts = [
    anAct('found', '2019-04-01', [], ['c']),
    anAct('merge', '2020-06-01', ['a', 'b'], ['d']),
    anAct('convert', '2020-07-01', ['c'], ['c']),
    anAct('dissolve', '2021-01-01', ['d'], []),
  ];
  const zones = ['a', 'b', 'c', 'd'].map((id) => ({ id }));

  it('starts with the zones no act has made', () => expect(aliveOn(zones, acts, '2019-01-01')).toEqual(['a', 'b']));
  it('has a founded zone from its own day', () => expect(aliveOn(zones, acts, '2019-04-01')).toEqual(['a', 'b', 'c']));
  it('puts the new zone in the place of the merged ones', () => expect(aliveOn(zones, acts, '2020-06-01')).toEqual(['c', 'd']));
  it('keeps a converted zone as a body and drops a dissolved one', () => expect(aliveOn(zones, acts, '2021-01-01')).toEqual(['c']));
  it('keeps a zone that takes others in, though the act gives to it', () => {
    const absorbing = [anAct('merge', '2022-01-01', ['b'], ['a'])];
    expect(aliveOn([{ id: 'a', from: '1984-01-01' }, { id: 'b' }], absorbing, '2021-01-01')).toEqual(['a', 'b']);
    expect(aliveOn([{ id: 'a', from: '1984-01-01' }, { id: 'b' }], absorbing, '2022-01-01')).toEqual(['a']);
  });
  it('follows the days the register records itself', () => {
    expect(aliveOn([{ id: 'x', from: '2020-01-01', to: '2021-01-01' }], [], '2020-12-31')).toEqual(['x']);
    expect(aliveOn([{ id: 'x', from: '2020-01-01', to: '2021-01-01' }], [], '2021-01-01')).toEqual([]);
  });
});

describe('lineage trees', () => {
  const acts = [
    anAct('split', '2018-01-01', ['a'], ['b', 'c']),
    anAct('merge', '2020-01-01', ['b', 'c', 'x'], ['d']),
    anAct('rename', '2021-01-01', ['d'], ['d']),
    anAct('upgrade', '2022-01-01', ['d'], ['e']),
  ];

  it('shows what a zone was made of, by date', () => expect(drawn(predecessorsOf('e', acts, someday))).toBe('e(d(b(a) c(a) x))'));
  it('shows what became of a zone and opens a branch only once', () => {
    expect(drawn(successorsOf('a', acts, someday))).toBe('a(b(d(e)) c(d*))');
  });
  it('knows nothing of acts after the day asked for', () => expect(drawn(successorsOf('a', acts, '2019-01-01'))).toBe('a(b c)'));
  it('never follows an act back in time', () => {
    const back = [anAct('split-off', '2010-01-01', ['a'], ['b']), anAct('merge', '2015-01-01', ['b'], ['a'])];
    expect(drawn(predecessorsOf('b', back, someday))).toBe('b(a)');
  });
  it('ends on a circle of acts of one day', () => {
    const circle = [anAct('upgrade', '2020-01-01', ['a'], ['b']), anAct('upgrade', '2020-01-01', ['b'], ['a'])];
    expect(drawn(predecessorsOf('a', circle, someday))).toBe('a(b)');
  });
});

describe('sums carried through acts', () => {
  const base = new Map([
    ['a', '11.60'],
    ['b', '6.57'],
  ]);
  const carried = (...acts: readonly LineageAct[]) => {
    const { sums, ended, problems } = carrySums(acts, base, someday);
    return { sums: Object.fromEntries(sums), ended: Object.fromEntries(ended), problems: problems.length };
  };

  it('adds up a merge', () => {
    expect(carried(anAct('merge', '2020-01-01', ['a', 'b'], ['c']))).toEqual({ sums: { c: '18.17' }, ended: {}, problems: 0 });
  });
  it('divides a split by its shares and leaves nothing over', () => {
    const shares = [
      { from: 'a', to: 'c', share: '0.333333333333' },
      { from: 'a', to: 'd', share: '0.666666666667' },
    ];
    const { sums } = carried(anAct('split', '2020-01-01', ['a'], ['c', 'd'], { shares }));
    expect(sums).toEqual({ b: '6.57', c: '3.866666666663', d: '7.733333333337' });
  });
  it('leaves the rest with the zone a part is taken from', () => {
    const shares = [
      { from: 'a', to: 'c', share: '0.25' },
      { from: 'a', to: 'a', share: '0.75' },
    ];
    expect(carried(anAct('split-off', '2020-01-01', ['a'], ['c'], { shares })).sums).toEqual({ a: '8.7', b: '6.57', c: '2.9' });
  });
  it('keeps what a dissolved zone leaves to nobody', () => {
    expect(carried(anAct('dissolve', '2020-01-01', ['b'], []))).toEqual({ sums: { a: '11.6' }, ended: { b: '6.57' }, problems: 0 });
  });
  it('carries nothing by an act without its shares, and says so', () => {
    expect(carried(anAct('split', '2020-01-01', ['a'], ['c', 'd']))).toEqual({ sums: { a: '11.6', b: '6.57' }, ended: {}, problems: 1 });
  });
  it('leaves a zone without a figure without one', () => {
    expect(carried(anAct('rename', '2020-01-01', ['z'], ['y'])).sums).toEqual({ a: '11.6', b: '6.57' });
  });
});

describe('what an act lacks', () => {
  const fields = (act: LineageAct) => actProblems(act).map((problem) => problem.field);

  it('asks for a real day and a paper', () => {
    expect(fields(anAct('found', '2020-02-30', [], ['a'], { paper: ' ' }))).toEqual(['on', 'paper']);
  });
  it('asks for the right number of zones on each side', () => {
    expect(fields(anAct('merge', '2020-01-01', [], ['a', 'b']))).toEqual(['from', 'to']);
    expect(fields(anAct('found', '2020-01-01', ['a'], ['b']))).toEqual(['from']);
  });
  it('refuses shares that do not add up to one', () => {
    const shares = [
      { from: 'a', to: 'b', share: '0.5' },
      { from: 'a', to: 'c', share: '0.4' },
    ];
    expect(actProblems(anAct('split', '2020-01-01', ['a'], ['b', 'c'], { shares }))[0]?.message.en).toBe(
      'The shares of a add up to 0.9, not 1.',
    );
  });
  it('refuses shares of zones the act does not name, of the same pair twice, or beyond 0 to 1', () => {
    const of = (...shares: readonly (readonly [string, string])[]) =>
      fields(anAct('split', '2020-01-01', ['a'], ['b', 'c'], { shares: shares.map(([to, share]) => ({ from: 'a', to, share })) }));
    expect(of(['z', '1'])).toEqual(['shares']);
    expect(of(['b', '0.5'], ['b', '0.5'])).toEqual(['shares']);
    expect(of(['b', '1.5'], ['c', '-0.5'])).toEqual(['shares']);
  });
  it('refuses a zone that receives itself', () => {
    expect(fields(anAct('merge', '2020-01-01', ['a'], ['a']))).toEqual(['to']);
    expect(fields(anAct('dissolve', '2020-01-01', ['a', 'b'], ['b']))).toEqual(['to']);
  });
});
