// The units that documents write, each as an exact multiple of the base of its dimension. Factors are whole numbers or short decimals:
// the base of areas is a third of a square metre, because a mu is 2000/3 m² (1 km² = 100 公顷 = 1500 亩).
// What only a rule could convert stays apart: 美元 is no 元, 吨标准煤 is neither 吨 nor 千瓦时, 天 is no part of 月.

export const dimensions = [
  'yuan',
  'dollar',
  'area',
  'people',
  'count',
  'mass',
  'coal',
  'energy',
  'volume',
  'carbon',
  'month',
  'day',
  'point',
] as const;
export type Dimension = (typeof dimensions)[number];

export interface Atom {
  /** Null: a bare number, as % and 倍 are. */
  readonly dimension: Dimension | null;
  /** Decimal text; in base units. */
  readonly factor: string;
}

/** 个, 家, 台 … belong to the noun that is counted, not to the figure: one dimension, so that 家 ÷ 个 is a share. 人 is its own. */
const counts = '个 家 名 项 件 台 户 宗 所 次 条 座 处 辆 套 例 起 篇 位 只 种 标箱'.split(' ');

const table: readonly (readonly [Dimension | null, string, string])[] = [
  [null, '1', '1 倍'],
  [null, '0.01', '% 百分点'],
  [null, '0.001', '‰'],
  ['yuan', '1', '元'],
  ['dollar', '1', '美元'],
  ['area', '3', 'm2 平方米'],
  ['area', '2000', '亩 mu'],
  ['area', '30000', '公顷 ha'],
  ['area', '3000000', 'km2 平方公里 平方千米'],
  ['people', '1', '人'],
  ['people', '1', '人次'],
  ['count', '1', counts.join(' ')],
  ['mass', '1', '吨 t'],
  ['mass', '0.001', '千克 公斤 kg'],
  ['coal', '1', '吨标准煤 吨标煤 tce'],
  ['coal', '0.001', '千克标准煤 kgce'],
  ['energy', '1', '千瓦时 度 kWh'],
  ['energy', '1000', '兆瓦时 MWh'],
  ['volume', '1', 'm3 立方米 方'],
  ['carbon', '1', '吨二氧化碳 吨CO2 tCO2'],
  ['month', '12', '年'],
  ['month', '3', '季'],
  ['month', '1', '月'],
  ['day', '1', '天 日'],
  ['point', '1', '分'],
];

export const atoms: ReadonlyMap<string, Atom> = new Map(
  table.flatMap(([dimension, factor, names]) => names.split(' ').map((name): [string, Atom] => [name, { dimension, factor }])),
);

/** What may stand before a unit of its own dimension: 万元, 亿千瓦时, 百万美元. */
export const prefixes: ReadonlyMap<string, string> = new Map([
  ['百万', '1000000'],
  ['千万', '10000000'],
  ['十万', '100000'],
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['亿', '100000000'],
]);
