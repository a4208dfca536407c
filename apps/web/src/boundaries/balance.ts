// Land balance (F97): blocks by the use their attributes name. A use that is not stated is told apart, never put to the others.
import { areaOf } from '@zhenghe/engine/boundaries';
import { Decimal, type DecimalText } from '@zhenghe/engine/kernel';
import type { Feature } from './shapes.ts';

export const landUses = ['industrial', 'infrastructure', 'public', 'other', 'unstated'] as const;
export type LandUse = (typeof landUses)[number];

/** Words of GB/T 21010 and of surveyors; what none names is other land. */
const wordsOf: readonly (readonly [LandUse, RegExp])[] = [
  ['industrial', /工业|仓储|研发|采矿|厂|industr|warehouse/i],
  ['infrastructure', /基础设施|道路|公路|铁路|交通|管网|水利|供水|供电|电力|污水|公用设施|infrastructure|road|utility/i],
  ['public', /公共|教育|学校|医疗|卫生|文化|体育|机关|绿地|公园|public|school|hospital/i],
];

export function useOf(stated: string | undefined): LandUse {
  const text = stated?.normalize('NFKC').trim() ?? '';
  if (text === '') return 'unstated';
  return wordsOf.find(([, named]) => named.test(text))?.[0] ?? 'other';
}

export interface LandSum {
  readonly use: LandUse;
  readonly count: number;
  /** m² */
  readonly area: DecimalText;
  /** 0…1 of all that was measured. */
  readonly share: DecimalText;
}

export function landBalance(features: readonly Pick<Feature, 'shape' | 'attributes'>[]): readonly LandSum[] {
  const measured = features.map(({ shape, attributes }) => ({ use: useOf(attributes.use), area: new Decimal(areaOf(shape).toFixed(2)) }));
  const total = measured.reduce((sum, { area }) => sum.plus(area), new Decimal(0));
  return landUses.flatMap((use) => {
    const own = measured.filter((one) => one.use === use);
    if (own.length === 0) return [];
    const area = own.reduce((sum, one) => sum.plus(one.area), new Decimal(0));
    return [{ use, count: own.length, area: area.toFixed(2), share: total.isZero() ? '0' : area.div(total).toFixed(6) }];
  });
}
