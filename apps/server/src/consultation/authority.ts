// Who sees a round, who sees what was said in it before it is published, and who answers it.
import type { Day } from '@zhenghe/engine/kernel';
import { type Actor, actorOf, barredFrom, mayActFor, mayActOn, unitOfCard } from '../accounts/index.ts';
import type { Caller, Context } from '../platform/api.ts';
import type { RoundHead } from './record.ts';
import * as refuse from './refusals.ts';

type Whose = Pick<RoundHead, 'kind' | 'jurisdiction' | 'asked'>;

/** Public rounds are seen by everybody; rounds of units by those asked, the drafting unit and those above it. */
export function maySee(caller: Caller, head: Whose): boolean {
  return head.kind === 'public' || isInside(caller, head) || isAsked(caller, head);
}

/** The drafting government and those above it read what came in before it is published; bureaus and companies of the place do not. */
export function isInside(caller: Caller, { jurisdiction }: Whose): boolean {
  const { card } = caller;
  return card !== null && unitOfCard(card) === card.jurisdiction && mayActFor(caller, jurisdiction);
}

export function isAsked({ card }: Caller, { asked }: Whose): boolean {
  const unit = unitOfCard(card);
  return unit !== null && asked.some(({ id }) => id === unit);
}

export function answers(caller: Caller, { jurisdiction }: Whose): boolean {
  return mayActOn(caller, 'consultation.answer', jurisdiction);
}

type Step = 'begin' | 'end' | 'answer' | 'withhold' | 'publish';

/** The drafting unit; throws for everybody else, and for demo cards on real records. */
export function drafterFor({ caller }: Context, step: Step, head: Pick<RoundHead, 'jurisdiction' | 'dataset'>): Actor {
  const { card } = caller;
  if (!card || !mayActOn(caller, `consultation.${step}`, head.jurisdiction)) throw refuse.otherPlace();
  mustBeOurs(caller, head);
  return actorOf(card);
}

export function mustBeOurs(caller: Caller, { dataset }: Pick<RoundHead, 'dataset'>): void {
  const barred = barredFrom(caller, dataset);
  if (barred) throw refuse.notAllowed(barred.zh, barred.en);
}

/** In production nobody chooses the day on which a thing is done: it is today. The training province has days of its own. */
export function dayOf({ caller, today }: Context, on: Day): Day {
  if (caller.profile === 'production' && on !== today) throw refuse.otherDay(today);
  return on;
}
