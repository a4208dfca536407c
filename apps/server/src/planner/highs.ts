// HiGHS as the engine asks for it. Loading takes a moment, and one is enough for a thread.
import type { Highs, HighsAnswer } from '@zhenghe/engine/planner';
import load from 'highs';

let opened: Promise<Highs> | null = null;

export function openHighs(): Promise<Highs> {
  const opening = opened ?? open();
  opened = opening;
  return opening;
}

async function open(): Promise<Highs> {
  const highs = await load();
  // Of the answers that its types tell apart, those are read here that all have.
  return { solve: (model, options = {}) => highs.solve(model, options) as HighsAnswer };
}
