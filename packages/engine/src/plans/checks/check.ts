// The form every check takes: a rule, the indexed plan and its surroundings in; what there is to say out.
import type { Place, Said } from '../../kernel/index.ts';
import type { PlanContext, Rule, RuleKind } from '../rule.ts';
import type { PlanView } from '../view.ts';

export type RuleOf<K extends RuleKind> = Extract<Rule, { readonly kind: K }>;

export type Check<K extends RuleKind> = (rule: RuleOf<K>, view: PlanView, context: PlanContext) => readonly Said[];

export function names(places: readonly Place[]): readonly string[] {
  return places.map((place) => place.label);
}
