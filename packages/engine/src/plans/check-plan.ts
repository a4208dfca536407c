// Checks a plan against the rules in force: structure first, then every rule in order; every finding is gathered.
// It reads nothing but its arguments, so the browser, the server and the command line give the same answer.
import { type Finding, findingOf } from '../kernel/index.ts';
import { checks } from './checks/index.ts';
import type { Plan } from './plan.ts';
import { problemsOf } from './problems.ts';
import type { PlanContext, Rule } from './rule.ts';
import { type PlanTotals, totalsOf } from './totals.ts';
import { viewOf } from './view.ts';

/** The contract's CheckResult without the packs and the day. */
export interface PlanCheck {
  readonly totals: PlanTotals;
  readonly findings: readonly Finding[];
}

export function checkPlan(plan: Plan, rules: readonly Rule[], context: PlanContext): PlanCheck {
  const view = viewOf(plan);
  const found = rules.flatMap((rule) => checks[rule.kind](rule, view, context).map((said) => findingOf(rule, said, plan.answers)));
  return { totals: totalsOf(view), findings: [...problemsOf(view), ...found] };
}
