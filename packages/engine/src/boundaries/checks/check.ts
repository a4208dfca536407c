// The form every boundary check takes: a rule and what was measured in; what there is to say out.
import type { Bilingual, Place, Said } from '../../kernel/index.ts';
import type { BoundaryInput } from '../check-boundaries.ts';
import type { ShapeFinding } from '../finding.ts';
import type { LayerKind } from '../layer.ts';
import type { BoundaryReport, LayerMet } from '../report.ts';
import type { BoundaryRule, BoundaryRuleKind } from '../rule.ts';
import type { Shape } from '../shape.ts';

export interface Measured extends Pick<BoundaryReport, 'blocks' | 'pieces' | 'neighbours' | 'growth' | 'townships'> {
  readonly input: BoundaryInput;
  readonly problems: readonly ShapeFinding[];
  readonly overlaps: readonly LayerMet[];
  /** For each layer that land must lie within: what of each block lies outside. */
  readonly beyond: ReadonlyMap<LayerKind, ReadonlyMap<string, Shape>>;
}

export type RuleOf<K extends BoundaryRuleKind> = Extract<BoundaryRule, { readonly kind: K }>;
export type Check<K extends BoundaryRuleKind> = (rule: RuleOf<K>, measured: Measured) => readonly Said[];

export const layerNames: Readonly<Record<LayerKind, Bilingual>> = {
  ecology: { zh: '生态保护红线', en: 'ecological red line' },
  farmland: { zh: '永久基本农田', en: 'permanent basic farmland' },
  water: { zh: '水源保护区', en: 'water source protection area' },
  urban: { zh: '城镇开发边界', en: 'urban development boundary' },
  bluegreen: { zh: '蓝绿控制线', en: 'blue-green control line' },
  facilities: { zh: '公共设施控制线', en: 'public facility control line' },
  reserve: { zh: '留白', en: 'land kept in reserve' },
  approved: { zh: '核准四至', en: 'approved boundary' },
  township: { zh: '乡镇（街道）界', en: 'township limits' },
  parcels: { zh: '地块', en: 'parcels' },
  barrier: { zh: '隔断', en: 'barriers' },
};

export const whole: Place = { table: 'boundaries', label: '边界 Boundaries' };

export function blockPlace(measured: Pick<Measured, 'input'>, code: string, field = 'boundary'): Place {
  const block = measured.input.blocks.find((known) => known.code === code);
  return { table: 'blocks', row: code, field, label: block?.name ?? code };
}

export function zonePlace({ input }: Pick<Measured, 'input'>, code: string): Place {
  return { table: 'zones', row: code, field: 'boundary', label: input.zoneNames?.[code] ?? code };
}

/** No block has a boundary yet, so nothing can be measured. */
export function nothingDrawn(measured: Measured): readonly Said[] | null {
  if (measured.input.features.length > 0) return null;
  const message = { zh: '方案还没有边界，无法判断。', en: 'The plan has no boundaries yet, so nothing can be told.' };
  return [
    { outcome: 'unknown', where: whole, cells: [whole], message, mend: { zh: '上传或绘制边界。', en: 'Upload or draw the boundaries.' } },
  ];
}

/** m² as a reader prints it: hectares from one tenth on, below it square metres. */
export function areaWords(squareMetres: string): string {
  const value = Number(squareMetres);
  return value >= 1000 ? `${(value / 10_000).toFixed(value >= 100_000 ? 2 : 4)} ha` : `${squareMetres} m²`;
}
