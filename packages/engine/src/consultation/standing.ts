// Where a round stands: its comments with their answers, and from them and a day its state. Nothing here is stored.
import type { Day } from '../kernel/index.ts';
import type { CommentOutcome, RoundState, RoundTerms } from './round.ts';

export interface CommentStanding {
  readonly id: string;
  readonly unit: string | null;
  readonly on: Day;
  /** How often it came in, word for word. */
  readonly times: number;
  readonly needsAnswer: boolean;
  /** The newest answer; earlier ones stay in the record. */
  readonly answer: { readonly outcome: CommentOutcome; readonly version: number | null; readonly on: Day } | null;
  readonly withheld: boolean;
}

export interface RoundStanding {
  readonly terms: RoundTerms;
  readonly begun: boolean;
  readonly comments: readonly CommentStanding[];
  /** Ended before its day. */
  readonly endedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly purgedOn: Day | null;
  readonly seen: number;
  readonly lastDay: Day;
}

export function newRound(terms: RoundTerms): RoundStanding {
  const nothing = { endedOn: null, publishedOn: null, purgedOn: null };
  return { terms, begun: false, comments: [], ...nothing, seen: 0, lastDay: terms.opensOn };
}

/** The same record is open on one day and closed on the next: no action closes it. */
export function roundStateOn(standing: RoundStanding, day: Day): RoundState {
  if (standing.publishedOn !== null) return 'published';
  if (isOpen(standing, day)) return 'open';
  return unanswered(standing).length > 0 ? 'closed' : 'answered';
}

export function isOpen({ publishedOn, endedOn, terms }: Omit<RoundStanding, 'comments'>, day: Day): boolean {
  return publishedOn === null && endedOn === null && day <= terms.closesOn;
}

/** The last day of the round: the one that was set, or the day it was ended before that. */
export function lastOpenDay({ endedOn, terms }: Pick<RoundStanding, 'endedOn' | 'terms'>): Day {
  return endedOn ?? terms.closesOn;
}

export function unanswered({ comments }: RoundStanding): readonly CommentStanding[] {
  return comments.filter(({ needsAnswer, answer }) => needsAnswer && answer === null);
}

/** Units that were asked and have answered; no opinion is an answer. */
export function unitsHeard({ terms, comments }: RoundStanding): readonly string[] {
  return terms.asked.filter((unit) => comments.some((comment) => comment.unit === unit));
}

/** waiting: there is time; late: it is over; silent: the answers came out without it. */
export function askedStanding(standing: RoundStanding, unit: string, day: Day): 'waiting' | 'late' | 'given' | 'silent' {
  if (unitsHeard(standing).includes(unit)) return 'given';
  const state = roundStateOn(standing, day);
  if (state === 'published') return 'silent';
  return state === 'open' ? 'waiting' : 'late';
}

/** While it is open the subject stands still; until all is answered it is not handed in. */
export function holdsBack(standing: RoundStanding, day: Day): 'open' | 'unanswered' | null {
  const state = roundStateOn(standing, day);
  if (state === 'open') return 'open';
  return state === 'closed' ? 'unanswered' : null;
}
