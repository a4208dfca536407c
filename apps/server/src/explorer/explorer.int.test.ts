import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { RPCHandler } from '@orpc/server/fetch';
import type { PivotAnswer, PivotWire } from '@zhenghe/contract/explorer';
import { cellsIn } from '@zhenghe/engine/explorer';
import { loadPacks } from '@zhenghe/rulebook';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callers, withLibrary } from '../indicators/testing.ts';
import type { Caller } from '../platform/api.ts';
import { scoped, wholeProvince } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { router } from '../router.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientOf, refusalOf } from '../testing.ts';
import { versionsQuery } from './card-queries.ts';
import { betweenQuery } from './figure-queries.ts';
import { explored, insertMap, publish } from './testing.ts';

const today = '2021-06-10';
const packs = withLibrary(loadPacks(), explored);
const rulebook = {
  ...packs,
  tags: [
    {
      pack: null,
      tag: {
        ...{ code: 'productive', name: { zh: '高亩均', en: 'productive' }, meaning: { zh: '测试', en: 'test' }, rule: 'tax_per_mu >= 2' },
        ...{ grain: 'month', source: { zh: '测试', en: 'test' }, owner: { zh: '测试', en: 'test' }, expires: '2021-12-31' },
      },
    },
  ],
} as typeof packs;
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await insertMap(tx);
  });
  await publish(database.db, ...start);
});
afterAll(async () => database?.drop());

const start = [
  ...['xl-a tax 2020-01 10', 'xl-b tax 2020-01 20.5', 'xl-d tax 2020-01 30', 'xl-e tax 2020-01 40', 'xl-f tax 2020-01 1'],
  ...['xl-a land 2020-01 5', 'xl-b land 2020-01 5', 'xl-d land 2020-01 10', 'xl-e land 2020-01 not-reported', 'xl-f land 2020-01 4'],
  ...['xl-c tax 2021-05 60', 'xl-d tax 2021-05 30', 'xl-e tax 2021-05 secret', 'xl-f tax 2021-05 2'],
  ...['xl-c land 2021-05 10', 'xl-d land 2021-05 20', 'xl-f land 2021-05 4'],
  ...['xl-a jobs 2020-01 100', 'xl-d jobs 2020-01 300', 'xl-c score 2021-05 91.5', 'xl-d score 2021-05 88'],
];

const ask = {
  dataset: 'training',
  on: today,
  indicators: 'tax',
  grain: 'month',
  from: '2020-01',
  to: '2020-01',
  rows: 'unit',
  map: 'then',
  growth: 'none',
  subtotals: 'true',
  place: '330000',
  types: '',
  units: '',
} as const;

/** Answers as the role that serves requests: the database keeps rows apart. */
const as = (caller: Caller) => {
  const { explorer } = clientOf(caller, { db: database.served, rulebook, today });
  const pivot = async (...asked: Parameters<typeof explorer.pivot>) => readAnswer(await explorer.pivot(...asked));
  const { card, choices, export: file, tag, tags, tryTag } = explorer;
  return { card, choices, export: file, tag, tags, tryTag, pivot };
};
const readAnswer = ({ rows, ...answer }: PivotWire): PivotAnswer => ({
  ...answer,
  rows: rows.map(({ cells: text, ...row }) => ({ ...row, cells: cellsIn(text) })),
});
type Pivot = PivotAnswer;
const cells = ({ rows }: Pivot) => Object.fromEntries(rows.map(({ key, cells: own }) => [key, own.map(([value]) => value)]));

