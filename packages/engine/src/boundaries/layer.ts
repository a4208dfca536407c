// Layers that a plan is checked against (S2-(十三), F07): who owns one, what it means, whether touching it is forbidden.
import type { Bilingual, Day } from '../kernel/index.ts';
import type { Feature } from './shape.ts';

/**
 * ecology 生态保护红线, farmland 永久基本农田, water 水源保护区, urban 城镇开发边界, bluegreen 蓝绿控制线, facilities 公共设施控制线,
 * reserve 留白, approved 核准四至, township 乡镇界, parcels 地块 (F11, F97), barrier 隔断(河、铁路、高速).
 */
export const layerKinds = [
  'ecology',
  'farmland',
  'water',
  'urban',
  'bluegreen',
  'facilities',
  'reserve',
  'approved',
  'township',
  'parcels',
  'barrier',
] as const;
export type LayerKind = (typeof layerKinds)[number];

/** 生态红线、基本农田、水源地等保护区域, S2-(十三). */
export const protectedKinds = ['ecology', 'farmland', 'water'] as const;

export interface LayerVersion {
  readonly id: string;
  readonly kind: LayerKind;
  readonly title: Bilingual;
  readonly jurisdiction: string;
  /** Department that owns it. */
  readonly owner: Bilingual;
  readonly source: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly sha256: string;
  readonly features: readonly Feature[];
}
