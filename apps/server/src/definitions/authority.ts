// Who may propose a definition, who may decide on it, and who may take it back. Two people, one unit of the province.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Actor, actorOf, barredFrom, unitOfCard } from '../accounts/index.ts';
import type { Caller, Context } from '../platform/api.ts';
import type { Drafted } from './record.ts';
import * as refuse from './refusals.ts';

const province = '330000';

export interface Hand {
  readonly by: Actor;
  readonly unit: string | null;
  /** The person; the card where there are no people. */
  readonly person: string;
}

/** The caller as one who writes definitions; throws for everybody else, and for demo cards on real records. */
export function handOf({ caller }: Context, dataset: Dataset): Hand {
  const hand = handOrNull(caller);
  if (!hand) throw refuse.provinceOnly();
  const barred = barredFrom(caller, dataset);
  if (barred) throw refuse.notAllowed(barred);
  return hand;
}

/** For looking and checking, which every data set allows. */
export function mustDefine({ caller }: Context): void {
  if (!handOrNull(caller)) throw refuse.provinceOnly();
}

function handOrNull({ card, signedIn }: Caller): Hand | null {
  if (!card || card.jurisdiction !== province || (card.role !== 'province' && card.role !== 'department')) return null;
  return { by: actorOf(card), unit: unitOfCard(card), person: signedIn?.person.id ?? card.id };
}

type Open = Pick<Drafted, 'dataset' | 'decided' | 'person' | 'unit' | 'by'>;

/** Another person, in another office: neither one person with two offices nor two people with one card is two. */
export function isSameHand({ person, by }: Open, hand: Hand): boolean {
  return person === hand.person || by.card === hand.by.card;
}

export function mayDecide({ caller }: Context, drafted: Open): boolean {
  const hand = handOrNull(caller);
  return drafted.decided === null && hand !== null && !isSameHand(drafted, hand) && barredFrom(caller, drafted.dataset) === null;
}

export function mayWithdraw({ caller }: Context, drafted: Open): boolean {
  const hand = handOrNull(caller);
  return drafted.decided === null && hand !== null && hand.unit === drafted.unit && barredFrom(caller, drafted.dataset) === null;
}
