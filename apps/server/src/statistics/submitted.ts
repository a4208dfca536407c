// When a filing was handed in first: that day decides whether it was late; a later correction does not.
import type { Day } from '@zhenghe/engine/kernel';
import type { Stands } from './standing.ts';

export function firstHandedOn({ actions }: Pick<Stands, 'actions'>): Day | null {
  return actions.find(({ kind }) => kind === 'submit')?.on ?? null;
}
