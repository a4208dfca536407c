import type { Meter } from '@zhenghe/contract/zones';
import { libraryOf } from '@zhenghe/engine/indicators';
import { loadPacks } from '@zhenghe/rulebook';
import { describe, expect, it } from 'vitest';
import { besides } from './beside.ts';
import { zoneCounts } from './counted.ts';
import { linesFor, linesInForce } from './lines.ts';
import { type Figures, measuredOver, type YearFigure, yearsOf } from './reckon.ts';
import { overOf, whoseOf } from './scope.ts';
import { viewOf } from './view.ts';

const rulebook = loadPacks();
const library = libraryOf(rulebook.indicators.map(({ indicator }) => indicator));
const day = '2021-06-10';
const lineOf = (id: string, on = day) => linesInForce(rulebook, on).find((line) => line.id === id) ?? expect.fail(`no line ${id}`);
const year = (period: string, value: string | null, counts: Partial<YearFigure> = {}): YearFigure => ({
  ...{ period, value, missing: value === null ? 'not-reported' : null, of: value === null ? 0 : 1, expected: 1 },
  ...counts,
});

/** Figures by code and whose: 'trade_total zones'. */
function figures(held: Readonly<Record<string, readonly YearFigure[]>>): Figures {
  const none = (period: string): YearFigure => ({ period, value: null, missing: null, of: 0, expected: 0 });
  return { publication: 7, years: (code, whose, years) => held[`${code} ${whose.kind}`] ?? years.map(none) };
}

function measured(id: string, held: Readonly<Record<string, readonly YearFigure[]>>, years: readonly string[]) {
  const { target, head } = lineOf(id, '2023-01-01');
  const { indicator = '', scope, unit } = target;
  const whose = scope && whoseOf(scope, head.jurisdiction);
  if (!scope || !whose) return null;
  return measuredOver(figures(held), library, { code: indicator, unit, whose, over: overOf(scope, head.jurisdiction), years });
}

describe('a share of the province', () => {
  const zones = [year('2019', '4000000', { of: 150, expected: 150 }), year('2020', '4680000', { of: 148, expected: 150 })];

  it("is the sum of the zones in 万元 over the province's own figure in 亿元, in %", () => {
    const found = measured(
      'zj-2020-guidance/trade-share',
      { 'trade_total zones': zones, 'place_trade place': [year('2019', '1000'), year('2020', '900')] },
      ['2019', '2020'],
    );
    expect(found?.series).toEqual([
      { period: '2019', value: '40', missing: null, of: 151, expected: 151 },
      { period: '2020', value: '52', missing: null, of: 149, expected: 151 },
    ]);
  });

  it('is missing without the figure of the province, and says for what reason', () => {
    const found = measured(
      'zj-2020-guidance/trade-share',
      { 'trade_total zones': zones, 'place_trade place': [year('2019', null), year('2020', '0')] },
      ['2019', '2020'],
    );
    expect(found?.series.map(({ value, missing }) => value ?? missing)).toEqual(['not-reported', 'not-applicable']);
  });

  it('is nothing at all where nobody was asked, and says what is lacking', () => {
    const zonesOnly = measured('zj-2020-guidance/trade-share', { 'trade_total zones': zones }, ['2019', '2020']);
    expect(zonesOnly?.why?.zh).toBe('这些年没有“全域进出口总额”的数据');
    expect(measured('zj-2020-guidance/tax-per-mu', {}, ['2020'])?.why?.zh).toBe('这些年没有“亩均税收”的数据');
    expect(measured('zj-2020-guidance/trade-share', {}, ['2020'])?.series).toEqual([
      { period: '2020', value: null, missing: null, of: 0, expected: 0 },
    ]);
  });
});

describe('a line', () => {
  it('of all zones takes the explorer’s own sum', () => {
    expect(measured('zj-2020-guidance/tax-per-mu', { 'tax_per_mu zones': [year('2020', '21.5')] }, ['2020'])?.series).toEqual([
      year('2020', '21.5'),
    ]);
  });

  it('of the flagships cannot be summed up: nobody listed them', () => {
    expect(measured('zj-2020-guidance/rd-flagship', {}, ['2020'])).toBeNull();
  });

  it('is asked from its base year, or ten years before its goal, to the last year that is over', () => {
    expect(yearsOf(lineOf('zj-2020-guidance/trade-share').target, day)).toEqual(['2019', '2020']);
    expect(yearsOf(lineOf('zj-2020-guidance/value-per-mu').target, '2021-12-31')).toEqual(['2018', '2019', '2020', '2021']);
    expect(yearsOf(lineOf('zj-2020-guidance/tax-per-mu').target, '2018-01-01')).toEqual(['2015', '2016', '2017']);
    expect(yearsOf(lineOf('zj-2020-guidance/trade-share').target, '9999-12-31')).toHaveLength(30);
  });
});

