import type { Instance, Park, Solved } from '@zhenghe/engine/planner';
import { expect, it } from 'vitest';
import { openWorkbook, unpack } from '../kernel/index.ts';
import { type ScenarioReport, scenarioDocx, scenarioXlsx } from './index.ts';

const evil = "=cmd|' /C calc'!A0<script>";

const park = (code: string, more: Partial<Park> = {}): Park => ({
  ...{ code, name: `训练·${code}`, jurisdiction: '330726', level: 1, x: 0, y: 0, weight: 1, outputs: [2, 3], staff: 10 },
  ...{ abolishLoss: 4, convertLoss: 3, trimLoss: 0, forbidden: false },
  ...more,
});

const instance: Instance = {
  jurisdictions: [{ code: '330726', name: '浦江县', zonesMin: 0, zonesMax: 2 }],
  parks: [park('a', { level: 2 }), park('b', { name: evil }), park('c')],
  adjacency: [['a', 'b']],
  costs: { zone: 1, detachedPiece: 2, industry: 0.1, maxDetachedPieces: 3 },
  caps: { zones: 2, staffShare: null },
  locks: [{ together: ['a', 'b'] }, { outcome: 'convert', park: 'c' }],
};

const solved: Solved = {
  ...{
    status: 'bounded',
    cost: 1234.5,
    lowerBound: 1234,
    gap: 0.000405,
    stopped: false,
    method: ['tables'],
    binding: ['zones'],
    capPrice: 7.25,
  },
  ...{ zones: 1, detachedPieces: 0, staff: { kept: 20, of: 30 }, platforms: 0, budget: 0 },
  plan: [{ jurisdiction: '330726', lead: 'a', parks: ['a', 'b'] }],
  outcomes: { a: 'merge', b: 'merge', c: 'convert' },
  terms: [
    { code: 'zone', cost: 1, natural: 1 },
    { code: 'trim', cost: 0, natural: null },
    { code: 'distance', cost: 1230.5, natural: 12.3 },
    { code: 'detached', cost: 0, natural: 0 },
    { code: 'industry', cost: 0, natural: 0 },
    { code: 'abolish', cost: 0, natural: 0 },
    { code: 'convert', cost: 3, natural: 1 },
  ],
  curve: [
    { zones: 0, cost: null, lowerBound: null },
    { zones: 1, cost: 1234.5, lowerBound: 1234 },
    { zones: 2, cost: 1227.25, lowerBound: 1227.25 },
  ],
};

const report: ScenarioReport = {
  ...{ language: 'zh', dataset: 'training', name: '基线', scope: { zh: '浦江县', en: 'Pujiang' }, day: '2019-12-31', version: 3 },
  ...{ by: { zh: '训练', en: 'training' }, on: '2021-06-10', instance, instanceHash: 'ab'.repeat(32), answer: solved },
  engine: 'zhenghe 0.1.0, HiGHS 1.15.3',
  settings: [
    { title: { zh: '相邻距离', en: 'Touching distance' }, unit: { zh: '公里', en: 'km' }, value: '2.5', changed: true, clause: null },
    { title: { zh: '总数上限', en: 'Cap' }, unit: null, value: '2', changed: false, clause: 'S2-二(二)整合优化' },
  ],
  rules: [{ rule: 'lock', title: { zh: '人工锁定', en: 'Lock' }, clause: null }],
  missing: [{ park: 'c', name: '训练·c', figure: 'staff', done: 'left-out', assumed: null }],
  leftOut: [{ zh: '没有考虑规划调整。', en: 'Changes of land plans are left out.' }],
  places: { '330726': '浦江县' },
};

async function docxText(content: ScenarioReport): Promise<{ readonly xml: string; readonly text: string; readonly header: string }> {
  const unpacked = await unpack(await scenarioDocx(content));
  if (!unpacked.ok) throw new Error('not a docx');
  const part = (name: string) => unpacked.parts.get(name)?.toString('utf8') ?? '';
  const xml = part('word/document.xml');
  return { xml, text: xml.replace(/<[^>]+>/g, ''), header: part('word/header1.xml') };
}

it('the report says how good the proposal is, with both bounds, the hash and what is left out', async () => {
  const { text, xml, header } = await docxText(report);
  for (const said of [
    '与最优相差不超过0.041 %',
    '1,234.500000',
    '1,234.000000',
    'ab'.repeat(32),
    '上限再放宽1个，总代价可减少7.25',
    '没有考虑规划调整',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain('训练·c人员该项不计');
  expect(header).toContain('训练数据');
  expect(xml).not.toContain('<script>');
});

it('a quantity that is not known is named, and is not zero', async () => {
  const { text } = await docxText(report);
  expect(text).toContain('核减受保护土地未知公顷');
});

it('the English report has no sentence left in Chinese', async () => {
  const plain = {
    ...instance,
    jurisdictions: instance.jurisdictions.map((one) => ({ ...one, name: 'Pujiang' })),
    parks: instance.parks.map((one) => ({ ...one, name: one.code })),
  };
  const missing = report.missing.map((one) => ({ ...one, name: 'c' }));
  const english = {
    ...report,
    language: 'en',
    name: 'Base',
    instance: plain,
    missing,
    settings: [],
    places: { '330726': 'Pujiang' },
  } as const;
  const { text } = await docxText(english);
  expect(text).toContain('within 0.041 % of the optimum');
  expect(text.match(/\p{Script=Han}+/gu)).toBeNull();
});

it('where nothing fits, the report names what cannot hold together', async () => {
  const { text } = await docxText({ ...report, answer: { status: 'infeasible', conflict: [{ rule: 'lock', subject: '1' }] } });
  expect(text).toContain('不能同时成立');
  expect(text).toContain('人工锁定转型提升 训练·c');
});

it('the workbook has every park, figures as numbers, and no formula whatever a park is called', async () => {
  const opened = await openWorkbook(await scenarioXlsx(report));
  if (!opened.ok) throw new Error('not a workbook');
  const parks = opened.sheets.find(({ name }) => name === '训练数据 园区');
  expect(parks?.rows.length).toBe(5);
  const column = (number: number) => parks?.rows.slice(2).map((row) => row.cells.get(number));
  const text = (value: string) => ({ kind: 'text', text: value });
  const number = (value: string) => ({ kind: 'number', text: value, percent: false });
  expect(column(7)).toEqual([number('10'), number('10'), text('缺')]);
  expect(column(2)).toContainEqual(text(evil));
  const terms = opened.sheets.find(({ name }) => name.endsWith('各项代价'));
  expect(terms?.rows.at(-1)?.cells.get(4)).toEqual(number('1234.5'));
});

it('the same report gives the same bytes', async () => {
  expect(await scenarioDocx(report)).toEqual(await scenarioDocx(report));
  expect(await scenarioXlsx(report)).toEqual(await scenarioXlsx(report));
});
