// The plan as it travels and as the engine knows it are the same file format, zhenghe-plan/1; only the types differ in
// what may be changed in place. This is the one place that turns one into the other.
import type { Plan } from '@zhenghe/engine/plans';
import type { PlanDetail } from './shapes.ts';

export type WirePlan = PlanDetail['plan'];

export function fromWire(plan: WirePlan): Plan {
  return plan as Plan;
}

export function toWire(plan: Plan): WirePlan {
  return plan as WirePlan;
}
