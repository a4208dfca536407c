// Which parks a zone takes in: those with a block in it or received by it, unless they are abolished or converted away.
import type { PlanPark, PlanZone } from '../plan.ts';
import type { PlanView } from '../view.ts';

export interface Carried {
  readonly parks: readonly PlanPark[];
  /** Parks in the zone whose outcome is not settled, so that it cannot be said whether they are taken in. */
  readonly undecided: readonly PlanPark[];
}

export function carriedInto(zone: PlanZone, view: PlanView): Carried {
  const withBlock = new Set((view.blocksOfZone.get(zone.code) ?? []).map((block) => block.park));
  const inZone = view.plan.parks.filter((park) => withBlock.has(park.code) || park.receivedBy === zone.code);
  const settled = inZone.filter((park) => park.outcomes.length === 1);
  return {
    parks: settled.filter((park) => park.outcomes.includes('merge') || park.outcomes.includes('create')),
    undecided: inZone.filter((park) => park.outcomes.length !== 1),
  };
}
