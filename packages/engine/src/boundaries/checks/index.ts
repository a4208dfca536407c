// Every kind of boundary rule and what checks it.
import type { Said } from '../../kernel/index.ts';
import type { BoundaryRule, BoundaryRuleKind } from '../rule.ts';
import { blocksApart, declaredArea, insideCounty } from './areas.ts';
import type { Check, Measured, RuleOf } from './check.ts';
import { boundaryGrowth, contiguous, protectedTownship } from './land.ts';
import { noOverlap, reserveKept, withinLayer } from './layers.ts';

type AnyCheck = (rule: BoundaryRule, measured: Measured) => readonly Said[];

export const checks: Readonly<Record<BoundaryRuleKind, AnyCheck>> = {
  'declared-area': on('declared-area', declaredArea),
  'blocks-apart': on('blocks-apart', blocksApart),
  'inside-county': on('inside-county', insideCounty),
  'no-overlap': on('no-overlap', noOverlap),
  'within-layer': on('within-layer', withinLayer),
  contiguous: on('contiguous', contiguous),
  'boundary-growth': on('boundary-growth', boundaryGrowth),
  'protected-township': on('protected-township', protectedTownship),
  'reserve-kept': on('reserve-kept', reserveKept),
};

function on<K extends BoundaryRuleKind>(kind: K, check: Check<K>): AnyCheck {
  return (rule, measured) => (isOf(rule, kind) ? check(rule, measured) : []);
}

function isOf<K extends BoundaryRuleKind>(rule: BoundaryRule, kind: K): rule is RuleOf<K> {
  return rule.kind === kind;
}

export { layerNames, type Measured } from './check.ts';
