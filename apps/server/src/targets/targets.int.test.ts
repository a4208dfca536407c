import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { insertPublished, type NewFigure } from '../statistics/index.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, refusalOf } from '../testing.ts';
import { insertZones, type ZoneRecord } from '../zones/index.ts';

const on = '2021-06-10';
const dataset = 'training' as const;
const rulebook = loadPacks();
let database: TestDatabase;

const as = (card: string) => clientAs(card, { db: database.served, rulebook, today: on }).targets;
const sheet = (card: string, place = '330000', day = on) => as(card).sheet({ dataset, on: day, place });
async function line(id: string, card = 'province') {
  const { lines } = await sheet(card, id.startsWith('pujiang') ? '330726' : '330000');
  return lines.find((one) => one.id === id);
}

function aZone(id: string, jurisdiction: string, type: 'provincial-etdz' | 'provincial-hitech'): ZoneRecord {
  const from = '2018-01-01';
  return {
    ...{ id, dataset, jurisdiction, from, to: null, fromPrecision: 'day', point: [119.9, 29.4], industries: [], labels: [], blocks: [] },
    ...{ approval: null, note: null, source: '训练', confidence: null, plates: [] },
    names: [{ from, value: `训练·${id}` }],
    kinds: [{ from, value: { type, grade: 'provincial' } }],
    areas: [{ calibre: 'approved', areaKm2: '11.60', from, document: '训练' }],
  };
}

const figure = (unit: string, indicator: string, value: string | null, period = '2020'): NewFigure => ({
  ...{ unit, jurisdiction: unit.replace(/^xl-(\d{6})-.*$/u, '$1'), indicator, period, calibre: null, value },
  ...{ missing: value === null ? 'not-reported' : null, explanation: null },
});

const publish = (figures: readonly NewFigure[]) =>
  database.db
    .transaction()
    .execute((tx) => insertPublished(tx, { dataset, source: { zh: '训练', en: 'practice' }, approvedOn: on, approvedBy: null, figures }));

const [pujiang, yiwu, hangzhou] = ['xl-330726-01', 'xl-330782-01', 'xl-330100-01'] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    const zones = [
      aZone(pujiang, '330726', 'provincial-etdz'),
      aZone(yiwu, '330782', 'provincial-etdz'),
      aZone(hangzhou, '330100', 'provincial-hitech'),
    ];
    await insertZones(tx, zones, 'test');
  });
  await publish([
    ...[figure(pujiang, 'tax_revenue', '3000'), figure(pujiang, 'land_area', '100')],
    ...[figure(yiwu, 'tax_revenue', '9000'), figure(yiwu, 'land_area', '900')],
    ...[figure(pujiang, 'trade_total', '1000000'), figure(yiwu, 'trade_total', '2000000'), figure(hangzhou, 'trade_total', '1500000')],
    ...[figure('330000', 'place_trade', '900'), figure('330000', 'etdz_top10', '1')],
    ...[figure(pujiang, 'rd_spending', '10'), figure(pujiang, 'gdp', '1000')],
    ...[figure(hangzhou, 'rd_spending', '800'), figure(hangzhou, 'gdp', '10000')],
    figure(pujiang, 'provincial_institutes', null),
  ]);
});

afterAll(async () => database?.drop());