describe('the pivot', () => {
  it('has figures, cities and the whole, each unit under its name', async () => {
    const answer = await as(callers.province).pivot(ask);
    expect(cells(answer)).toEqual({
      ...{ 'xl-a': ['10'], 'xl-b': ['20.5'], 'xl-d': ['30'], 'xl-e': ['40'], '330700': ['100.5'] },
      ...{ 'xl-f': ['1'], '330800': ['1'], all: ['101.5'] },
    });
    expect(answer.rows.find(({ key }) => key === 'xl-d')).toMatchObject({ name: '训练园区 xl-d', place: '330782' });
    expect(answer.rows.find(({ key }) => key === '330700')).toMatchObject({ kind: 'subtotal', name: '金华市' });
  });

  it('tells history as it was, and on today’s map, with equal totals over a merger', async () => {
    const then = await as(callers.province).pivot(ask);
    const now = await as(callers.province).pivot({ ...ask, map: 'today' });
    expect(cells(now)).toMatchObject({ 'xl-c': ['30.5'], all: cells(then).all });
    expect(Object.keys(cells(now))).not.toContain('xl-a');
    expect(now.rows.find(({ key }) => key === 'xl-c')?.cells).toEqual([['30.5', 2, 2, 2]]);
  });

  it('divides sums by sums, over those that have both', async () => {
    const answer = await as(callers.province).pivot({ ...ask, indicators: 'tax_per_mu', rows: 'city', to: '2020-01' });
    // (10 + 20.5 + 30) ÷ (5 + 5 + 10): the zone without land is left out of both.
    expect(answer.rows.map(({ key, cells: [cell] }) => [key, cell])).toEqual([
      ['330700', ['3.025', 3, 4, 1]],
      ['330800', ['0.25', 1, 1, 0]],
      ['all', ['2.5625', 4, 5, 1]],
    ]);
  });

  it('holds a figure as soon as it is published, and its correction', async () => {
    const client = as(callers.province);
    const before = await client.pivot({ ...ask, from: '2020-02', to: '2020-02' });
    await publish(database.db, 'xl-d tax 2020-02 7', 'xl-f tax 2020-02 1.25');
    const after = await client.pivot({ ...ask, from: '2020-02', to: '2020-02' });
    expect([cells(before).all, cells(after).all, after.publication]).toEqual([[null], ['8.25'], before.publication + 1]);
    await publish(database.db, 'xl-d tax 2020-02 8');
    expect(cells(await client.pivot({ ...ask, from: '2020-02', to: '2020-02' })).all).toEqual(['9.25']);
  });

  it('adds months up to a quarter and says how many of them there were', async () => {
    const answer = await as(callers.province).pivot({ ...ask, grain: 'quarter', from: '2020-Q1', to: '2020-Q1' });
    expect(answer.rows.find(({ key }) => key === 'xl-d')?.cells).toEqual([['38', 2, 3, 1]]);
  });

  it('names what has no figures at the asked length', async () => {
    await publish(database.db, '330000 jobs 2020 5000');
    const answer = await as(callers.province).pivot({ ...ask, indicators: 'score', from: '2019-01', to: '2019-01' });
    expect(cells(answer)).toEqual({ all: [null] });
    const unheard = await refusalOf(as(callers.province).pivot({ ...ask, indicators: 'nothing_here' }));
    expect(unheard.code).toBe('NOT_FOUND');
  });

  it('refuses what would be too large, and says how to narrow it', async () => {
    const refused = await refusalOf(as(callers.province).pivot({ ...ask, from: '0001-01', to: '9999-12' }));
    expect(refused.code).toBe('CONFLICT');
    expect(JSON.stringify(refused.data)).toContain('60000');
    const turned = await refusalOf(as(callers.province).pivot({ ...ask, from: '2021', to: '2020' }));
    expect(turned.code).toBe('CONFLICT');
  });
});

it('tells a sum of more digits than a figure may have as no figure', async () => {
  await publish(database.db, 'xl-d tax 2018-05 900000000000000', 'xl-e tax 2018-05 900000000000000');
  const answer = await as(callers.province).pivot({ ...ask, from: '2018-05', to: '2018-05' });
  expect(cells(answer)).toMatchObject({ 'xl-d': ['900000000000000'], all: [null] });
});

it('travels alike over both doors', async () => {
  const context = { db: scoped(database.served, wholeProvince), caller: callers.province, rulebook, today, requestId: 'test' };
  const byRpc = encodeURIComponent(JSON.stringify({ json: ask }));
  const [rpc, rest] = await Promise.all([
    new RPCHandler(router).handle(new Request(`http://x/rpc/explorer/pivot?data=${byRpc}`), { prefix: '/rpc', context }),
    new OpenAPIHandler(router).handle(new Request(`http://x/api/explorer/pivot?${new URLSearchParams(ask)}`), { prefix: '/api', context }),
  ]);
  const direct = JSON.parse(JSON.stringify(await clientOf(callers.province, context).explorer.pivot(ask)));
  expect(await rpc.response?.json()).toEqual({ json: direct });
  expect(await rest.response?.json()).toEqual(direct);
});

