// One table: kind of rule → its check. A new kind is one function and one line here.
import type { Said } from '../../kernel/index.ts';
import type { PlanContext, Rule, RuleKind } from '../rule.ts';
import type { PlanView } from '../view.ts';
import { withinApprovedArea } from './approved-area.ts';
import type { Check, RuleOf } from './check.ts';
import { districtKeepsNoBody, districtsAtMost } from './districts.ts';
import { growthExplained } from './growth.ts';
import { milestoneBy } from './milestones.ts';
import { abolishedReceivesNothing, outcomeExactlyOne } from './outcomes.ts';
import { provinceZonesAtMost, zonesWithin } from './quota.ts';
import { reducedAtLeast } from './reduction.ts';
import { sumsBalance } from './sums.ts';
import { protectedTownshipNotHosted } from './townships.ts';
import { industriesAtMost, oneBodyPerZone, plateOfHighestLevel } from './zones.ts';

type AnyCheck = (rule: Rule, view: PlanView, context: PlanContext) => readonly Said[];

export const checks: Readonly<Record<RuleKind, AnyCheck>> = {
  'sums-balance': on('sums-balance', sumsBalance),
  'outcome-exactly-one': on('outcome-exactly-one', outcomeExactlyOne),
  'zones-within': on('zones-within', zonesWithin),
  'province-zones-at-most': on('province-zones-at-most', provinceZonesAtMost),
  'districts-at-most': on('districts-at-most', districtsAtMost),
  'district-keeps-no-body': on('district-keeps-no-body', districtKeepsNoBody),
  'growth-explained': on('growth-explained', growthExplained),
  'within-approved-area': on('within-approved-area', withinApprovedArea),
  'industries-at-most': on('industries-at-most', industriesAtMost),
  'reduced-at-least': on('reduced-at-least', reducedAtLeast),
  'milestone-by': on('milestone-by', milestoneBy),
  'protected-township-not-hosted': on('protected-township-not-hosted', protectedTownshipNotHosted),
  'one-body-per-zone': on('one-body-per-zone', oneBodyPerZone),
  'plate-of-highest-level': on('plate-of-highest-level', plateOfHighestLevel),
  'abolished-receives-nothing': on('abolished-receives-nothing', abolishedReceivesNothing),
};

function on<K extends RuleKind>(kind: K, check: Check<K>): AnyCheck {
  return (rule, view, context) => (isOf(rule, kind) ? check(rule, view, context) : []);
}

function isOf<K extends RuleKind>(rule: Rule, kind: K): rule is RuleOf<K> {
  return rule.kind === kind;
}