describe('the sheet', () => {
  it('holds the lines of the place, its city and the province that apply on the day, drafts as drafts', () => {
    const packs = (place: string, on: string) => [...new Set(linesFor(rulebook, place, on).map(({ head }) => head.id))];
    expect(packs('330726', day)).toEqual(['pujiang-2021', 'zj-2020-guidance']);
    expect(packs('330000', day)).toEqual(['zj-2020-guidance']);
    expect(packs('330000', '2023-01-01')).toEqual(['zj-2020-guidance', 'zj-2022-commerce']);
    expect(packs('330726', '2019-01-01')).toEqual([]);
  });

  it('puts 45 % of Pujiang beside 55 % of the province, and 2.2 % beside 3.5 % as two definitions', () => {
    const found = besides(linesFor(rulebook, '330726', day), library);
    expect(found.map(({ county, province, comparable }) => [county, province, comparable])).toEqual([
      ['pujiang-2021/hitech-value', 'zj-2020-guidance/hitech-value-zone', true],
      ['pujiang-2021/rd-county', 'zj-2020-guidance/rd-zone', false],
    ]);
    expect(found[0]?.note.zh).toBe('本地目标 45 % 低于上级目标 55 %（2025 年）');
    expect(found[1]?.note.zh).toContain('口径：全县，不是开发区');
  });

  it('shows "—" as no base, and a starred base without a pace so far', () => {
    const view = (id: string, value: string) =>
      viewOf(lineOf(id), { series: [year('2020', value)], publication: 7, why: null }, { library, on: day });
    expect(view('zj-2020-guidance/tax-per-mu', '20')).toMatchObject({
      base: { value: null },
      state: 'unknown',
      pace: { sofar: null, needed: '2' },
    });
    expect(view('zj-2020-guidance/trade-share', '50')).toMatchObject({
      starred: true,
      base: { value: '47.6' },
      pace: { sofar: null, needed: '2' },
    });
    expect(view('zj-2020-guidance/rd-zone', '2.7')).toMatchObject({
      state: 'on-pace',
      pace: { sofar: '0.2', needed: '0.16', yearsLeft: '5' },
    });
  });
});

describe('a goal said as growth without a base year', () => {
  it('tells what it comes to from the year of the document and from the year before', () => {
    const why = (id: string) => viewOf(lineOf(id), { series: [], publication: 7, why: null }, { library, on: day }).why;
    expect(why('pujiang-2021/tax-per-mu-growth')?.zh).toContain(
      '从 2021 年末起 4 年，共为 1.749 倍；从 2020 年末起 5 年，共为 2.011 倍（推算）',
    );
    expect(why('pujiang-2021/output-double')?.en).toContain(
      '4 years from the end of 2021: +18.92 % a year; 5 years from the end of 2020: +14.87 % a year',
    );
    expect(why('pujiang-2021/institutes')).toBeNull();
  });
});

describe('the number of zones', () => {
  const meter = (complete: boolean): Meter => ({
    ...{ dataset: 'training', asOf: day, byGrade: [], excluded: [], labelChanges: [], byCity: [] },
    base: { count: 1010, on: '2019-12-31', clause: { pack: 'zj-2020-guidance', clause: 'S2-表' } },
    cap: { count: 150, by: '2021-12-31', clause: { pack: 'zj-2020-guidance', clause: 'S2-表' } },
    now: { count: 640, complete, note: null },
    course: [
      { on: '2019-12-31', count: 1010 },
      { on: '2020-11-30', count: 900 },
      { on: '2020-12-31', count: 880 },
      { on: '2021-05-31', count: 650 },
      { on: day, count: 640 },
    ],
  });

  it('is counted at the end of each year and on the day', () => {
    expect(zoneCounts(meter(true), day).map(({ period, value }) => `${period} ${value}`)).toEqual(['2020 880', '2021-06 640']);
  });

  it('is not given by a register that holds only part of them', () => {
    expect(zoneCounts(meter(false), day)).toMatchObject([{ value: null, missing: 'not-given' }]);
  });
});
