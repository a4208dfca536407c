// Whose land a file or drawing is about, and whether the caller may bring it: a plan by its own place, a layer by its department or above.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { type Actor, actorOf, barredFrom, mayActFor } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import type { Target } from './record.ts';
import * as refuse from './refusals.ts';
import type { BoundedNouns } from './subject.ts';

/** Throws where the plan is not there or may not be changed now. */
export async function placeOf(
  context: Context,
  nouns: BoundedNouns,
  { target, dataset, on }: { readonly target: Target; readonly dataset: Dataset; readonly on: Day },
): Promise<string> {
  if (target.kind === 'layer') return target.jurisdiction;
  const subject = await nouns.plan.find(context.db, target.plan);
  if (!subject || subject.dataset !== dataset) throw refuse.noPlan();
  await nouns.plan.mayChange(context, target.plan, on);
  return subject.jurisdiction;
}

export function actorFor({ caller }: Pick<Context, 'caller'>, jurisdiction: string, dataset: Dataset): Actor {
  const { card } = caller;
  if (!card || !mayActFor(caller, jurisdiction)) throw refuse.notAllowed(refuse.otherPlace);
  const barred = barredFrom(caller, dataset);
  if (barred) throw refuse.notAllowed(barred);
  return actorOf(card);
}
