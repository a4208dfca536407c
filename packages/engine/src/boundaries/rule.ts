// A rule about boundaries: one check of a policy pack with its figures resolved. A figure that no text gives is null, and the check then
// answers unknown; where the product sets one of its own, the pack that carries it says so.
import type { Bilingual, Citation, DecimalText, Strength } from '../kernel/index.ts';
import type { LayerKind } from './layer.ts';

interface RuleBase {
  readonly id: string;
  readonly clause: Citation;
  readonly strength: Strength;
  readonly title: Bilingual;
}

export type BoundaryRule = RuleBase &
  (
    | { readonly kind: 'declared-area' /** km²; 0.01 as annex 1 prints. */; readonly digit: DecimalText }
    | { readonly kind: 'blocks-apart' }
    | { readonly kind: 'inside-county' }
    | {
        readonly kind: 'no-overlap';
        readonly layers: readonly LayerKind[] /** m²; up to here it is a drawing's noise. */;
        readonly tolerance: DecimalText;
      }
    | { readonly kind: 'within-layer'; readonly layer: LayerKind /** m² */; readonly tolerance: DecimalText }
    | { readonly kind: 'contiguous' /** m */; readonly gap: DecimalText | null /** 0…1 */; readonly largestShare: DecimalText | null }
    | { readonly kind: 'boundary-growth' /** m² */; readonly tolerance: DecimalText }
    | { readonly kind: 'protected-township' /** 0…1 */; readonly maxShare: DecimalText | null }
    | { readonly kind: 'reserve-kept' /** 0…1 of the zone. */; readonly minShare: DecimalText | null }
  );

export type BoundaryRuleKind = BoundaryRule['kind'];
