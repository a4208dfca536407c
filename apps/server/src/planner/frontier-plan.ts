// The plan at a point of a frontier: put together again from the groups' points that were kept with the run, and costed anew.
import { costOf, frontierOf, type Instance, NotOnFrontier, type Plan } from '@zhenghe/engine/planner';
import type { Context } from '../platform/api.ts';
import { openHighs } from './highs.ts';
import * as refuse from './refusals.ts';
import { findBeside, findInstance } from './run-queries.ts';
import { oneRun } from './runs.ts';
import type { PiecesOfGroups } from './solving.ts';

export async function frontierPlan(
  context: Pick<Context, 'db'>,
  asked: { readonly id: string; readonly zones: number; readonly detachedPieces: number },
) {
  const run = await oneRun(context, asked.id);
  if (run.kind !== 'frontier') throw refuse.noFrontier();
  const [instance, kept] = [await findInstance(context.db, run), await findBeside(context.db, run.answeredBy ?? run.id)];
  if (instance === null || kept === null) throw refuse.noPoint();
  // Kept by work.ts as solving.ts made it.
  const plan = await planAt(instance, kept as PiecesOfGroups, asked);
  const { cost, terms } = costOf(instance, plan);
  return {
    plan: plan.plan.map((zone) => ({ ...zone, parks: [...zone.parks] })),
    outcomes: { ...plan.outcomes },
    ...{ cost, terms: [...terms] },
  };
}

async function planAt(
  instance: Instance,
  pieces: PiecesOfGroups,
  at: { readonly zones: number; readonly detachedPieces: number },
): Promise<Plan> {
  const nobody = () => Promise.reject(new Error('a kept frontier is not computed again'));
  const desk = { curve: nobody, pieces: (group: { readonly code: string }) => Promise.resolve(pieces[group.code] ?? []), highs: openHighs };
  const frontier = await frontierOf(instance, desk);
  try {
    return frontier.planAt(at);
  } catch (fault) {
    if (fault instanceof NotOnFrontier) throw refuse.noPoint();
    throw fault;
  }
}
