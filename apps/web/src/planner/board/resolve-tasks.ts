// What the thread of the board is asked, and its answers. The thread holds one solution at a time; a question speaks of that one.
import type { Desk, RuleUse } from '@zhenghe/engine/planner';
import { conflicting, type Opened, opened, type Resolved, type Rules, resolved, type Solution } from './resolve.ts';

export type Question =
  | { readonly kind: 'open'; readonly solution: Solution }
  | { readonly kind: 'resolve'; readonly rules: Rules }
  | { readonly kind: 'conflict'; readonly rules: Rules };

export interface Answers {
  readonly open: null;
  readonly resolve: Resolved;
  readonly conflict: readonly RuleUse[];
}

export interface Thread {
  readonly answer: (question: Question) => Promise<Answers[Question['kind']]>;
}

/** One question after the other, so that an answer speaks of the solution opened last before it was asked. */
export function threadOver(desk: Desk): Thread {
  let base: Opened | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (question: Question) => {
    if (question.kind === 'open') {
      base = opened(question.solution);
      return null;
    }
    if (base === null) throw new Error('nothing is solved yet');
    return question.kind === 'resolve' ? resolved(base, question.rules, desk) : conflicting(base, question.rules, desk);
  };
  return {
    answer: (question) => {
      const next = last.then(
        () => answer(question),
        () => answer(question),
      );
      last = next;
      return next;
    },
  };
}