describe('the target sheet', () => {
  it('measures a ratio over all zones by sums, not by the mean of ratios', async () => {
    expect(await line('zj-2020-guidance/tax-per-mu')).toMatchObject({
      measuredBy: { indicator: 'tax_per_mu', scope: { zh: '全部开发区' } },
      actual: { value: '12', period: '2020', missing: null },
      base: { value: null },
      state: 'unknown',
      pace: { sofar: null, needed: '3.6', yearsLeft: '5' },
    });
  });

  it("measures a share by the zones over the province's own figure", async () => {
    const found = await line('zj-2020-guidance/trade-share');
    expect(found).toMatchObject({ actual: { value: '50', period: '2020' }, starred: true, unit: '%' });
    expect(found?.series).toEqual([{ period: '2020', value: '50' }]);
  });

  it('takes what the province files for itself, and judges it by its base', async () => {
    expect(await line('zj-2020-guidance/etdz-top10')).toMatchObject({
      actual: { value: '1' },
      state: 'on-pace',
      pace: { sofar: '1', needed: '0.2', yearsLeft: '5' },
    });
  });

  it('gathers only hi-tech zones for the line of hi-tech zones', async () => {
    expect(await line('zj-2020-guidance/rd-hitech')).toMatchObject({ actual: { value: '8', of: expect.any(Number) }, state: 'met' });
  });

  it('says why there is no figure', async () => {
    expect(await line('zj-2020-guidance/rd-flagship')).toMatchObject({
      actual: null,
      state: 'unknown',
      why: { zh: expect.stringContaining('没有公布名单') },
    });
    expect(await line('zj-2020-guidance/bodies-cut')).toMatchObject({ measuredBy: null, why: { zh: expect.stringContaining('方案') } });
    expect(await line('pujiang-2021/institutes')).toMatchObject({ actual: { value: null, missing: 'not-reported' }, state: 'unknown' });
    expect(await line('zj-2020-guidance/hitech-top10')).toMatchObject({ actual: null, state: 'unknown' });
  });

  it('counts the zones in the register', async () => {
    expect(await line('zj-2020-guidance/zones')).toMatchObject({
      actual: { value: '3', period: '2021-06', publication: 0 },
      base: { value: '1010', year: '2019' },
      state: 'met',
    });
  });

  it('does not take the public register for the whole of the province', async () => {
    const { lines } = await as('public').sheet({ dataset: 'real', on: '2021-06-10', place: '330000' });
    expect(lines.find(({ id }) => id === 'zj-2020-guidance/zones')).toMatchObject({
      actual: { value: null, missing: 'not-given' },
      state: 'unknown',
    });
  });

  it('measures a county by its own zones, beside the province', async () => {
    const { lines, beside } = await sheet('county', '330726');
    expect(lines.slice(0, 2).map(({ jurisdiction }) => jurisdiction)).toEqual(['330726', '330726']);
    expect(lines.find(({ id }) => id === 'zj-2020-guidance/rd-zone')?.actual?.value).toBe('7.363636363636');
    expect(beside.map(({ county, comparable }) => [county, comparable])).toEqual([
      ['pujiang-2021/hitech-value', true],
      ['pujiang-2021/rd-county', false],
    ]);
  });

  it('shows a newly approved figure at once', async () => {
    const before = await line('zj-2020-guidance/etdz-top30');
    const number = await publish([figure('330000', 'etdz_top30', '5')]);
    expect(before?.actual).toBeNull();
    expect((await line('zj-2020-guidance/etdz-top30'))?.actual).toMatchObject({ value: '5', publication: number });
  });

  it('keeps from the public what an indicator keeps from it', async () => {
    expect((await line('zj-2020-guidance/trade-share', 'public'))?.actual?.value).toBe('50');
    expect((await sheet('public', '330726')).lines.length).toBeGreaterThan(0);
  });
});

describe('lines side by side', () => {
  const day = '2023-01-01';
  const compare = (ids: string, on = day) => as('province').compare({ dataset, on, ids });

  it("are refused for S2's 60 % of all trade and S4's 45 % of trade in goods, with both definitions", async () => {
    const found = await compare('zj-2020-guidance/trade-share,zj-2022-commerce/goods-trade-share');
    expect(found.comparable).toBe(false);
    expect(found.reason?.zh).toContain('进出口总额占全省比重');
    expect(found.reason?.zh).toContain('货物贸易进出口占全省比重');
    expect(found.lines.map(({ goal }) => goal.value)).toEqual(['60', '45']);
  });

  it('are allowed where the definition is one', async () => {
    const found = await compare('zj-2020-guidance/hitech-value-zone,pujiang-2021/hitech-value');
    expect(found).toMatchObject({ comparable: true, reason: null });
  });

  it('are refused for a target that nobody sets, or not yet', async () => {
    expect((await refusalOf(compare('zj-2022-commerce/goods-trade-share', on))).code).toBe('NOT_FOUND');
    expect((await refusalOf(compare('nothing'))).code).toBe('NOT_FOUND');
  });
});

describe('the library', () => {
  it('tells which targets an indicator measures', async () => {
    const { uses } = await clientAs('province', { db: database.served, rulebook, today: on }).indicators.get({
      code: 'trade_share',
      dataset,
      on,
    });
    expect(uses.filter(({ noun }) => noun === 'targets').map(({ code }) => code)).toEqual(['zj-2020-guidance/trade-share']);
  });
});
