// The form of figures brought in: one figure a line. A table of units by indicators is known by its headings and needs no mapping.
import type { ImportColumn, ImportLayout } from '../imports/index.ts';

const text = (longest: number) => ({ as: 'text', longest }) as const;

const columns: readonly ImportColumn[] = [
  {
    key: 'unit',
    title: { zh: '单位编号', en: 'Unit' },
    form: text(80),
    needed: true,
    synonyms: ['编号', '开发区编号', '园区编号', '单位', '开发区', '行政区划代码', '地区', 'id', 'zone', 'unit'],
    hint: { zh: '名录中的编号，或行政区划代码。', en: 'Its id in the register, or the code of a place.' },
    width: 18,
  },
  {
    key: 'indicator',
    title: { zh: '指标', en: 'Indicator' },
    form: text(120),
    needed: true,
    synonyms: ['指标代码', '指标名称', 'code', 'indicator'],
    hint: { zh: '指标库中的代码或名称。', en: 'Its code or name in the library.' },
    width: 26,
  },
  {
    key: 'period',
    title: { zh: '报告期', en: 'Period' },
    form: text(20),
    needed: true,
    synonyms: ['时期', '期别', '年月', '月份', '年份', 'period'],
    hint: { zh: '2021-05、2021-Q1、2021-H1 或 2021。', en: '2021-05, 2021-Q1, 2021-H1 or 2021.' },
    width: 14,
  },
  {
    key: 'value',
    title: { zh: '数值', en: 'Value' },
    form: text(60),
    synonyms: ['数据', '本期', 'value'],
    hint: { zh: '以指标库的计量单位填写；没有数据写原因，不要写 0。', en: 'In the unit of the library; say why there is none, never 0.' },
    width: 18,
  },
  { key: 'missing', title: { zh: '缺失原因', en: 'Missing' }, form: text(30), synonyms: ['缺报原因', 'missing'], width: 14 },
  {
    key: 'calibre',
    title: { zh: '口径', en: 'Calibre' },
    form: text(120),
    synonyms: ['calibre'],
    hint: { zh: '只在按旧口径填报时写。', en: 'Only for figures under an earlier calibre.' },
    width: 18,
  },
  {
    key: 'source',
    title: { zh: '来源', en: 'Source' },
    form: text(200),
    synonyms: ['依据', '资料来源', '出处', 'source'],
    hint: { zh: '报表、文件或年鉴的名称。省级补录历史数据必填。', en: 'The return, paper or yearbook; needed for figures of history.' },
    width: 36,
  },
];

export const figuresLayout: ImportLayout = [
  {
    key: 'figures',
    title: { zh: '数据', en: 'Figures' },
    about: {
      zh: '每行一个数：单位、指标、报告期、数值。也可用“单位 × 指标”的表，首行为指标。',
      en: 'One figure a line: unit, indicator, period, value. A table of units by indicators is read as well.',
    },
    columns,
  },
];
