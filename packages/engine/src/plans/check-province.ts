// Every plan of the province at once: each is checked with the zones of all the others counted towards the cap.
import { checkPlan, type PlanCheck } from './check-plan.ts';
import type { Plan } from './plan.ts';
import type { JurisdictionClass, Rule } from './rule.ts';

/** One answer a plan, in the order given. */
export function checkProvince(
  plans: readonly Plan[],
  rulesOf: (plan: Plan) => readonly Rule[],
  classOf: (plan: Plan) => JurisdictionClass,
): readonly PlanCheck[] {
  const zones = plans.reduce((count, plan) => count + plan.zones.length, 0);
  return plans.map((plan) => checkPlan(plan, rulesOf(plan), { class: classOf(plan), zonesElsewhere: zones - plan.zones.length }));
}
