// The province's own rules for a place: dates and quotas that hold everywhere alike, whatever a city or county adds.
import type { Day } from '@zhenghe/engine/kernel';
import type { Rule, RuleKind } from '@zhenghe/engine/plans';
import { classOf, type Rulebook, rulesInForce } from '@zhenghe/rulebook';

export type RuleOf<K extends RuleKind> = Extract<Rule, { readonly kind: K }>;

/** Empty on a day before any pack. */
export function provincialRules(rulebook: Rulebook, jurisdiction: string, on: Day): readonly Rule[] {
  const inForce = rulesInForce(rulebook, { on, jurisdiction });
  if (!inForce.ok) return [];
  return inForce.rules.filter((rule) => rulebook.pack(rule.clause.pack)?.head.jurisdiction === '330000');
}

/** The provincial quota of zones for each place; null where none is in force. Read once for each class of places. */
export function provincialQuotas(rulebook: Rulebook, on: Day): (jurisdiction: string) => RuleOf<'zones-within'> | null {
  return byClass((place) => firstOf(provincialRules(rulebook, place, on), isQuota));
}

/** The day by which the province asks a place for its plan; null where no rule in force gives one. */
export function provincialPlanDates(rulebook: Rulebook, on: Day): (jurisdiction: string) => Day | null {
  return byClass((place) => firstOf(provincialRules(rulebook, place, on), isPlanDate)?.due ?? null);
}

function isQuota(rule: Rule): rule is RuleOf<'zones-within'> {
  return rule.kind === 'zones-within';
}

function isPlanDate(rule: Rule): rule is RuleOf<'milestone-by'> {
  return rule.kind === 'milestone-by' && rule.phase === 'plan';
}

function firstOf<R extends Rule>(rules: readonly Rule[], is: (rule: Rule) => rule is R): R | null {
  return rules.find(is) ?? null;
}

function byClass<T>(read: (jurisdiction: string) => T): (jurisdiction: string) => T {
  const known = new Map<string | null, T>();
  return (jurisdiction) => {
    const group = classOf(jurisdiction);
    const held = known.get(group);
    if (held !== undefined) return held;
    const value = read(jurisdiction);
    known.set(group, value);
    return value;
  };
}
