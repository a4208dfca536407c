// The plan as it travels and as the engine knows it are the same file format, zhenghe-plan/1. On the wire an optional field
// may be there and undefined, and lists may be changed in place; the engine knows neither. Turned over here, field by field.
import type { Finding, Place } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import type { PlanDetail } from './shapes.ts';

export type WirePlan = PlanDetail['plan'];
type WireFinding = PlanDetail['check']['findings'][number];

export function fromWire({ source, ...plan }: WirePlan): Plan {
  return {
    ...plan,
    ...(source === undefined ? {} : { source }),
    parks: plan.parks.map(({ convertsTo, receivedBy, ...park }) => ({
      ...park,
      ...(convertsTo === undefined ? {} : { convertsTo }),
      ...(receivedBy === undefined ? {} : { receivedBy }),
    })),
    answers: plan.answers.map(({ paper, by, ...answer }) => ({ ...answer, ...papersOf(paper, by) })),
  };
}

export function toWire(plan: Plan): WirePlan {
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

export function findingFromWire({ where, cells, answer, ...finding }: WireFinding): Finding {
  const answered = answer ? { answer: { text: answer.text, ...papersOf(answer.paper, answer.by) } } : {};
  return { ...finding, ...answered, where: placeFromWire(where), cells: cells.map(placeFromWire) };
}

function placeFromWire({ row, field, ...place }: WireFinding['where']): Place {
  return { ...place, ...(row === undefined ? {} : { row }), ...(field === undefined ? {} : { field }) };
}

function papersOf(paper: string | undefined, by: string | undefined): { readonly paper?: string; readonly by?: string } {
  return { ...(paper === undefined ? {} : { paper }), ...(by === undefined ? {} : { by }) };
}
