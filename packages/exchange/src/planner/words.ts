// Words of the report, and its figures as people print them. Costs are in the one unit of the weights: 亿元, as set by the scenario.
import { type Bilingual, Decimal } from '@zhenghe/engine/kernel';
import type { Level, Outcome, TermCode } from '@zhenghe/engine/planner';

export const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  merge: { zh: '整合优化', en: 'Merge' },
  convert: { zh: '转型提升', en: 'Convert' },
  abolish: { zh: '淘汰撤销', en: 'Abolish' },
};

export const levelWords: Readonly<Record<Level, Bilingual>> = {
  3: { zh: '国家级', en: 'National' },
  2: { zh: '省级', en: 'Provincial' },
  1: { zh: '市县自设', en: 'Local' },
};

export const termWords: Readonly<Record<TermCode, { readonly title: Bilingual; readonly unit: Bilingual; readonly places: number }>> = {
  zone: { title: { zh: '设立开发区', en: 'Keeping zones' }, unit: { zh: '个', en: 'zones' }, places: 0 },
  trim: { title: { zh: '核减受保护土地', en: 'Protected land trimmed' }, unit: { zh: '公顷', en: 'ha' }, places: 2 },
  distance: { title: { zh: '到主园区的距离', en: 'Distance to lead parks' }, unit: { zh: '公里', en: 'km' }, places: 1 },
  detached: { title: { zh: '不相连的片', en: 'Detached pieces' }, unit: { zh: '片', en: 'pieces' }, places: 0 },
  industry: {
    title: { zh: '主导产业之外的产值', en: 'Output outside main industries' },
    unit: { zh: '亿元', en: '100 M yuan' },
    places: 2,
  },
  abolish: { title: { zh: '撤销', en: 'Abolished' }, unit: { zh: '个', en: 'parks' }, places: 0 },
  convert: { title: { zh: '转型', en: 'Converted' }, unit: { zh: '个', en: 'parks' }, places: 0 },
};

export const figureWords = {
  staff: { zh: '人员', en: 'Staff' },
  output: { zh: '分行业产值', en: 'Output by industry' },
  protected: { zh: '受保护面积', en: 'Protected area' },
  point: { zh: '位置', en: 'Place' },
} as const;

export const doneWords = {
  'left-out': { zh: '该项不计', en: 'not counted' },
  'county-median': { zh: '以本县中位数代替', en: 'median of its county stands in' },
} as const;

export const methodWords = {
  tables: { zh: '逐县枚举全部组合', en: 'all subsets of each county' },
  milp: { zh: '大组分支定界', en: 'branch and bound of large groups' },
  columns: { zh: '全省约束下列生成', en: 'columns under provincial rows' },
} as const;

const missing = { zh: '未知', en: 'unknown' };

/** 12,345.6; a figure that is not known is named. */
export function figure(value: number | null, places: number, language: keyof Bilingual): string {
  if (value === null) return missing[language];
  return value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** Two digits, rounded up: what is printed is never closer than what was proven. 0 only where it is 0. */
export function gapText(gap: number): string {
  if (gap === 0) return '0 %';
  return `${new Decimal(gap).times(100).toSignificantDigits(2, Decimal.ROUND_UP).toFixed()} %`;
}
