// The plan of a province from the plans of its groups: places become codes again, in an order that does not depend on how it was asked.
import type { Plan, PlannedZone } from '../answer.ts';
import type { Component, GroupPlan } from '../group.ts';
import type { Outcome } from '../instance.ts';

export interface Chosen {
  readonly component: Component;
  readonly plan: GroupPlan;
}

export function planOfChosen(chosen: readonly Chosen[]): Plan {
  const plan = chosen.flatMap(({ component, plan }) =>
    plan.zones.map((zone, at): PlannedZone => {
      const codeOf = (place: number | undefined) => component.group.parks[place ?? -1]?.code ?? '';
      return { jurisdiction: component.jurisdiction.code, lead: codeOf(plan.leads[at]), parks: zone.map(codeOf).sort() };
    }),
  );
  const outcomes = chosen.flatMap(({ component, plan }) =>
    component.group.parks.map((park, place): [string, Outcome] => [park.code, plan.outcomes[place] ?? 'abolish']),
  );
  return {
    plan: plan.sort((a, b) => order(a.jurisdiction, b.jurisdiction) || order(a.lead, b.lead)),
    outcomes: Object.fromEntries(outcomes.sort(([a], [b]) => order(a, b))),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
