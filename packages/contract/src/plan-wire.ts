// The plan as it travels and as the engine knows it are the same file format, zhenghe-plan/1. On the wire an optional field
// may be there and undefined, and lists may be changed in place; the engine knows neither. Turned over here, field by field.
import type { Plan } from '@zhenghe/engine/plans';
import type { z } from 'zod';
import type { Plan as PlanShape } from './plans.ts';

export type WirePlan = z.infer<typeof PlanShape>;

export function planFromWire({ source, boundaries, ...plan }: WirePlan): Plan {
  return {
    ...plan,
    ...(source === undefined ? {} : { source }),
    ...(boundaries === undefined ? {} : { boundaries }),
    parks: plan.parks.map(({ convertsTo, receivedBy, ...park }) => ({
      ...park,
      ...(convertsTo === undefined ? {} : { convertsTo }),
      ...(receivedBy === undefined ? {} : { receivedBy }),
    })),
    answers: plan.answers.map(({ paper, by, ...answer }) => ({
      ...answer,
      ...(paper === undefined ? {} : { paper }),
      ...(by === undefined ? {} : { by }),
    })),
  };
}

export function planToWire(plan: Plan): WirePlan {
  return {
    ...plan,
    parks: plan.parks.map((park) => ({ ...park, outcomes: [...park.outcomes] })),
    zones: plan.zones.map((zone) => ({ ...zone, plates: [...zone.plates], industries: [...zone.industries] })),
    parts: plan.parts.map((part) => ({ ...part, entrustedTo: [...part.entrustedTo] })),
    blocks: [...plan.blocks],
    sums: plan.sums.map((sum) => ({ ...sum, parts: [...sum.parts] })),
    townships: [...plan.townships],
    milestones: [...plan.milestones],
    answers: [...plan.answers],
  };
}
