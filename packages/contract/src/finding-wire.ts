// A finding as the engine knows it, from one that travelled: there an optional field may be present and undefined.
import type { Finding, Place } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import type { Finding as FindingShape } from './kernel.ts';

type WireFinding = z.infer<typeof FindingShape>;

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
