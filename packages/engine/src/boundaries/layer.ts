// Layers that a plan is checked against (S2-(十三), F07): who owns one, what it means, whether touching it is forbidden.
import type { Bilingual, Citation, Day, Strength } from '../kernel/index.ts';
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

/** How a layer binds: from a check of a pack, with its clause. */
export interface BoundaryRuleBase {
  readonly id: string;
  readonly clause: Citation;
  readonly strength: Strength;
  readonly title: Bilingual;
}

/** A figure no text gives stays null; a setting of the product says so in `defaultOf`. */
export type BoundaryRule = BoundaryRuleBase &
  (
    | {
        readonly kind: 'no-overlap';
        readonly layers: readonly LayerKind[] /** m² below which an overlap is a drawing's noise. */;
        readonly tolerance: string | null;
      }
    | { readonly kind: 'within-layer'; readonly layers: readonly LayerKind[] }
    | { readonly kind: 'declared-area' /** km², as the annex prints. */; readonly digit: string }
    | { readonly kind: 'blocks-apart' }
    | { readonly kind: 'inside-county' }
    | { readonly kind: 'contiguous' /** metres; */; readonly gap: string | null; readonly largestShare: string | null }
    | { readonly kind: 'boundary-growth' }
    | { readonly kind: 'protected-township'; readonly layers: readonly LayerKind[]; readonly maxShare: string | null }
    | { readonly kind: 'reserve-kept'; readonly minShare: string | null }
  );