describe('who sees what', () => {
  it('shows a county its own units and the whole of the province', async () => {
    const answer = await as(callers.county).pivot({ ...ask, map: 'today' });
    expect(cells(answer)).toMatchObject({ 'xl-c': ['30.5'], all: ['101.5'] });
    expect(Object.keys(cells(answer)).filter((key) => key.startsWith('xl-'))).toEqual(['xl-c']);
  });

  it('does not tell a unit’s figure as a sum over that one unit', async () => {
    const answer = await as(callers.county).pivot({ ...ask, rows: 'county' });
    const row = (key: string) => answer.rows.find((one) => one.key === key)?.cells[0] ?? 'left out';
    expect([row('330802'), row('330782'), row('330726')]).toEqual(['left out', ['70', 2, 2, 0], ['30.5', 2, 2, 0]]);
    const named = await as(callers.county).pivot({ ...ask, rows: 'all', units: 'xl-f' });
    expect(named.rows.flatMap(({ cells: own }) => own.map(([value]) => value))).not.toContain('1');
  });

  it('answers the public public indicators only', async () => {
    const refused = await refusalOf(as(callers.public).pivot(ask));
    expect(refused.code).toBe('NOT_ALLOWED');
    const open = await as(callers.public).pivot({ ...ask, indicators: 'jobs' });
    expect(cells(open)).toMatchObject({ 'xl-a': ['100'], all: ['400'] });
    const choices = await as(callers.public).choices({ dataset: 'training', on: today });
    expect(choices.indicators.map(({ code }) => code)).toEqual(['jobs']);
  });

  it('shows what is only for evaluation to those who answer for all of it', async () => {
    const may = { ...ask, indicators: 'score', from: '2021-05', to: '2021-05' };
    expect(cells(await as(callers.province).pivot(may))).toMatchObject({ 'xl-c': ['91.5'], 'xl-d': ['88'] });
    const county = await as(callers.county).pivot(may);
    expect(cells(county)).toEqual({ 'xl-c': ['91.5'], all: [null] });
    expect(county.rows.find(({ kind }) => kind === 'total')?.cells[0]).toEqual([null, 0, 2, 0, 'secret']);
  });
});

