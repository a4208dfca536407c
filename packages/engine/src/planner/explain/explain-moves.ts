// For a group too large to be solved again for each choice: what a choice costs if all other parks stay as they are.
import type { Plan, PlannedZone } from '../answer.ts';
import { costOf, leadOf } from '../cost.ts';
import type { Instance, Park } from '../instance.ts';
import { ruleBreaks } from '../legal.ts';
import { type Choice, choicesOf } from './explain-choices.ts';
import { type ChoiceCost, cleared, type Work } from './explain-work.ts';

export function movedCosts(work: Work, park: Park): readonly ChoiceCost[] {
  const { instance, solved } = work;
  return choicesOf(work, park).map(({ outcome, lead }): ChoiceCost => {
    const plan = moved(instance, solved, { park, choice: { outcome, lead } });
    const legal = plan !== null && ruleBreaks(instance, plan).length === 0;
    return { outcome, lead, extraCost: legal ? cleared(costOf(instance, plan).cost - solved.cost, solved.cost) : null, proven: false };
  });
}

/** null: the zone lies in another jurisdiction. */
function moved(
  instance: Instance,
  { plan, outcomes }: Plan,
  { park, choice }: { readonly park: Park; readonly choice: Choice },
): Plan | null {
  const left = plan.map((zone) => ({ ...zone, parks: zone.parks.filter((code) => code !== park.code) }));
  const joint = instance.jurisdictions.find(({ joins }) => joins?.includes(park.jurisdiction))?.code;
  const home = plan.some((zone) => zone.jurisdiction === joint) ? (joint ?? '') : park.jurisdiction;
  const target = plan.findIndex((zone) => zone.lead === choice.lead && choice.lead !== park.code);
  if (target >= 0 && plan[target]?.jurisdiction !== home) return null;
  const grown = left.map((zone, at) => (at === target ? { ...zone, parks: [...zone.parks, park.code].sort() } : zone));
  const all = choice.lead === park.code ? [...grown, { jurisdiction: home, lead: park.code, parks: [park.code] }] : grown;
  return {
    plan: all.filter((zone) => zone.parks.length > 0).map((zone) => led(zone, instance)),
    outcomes: { ...outcomes, [park.code]: choice.outcome },
  };
}

function led(zone: PlannedZone, { parks }: Instance): PlannedZone {
  return { ...zone, lead: leadOf(parks.filter(({ code }) => zone.parks.includes(code))).code };
}
