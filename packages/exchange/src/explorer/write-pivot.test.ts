// A view that leaves the house says what it is, where it comes from and whether it is invented, on every sheet; figures stay exact.
import type { PivotAnswer } from '@zhenghe/contract/explorer';
import { describe, expect, it } from 'vitest';
import { openWorkbook, unpack } from '../kernel/index.ts';
import { type PivotExport, pivotCsv, pivotJson, pivotXlsx } from './index.ts';

const words = (text: string) => ({ zh: text, en: text });
const answer: PivotAnswer = {
  indicators: [
    {
      ...{
        code: 'tax',
        name: { zh: '税收收入', en: 'Tax revenue' },
        unit: '万元',
        decimals: 2,
        gathering: 'sum',
        direction: 'up',
        starred: false,
      },
      breaks: [{ period: '2021', from: words('旧'), to: words('新'), bridged: false }],
      carrying: words('按合计'),
    },
  ],
  periods: ['2020', '2021'],
  notes: ['partial', 'carried', 'not-comparable', 'bridged', 'break'],
  rows: [
    {
      key: 'z1',
      kind: 'unit',
      name: "=cmd|'/C calc'!A0",
      place: '浦江县',
      cells: [
        ['1234.50', 1, 1, 0],
        [null, 0, 1, 0, 'secret'],
      ],
    },
    {
      key: 'all',
      kind: 'total',
      name: '合计',
      place: null,
      cells: [
        ['123456789012345.67', 1, 2, 3],
        ['0', 1, 1, 0],
      ],
    },
  ],
  ...{ publication: 42, units: 2, problems: [words('一次合并没有份额，未换算')] },
};
const view: PivotExport = {
  ...{
    answer,
    dataset: 'training',
    language: 'zh',
    title: words('税收'),
    address: 'https://zhenghe.example/explorer?indicators=tax',
    on: '2021-06-10',
  },
  meta: [
    {
      code: 'tax',
      meaning: words('全部税收'),
      calibre: words('规上'),
      source: words('税务月报'),
      owner: words('税务局'),
      clause: 'S2-(十六)',
      approved: { on: '2021-05-20', by: words('省统计') },
    },
  ],
  asked: [{ title: words('行'), value: words('单位') }],
};

describe('a workbook', () => {
  it('has the mark on every sheet, the figures as numbers, long ones whole, and the metadata', async () => {
    const opened = await openWorkbook(await pivotXlsx(view));
    if (!opened.ok) throw new Error('does not open');
    const texts = opened.sheets.map(({ rows }) => rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)));
    expect(opened.sheets.map(({ name }) => name)).toEqual(['数据', '缺失与说明', '元数据']);
    for (const [first] of texts) expect(first?.[0]).toContain('训练数据');
    expect(texts[0]?.slice(1)).toEqual([
      ['税收收入（万元）', '税收收入（万元）'],
      ['代码', '名称', '2020', '2021'],
      ['z1', "'=cmd|'/C calc'!A0", '1234.5', '保密'],
      ['all', '合计', '123456789012345.67', '0'],
    ]);
    expect(texts[1]?.slice(2).map((row) => row.slice(2))).toEqual([
      ['税收收入', '2021', '保密', '0', '1', ''].filter((text) => text !== ''),
      ['税收收入', '2020', '1', '2', '不完整、经合并换算'],
    ]);
    const meta = JSON.stringify(texts[2]);
    for (const said of [
      '42',
      'https://zhenghe.example/explorer?indicators=tax',
      '全部税收',
      '规上',
      '税务月报',
      'S2-(十六)',
      '2021-05-20 省统计',
      '一次合并没有份额',
    ]) {
      expect(meta).toContain(said);
    }
  });

  it('holds no formula, gives the same bytes, and real figures carry no mark', async () => {
    const bytes = await pivotXlsx(view);
    expect(Buffer.from(await pivotXlsx(view)).equals(Buffer.from(bytes))).toBe(true);
    const unpacked = await unpack(bytes);
    const xml = unpacked.ok
      ? [...unpacked.parts]
          .filter(([name]) => name.includes('worksheets/'))
          .map(([, part]) => part.toString('utf8'))
          .join()
      : '';
    expect(xml).not.toMatch(/<f[ >]/);
    expect(JSON.stringify(await openWorkbook(await pivotXlsx({ ...view, dataset: 'real' })))).not.toContain('训练');
  });
});

describe('CSV', () => {
  it('is one figure a line under its metadata, each line marked, and runs nothing', () => {
    const text = Buffer.from(pivotCsv(view)).toString('utf8');
    const lines = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(lines[0]).toContain('训练数据');
    expect(lines.filter((line) => line.startsWith('训练数据,'))).toEqual([
      "训练数据,z1,'=cmd|'/C calc'!A0,unit,浦江县,tax,税收收入,万元,2020,1234.50,,1,1,",
      "训练数据,z1,'=cmd|'/C calc'!A0,unit,浦江县,tax,税收收入,万元,2021,,保密,0,1,",
      '训练数据,all,合计,total,,tax,税收收入,万元,2020,123456789012345.67,,1,2,不完整、经合并换算',
      '训练数据,all,合计,total,,tax,税收收入,万元,2021,0,,1,1,',
    ]);
    expect(text).toContain('公布序号: 42');
  });
});

describe('JSON', () => {
  it('keeps decimals as text, reasons, the publication and the mark', () => {
    const file = JSON.parse(Buffer.from(pivotJson(view)).toString('utf8'));
    expect(file).toMatchObject({ format: 'zhenghe-figures/1', training: true, publication: 42, address: view.address });
    expect(file.indicators[0]).toMatchObject({ code: 'tax', source: words('税务月报') });
    expect(file.figures[1]).toMatchObject({ unit: 'z1', period: '2021', value: null, missing: 'secret' });
    expect(file.figures[2].value).toBe('123456789012345.67');
  });
});
