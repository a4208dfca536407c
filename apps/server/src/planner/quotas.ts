// How many zones a place may form, by the rules in force there (S2-二(二)整合优化, S1-一(二)): the strictest ceiling; no floor, as “允许”
// sets none.
import type { Day } from '@zhenghe/engine/kernel';
import { type Rulebook, rulesInForce } from '@zhenghe/rulebook';
import type { Quota } from './instance.ts';

export interface QuotasAsked {
  readonly on: Day;
  readonly places: readonly string[];
  /** Places whose plan says that they are industrial strong counties. */
  readonly strong: ReadonlySet<string>;
}

/** Absent where no rule in force gives a quota. */
export function quotasOf(rulebook: Rulebook, { on, places, strong }: QuotasAsked): ReadonlyMap<string, Quota> {
  return new Map(
    places.flatMap((place) => {
      const inForce = rulesInForce(rulebook, { on, jurisdiction: place });
      const ceilings = (inForce.ok ? inForce.rules : []).flatMap((rule) =>
        rule.kind === 'zones-within' ? [rule.max + (strong.has(place) ? rule.extraForIndustrialStrongCounty : 0)] : [],
      );
      return ceilings.length === 0 ? [] : [[place, { min: 0, max: Math.min(...ceilings) }] as const];
    }),
  );
}
