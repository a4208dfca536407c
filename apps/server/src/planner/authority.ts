// Who writes a scenario: the plan office of its own place, the province's for the whole. Demo cards leave real records alone.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Actor, actorOf, barredFrom, mayActOn } from '../accounts/index.ts';
import type { Caller } from '../platform/api.ts';
import * as refuse from './refusals.ts';

interface Of {
  readonly scope: string;
  readonly dataset: Dataset;
}

export function mayChange(caller: Caller, { scope, dataset }: Of): boolean {
  return mayActOn(caller, 'planner.save', scope) && barredFrom(caller, dataset) === null;
}

/** Throws the reason why the caller may not. */
export function writerOf(caller: Caller, { scope, dataset }: Of): Actor {
  const { card } = caller;
  if (!card || !mayActOn(caller, 'planner.save', scope)) throw refuse.notAllowed(refuse.otherPlace);
  const barred = barredFrom(caller, dataset);
  if (barred) throw refuse.notAllowed(barred);
  return actorOf(card);
}
