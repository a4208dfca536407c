// A round of consultation (征求意见, F105–F106): which kinds there are, where one stands, and what was done in it, in order.
// It knows no business noun, no clock and no law: the length that is asked for is handed in.
import type { Day } from '../kernel/index.ts';

export const roundKinds = ['internal', 'public'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** open: comments are taken; closed: they are being answered; answered: all are; published: the answer table is out. */
export const roundStates = ['open', 'closed', 'answered', 'published'] as const;
export type RoundState = (typeof roundStates)[number];

export const commentOutcomes = ['adopted', 'partly', 'not'] as const;
export type CommentOutcome = (typeof commentOutcomes)[number];

export const roundActionKinds = ['begin', 'comment', 'answer', 'withhold', 'end', 'publish', 'purge'] as const;
export type RoundActionKind = (typeof roundActionKinds)[number];

/** What does not change once a round has begun. */
export interface RoundTerms {
  readonly kind: RoundKind;
  /** The one version of the subject that is consulted on. */
  readonly version: number;
  readonly opensOn: Day;
  /** The last day on which comments are taken. */
  readonly closesOn: Day;
  /** The unit that drafts the subject, and answers. */
  readonly drafter: string;
  /** Internal rounds: the units asked. */
  readonly asked: readonly string[];
}

export interface RoundAction {
  readonly kind: RoundActionKind;
  readonly on: Day;
  /** The unit that did it; null for a citizen, and for the product itself when it purges. */
  readonly unit: string | null;
  /** The comment it makes or speaks of. A citizen's comment that names an earlier one says the same once more. */
  readonly comment?: string | undefined;
  /** A unit's bare stance without a word: there is nothing to answer. */
  readonly wordless?: boolean | undefined;
  readonly outcome?: CommentOutcome | undefined;
  /** The version that took the comment up. */
  readonly version?: number | undefined;
}

/** Thrown when a stored round holds a step that was not possible: our bug, never a user's mistake. */
export class RoundFault extends Error {}