describe('the file', () => {
  it('has the figures with what they mean, and says that they are invented', async () => {
    const file = await as(callers.province).export({ ...ask, format: 'csv', language: 'zh' });
    const text = await file.text();
    expect(file.name).toContain('训练数据');
    for (const part of ['训练数据', '101.5', '训练园区 xl-d', '税收']) expect(text).toContain(part);
    const table = await as(callers.province).export({ ...ask, format: 'xlsx', language: 'en' });
    expect(new Uint8Array(await table.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('holds no more than the page', async () => {
    const file = await as(callers.county).export({ ...ask, format: 'json', language: 'zh' });
    const text = await file.text();
    expect([text.includes('xl-a'), text.includes('xl-f')]).toEqual([true, false]);
    const refused = await refusalOf(as(callers.public).export({ ...ask, format: 'json', language: 'zh' }));
    expect(refused.code).toBe('NOT_ALLOWED');
  });
});

describe('the source card', () => {
  const of = { dataset: 'training', on: today, indicator: 'tax', unit: 'xl-d', period: '2020-02' } as const;

  it('has every version of a figure, oldest first', async () => {
    const card = await as(callers.province).card(of);
    expect(card).toMatchObject({ value: '8', missing: null, calibre: { id: 'first' }, bridge: null, derived: null });
    expect(card.versions.map(({ value, on }) => [value, on])).toEqual([
      ['7', '2021-06-10'],
      ['8', '2021-06-10'],
    ]);
  });

  it('names the acts a figure was carried through, and the figures it is made of', async () => {
    const card = await as(callers.province).card({ ...of, unit: 'xl-c', period: '2020-01', map: 'today' });
    expect(card.value).toBe('30.5');
    expect(card.carried.map(({ from, paper }) => [from, paper])).toEqual([
      ['训练园区 xl-a', '训练〔2020〕1号（虚构）'],
      ['训练园区 xl-b', '训练〔2020〕1号（虚构）'],
    ]);
    expect(card.versions.map(({ value }) => value)).toEqual(['10', '20.5']);
  });

  it('shows the parts of a derived one', async () => {
    const card = await as(callers.province).card({ ...of, indicator: 'tax_per_mu', period: '2020-01' });
    expect(card.derived?.parts.map(({ code, value }) => [code, value])).toEqual([
      ['land', '10'],
      ['tax', '30'],
    ]);
    expect(card.value).toBe('3');
  });

  it('is refused for units of others', async () => {
    const foreign = await refusalOf(as(callers.county).card(of));
    expect(foreign.code).toBe('NOT_ALLOWED');
    const open = await refusalOf(as(callers.public).card({ ...of, unit: 'xl-c' }));
    expect(open.code).toBe('NOT_ALLOWED');
    expect((await as(callers.public).card({ ...of, indicator: 'jobs', period: '2020-01' })).value).toBe('300');
  });
});

describe('tags', () => {
  it('count the zones of the day: yes, no, and not known', async () => {
    const [tag] = await as(callers.province).tags({ dataset: 'training', on: today });
    // 60 ÷ 10 holds; 30 ÷ 20 and 2 ÷ 4 do not; xl-e keeps its tax secret.
    expect([tag?.count, tag?.period]).toEqual([{ yes: 1, no: 2, unknown: 1 }, '2021-05']);
    const detail = await as(callers.county).tag({ code: 'productive', dataset: 'training', on: today });
    expect(detail.sample.map(({ unit, holds }) => [unit, holds])).toEqual([['xl-c', true]]);
  });

  it('stop holding when they expire, and choose the units of a question until then', async () => {
    const [tag] = await as(callers.province).tags({ dataset: 'training', on: '2022-01-01' });
    expect([tag?.expired, tag?.count]).toEqual([true, null]);
    const answer = await as(callers.province).pivot({ ...ask, from: '2021-05', to: '2021-05', tag: 'productive' });
    expect(cells(answer)).toMatchObject({ 'xl-c': ['60'], all: ['60'] });
  });

  it('are tried as they are typed', async () => {
    const tried = (rule: string) => as(callers.province).tryTag({ dataset: 'training', on: today, rule, grain: 'month' });
    expect(await tried('tax >= 30')).toEqual({ problems: [], count: { yes: 2, no: 1, unknown: 1 } });
    const wrong = await tried('tax >= ');
    expect([wrong.count, wrong.problems.length]).toEqual([null, 1]);
  });
});

it('reads anew when figures were taken away as a whole', async () => {
  const client = as(callers.province);
  await client.pivot(ask);
  await database.db.transaction().execute(async (tx) => {
    await sql`delete from statistics_figures where dataset = 'training'`.execute(tx);
    await sql`delete from statistics_publications where dataset = 'training'`.execute(tx);
    await sql`update statistics_head set epoch = epoch + 1 where dataset = 'training'`.execute(tx);
  });
  expect(cells(await client.pivot(ask))).toEqual({ all: [null] });
  await publish(database.db, ...start);
  expect(cells(await client.pivot(ask)).all).toEqual(['101.5']);
});

it('finds what is new, and what a card needs, by an index however long history is', async () => {
  const number = await publish(database.db);
  await sql`insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, publication, value)
    select 'training', 'xl-old-' || unit, '330726', 'i' || indicator, (2000 + month / 12) || '-' || lpad((1 + month % 12)::text, 2, '0'), ${number}, 1
    from generate_series(1, 40) unit, generate_series(1, 20) indicator, generate_series(1, 60) month`.execute(database.db);
  await sql`analyze statistics_figures, statistics_publications`.execute(database.db);
  const planOf = async (query: RawBuilder<unknown>) => JSON.stringify((await sql`explain ${query}`.execute(database.db)).rows);
  const later = await planOf(betweenQuery({ dataset: 'training', after: number, until: number + 2 }));
  expect(later).toContain('statistics_figures_by_publication');
  expect(later).not.toContain('Seq Scan');
  const card = { dataset: 'training', units: ['xl-old-3'], indicators: ['i7'], periods: ['2003-02'] } as const;
  expect(await planOf(versionsQuery(card))).toMatch(/Index (Only )?Scan using statistics_figures_(pkey|current)/);
});
