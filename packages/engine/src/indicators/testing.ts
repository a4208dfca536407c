// Builders for tests of indicators: say what matters, the rest is plain.
import { type Cell, Decimal, type Missing } from '../kernel/index.ts';
import type { Calibre, Indicator } from './indicator.ts';

export const firstCalibre: Calibre = {
  id: 'first',
  from: null,
  title: { zh: '原口径', en: 'as at first' },
  note: null,
  clause: null,
  comparable: true,
};

/** Filed in 万元 each month, summed up; its Chinese name is the code unless told. */
export function anIndicator(code: string, changes: Partial<Indicator> & { readonly zh?: string } = {}): Indicator {
  const { zh = code, ...rest } = changes;
  const derived = (rest.formula ?? null) !== null;
  const words = { zh: '测试', en: 'test' };
  return {
    code,
    name: { zh, en: code.replaceAll('_', ' ') },
    aliases: [],
    meaning: words,
    group: 'scale',
    unit: '万元',
    decimals: 2,
    direction: 'up',
    formula: null,
    numerator: null,
    denominator: null,
    accrual: 'flow',
    gathering: derived ? 'ratio' : 'sum',
    weight: null,
    source: words,
    owner: words,
    frequency: 'month',
    warning: null,
    good: null,
    least: null,
    most: null,
    publication: 'units',
    starred: false,
    calibres: [firstCalibre],
    clause: null,
    note: null,
    mergedInto: null,
    retired: false,
    ...rest,
  };
}

/** Tax in 万元 and land in 亩, value added in 亿元 and area in km², and ratios over them. */
export function someIndicators(): readonly Indicator[] {
  return [
    anIndicator('tax', { zh: '税收' }),
    anIndicator('land', { zh: '用地', unit: '亩', accrual: 'stock' }),
    anIndicator('value_added', { zh: '增加值', unit: '亿元' }),
    anIndicator('area', { zh: '面积', unit: 'km²', accrual: 'stock' }),
    anIndicator('rd_spending', { zh: 'R&D经费' }),
    anIndicator('trade_share', { zh: '外贸占比', unit: '%', gathering: 'none' }),
    anIndicator('tax_per_mu', { zh: '亩均税收', unit: '万元/亩', formula: '税收 / 用地' }),
    anIndicator('value_per_mu', { zh: '亩均增加值', unit: '万元/亩', formula: '增加值 / 面积' }),
    anIndicator('rd_intensity', { zh: '研发强度', unit: '%', formula: '`R&D经费` / 增加值' }),
  ];
}

/** Figures by code as decimal text; what is not named is not filed. */
export function figures(given: Readonly<Record<string, string | Missing>>): (code: string) => Cell<Decimal> | null {
  return (code) => {
    const value = given[code];
    if (value === undefined) return null;
    return typeof value === 'string' ? new Decimal(value) : value;
  };
}
