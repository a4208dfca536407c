// What travels as the engine knows it: the plan by the contract's own turning, findings here.
import type { Finding, Place } from '@zhenghe/engine/kernel';
import type { PlanDetail } from './shapes.ts';

export { planFromWire as fromWire, planToWire as toWire } from '@zhenghe/contract/plan-wire';

type WireFinding = PlanDetail['check']['findings'][number];

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
