// A rule is one check of a policy pack with its figures resolved for one day and one place.
// The engine knows the kinds; the packs know the figures, the clause and the strength.
import type { Bilingual, Citation, Day, DecimalText, Strength } from '../kernel/index.ts';

interface RuleBase {
  readonly id: string;
  readonly clause: Citation;
  readonly strength: Strength;
  readonly title: Bilingual;
}

/** Where a zone may count: 'special-city' is 杭州、宁波 本级, 'city' the other nine, 'county' the 90. */
export const jurisdictionClasses = ['special-city', 'city', 'county'] as const;
export type JurisdictionClass = (typeof jurisdictionClasses)[number];

/** A figure the text does not give stays null and is said so; it is never guessed. */
type Unset<T> = T | null;

export type Rule = RuleBase &
  (
    | { readonly kind: 'sums-balance' }
    | { readonly kind: 'outcome-exactly-one' }
    | {
        readonly kind: 'zones-within';
        readonly class: JurisdictionClass;
        readonly min: Unset<number>;
        readonly max: number;
        /** One more where the plan says the county is an 工业强县. */
        readonly extraForIndustrialStrongCounty: number;
      }
    | { readonly kind: 'province-zones-at-most'; readonly max: number }
    | { readonly kind: 'districts-at-most'; readonly max: Unset<number> }
    | { readonly kind: 'district-keeps-no-body' }
    | { readonly kind: 'growth-explained' }
    | { readonly kind: 'within-approved-area' }
    | { readonly kind: 'industries-at-most'; readonly max: number }
    | { readonly kind: 'reduced-at-least'; readonly of: 'bodies' | 'staff'; readonly share: DecimalText }
    | { readonly kind: 'milestone-by'; readonly phase: 'plan' | 'relations' | 'complete'; readonly due: Day }
    | { readonly kind: 'protected-township-not-hosted'; readonly maxShare: Unset<DecimalText> }
    | { readonly kind: 'one-body-per-zone' }
    | { readonly kind: 'plate-of-highest-level' }
    | { readonly kind: 'abolished-receives-nothing' }
  );

export type RuleKind = Rule['kind'];

/** What the checks need to know beyond the plan itself. */
export interface PlanContext {
  readonly class: JurisdictionClass;
  /** Zones counted towards the provincial cap outside this jurisdiction; null where not every other place is known. */
  readonly zonesElsewhere: number | null;
}
