// Every plan of a few parks, and a desk for groups that fit tables: what searches are tested against.
import type { Plan, PlannedZone } from '../answer.ts';
import { leadOf } from '../cost.ts';
import type { Desk } from '../desk.ts';
import type { Instance, Outcome, Park } from '../instance.ts';
import { tableCurve, tabled } from '../tables/table-curve.ts';

export const smallDesk: Desk = {
  curve: async (group, prices) => {
    const found = tabled(group);
    if (found === 'no plan') return { code: group.code, points: [], method: 'tables' };
    const curve = found && tableCurve(found, prices);
    if (curve === null) throw new Error('these groups are small');
    return curve;
  },
  pieces: () => Promise.reject(new Error('nobody asks for pieces')),
  highs: () => Promise.reject(new Error('one sum at a time needs no master')),
};

/** Each park in a zone, converted or abolished, zones of any parks: of every jurisdiction by itself, and jointly where one joins all. */
export function everyPlan(instance: Instance): readonly Plan[] {
  const joint = instance.jurisdictions.find((one) => one.joins);
  const alone = instance.jurisdictions.filter((one) => !one.joins);
  const partsOf = (code: string, members: readonly string[]) =>
    ways(instance.parks.filter((park) => members.includes(park.jurisdiction))).map((way) => planOf(code, way));
  const apart = alone
    .map(({ code }) => partsOf(code, [code]))
    .reduce((plans, parts) => plans.flatMap((plan) => parts.map((part) => both(plan, part))));
  return joint ? [...apart, ...partsOf(joint.code, joint.joins ?? [])] : apart;
}

type Way = readonly { readonly parks: readonly Park[]; readonly outcome: Outcome }[];

function ways([first, ...others]: readonly Park[]): readonly Way[] {
  if (first === undefined) return [[]];
  return ways(others).flatMap((way): Way[] => [
    ...(['merge', 'convert', 'abolish'] as const).map((outcome) => [{ parks: [first], outcome }, ...way]),
    ...way.flatMap((zone, at) =>
      zone.outcome === 'merge' ? [way.map((one, other) => (at === other ? { ...zone, parks: [first, ...zone.parks] } : one))] : [],
    ),
  ]);
}

function planOf(jurisdiction: string, way: Way): Plan {
  const zones = way.filter((one) => one.outcome === 'merge');
  return {
    plan: zones.map((zone): PlannedZone => ({ jurisdiction, lead: leadOf(zone.parks).code, parks: zone.parks.map((park) => park.code) })),
    outcomes: Object.fromEntries(way.flatMap(({ parks, outcome }) => parks.map((park) => [park.code, outcome]))),
  };
}

function both(one: Plan, other: Plan): Plan {
  return { plan: [...one.plan, ...other.plan], outcomes: { ...one.outcomes, ...other.outcomes } };
}
