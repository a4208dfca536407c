// Folds the actions of a round, oldest first. A step that was not possible when it was taken is our fault, and is thrown.
import type { Day } from '../kernel/index.ts';
import { type RoundAction, type RoundActionKind, RoundFault, type RoundTerms } from './round.ts';
import { type CommentStanding, isOpen, newRound, type RoundStanding, roundStateOn, unanswered } from './standing.ts';

/** What keeps a step from being taken; null when nothing does. */
export type RoundProblem =
  | { readonly kind: 'not-begun' | 'begun' | 'over' | 'still-open' | 'not-asked' | 'not-drafter' | 'published' }
  | { readonly kind: 'day-back'; readonly last: Day }
  | { readonly kind: 'no-comment' | 'nothing-to-answer' | 'already-withheld' | 'only-public' | 'already-purged' | 'twice' }
  | { readonly kind: 'no-outcome' | 'version-of-nothing' }
  | { readonly kind: 'older-version'; readonly version: number }
  | { readonly kind: 'unanswered'; readonly count: number };

export function roundStanding(terms: RoundTerms, actions: readonly RoundAction[]): RoundStanding {
  return closed(actions.reduce(taken, opened(newRound(terms))));
}

export function afterRoundAction(before: RoundStanding, action: RoundAction): RoundStanding {
  return closed(taken(opened(before), action));
}

export function roundProblem(standing: RoundStanding, action: RoundAction): RoundProblem | null {
  return problemIn(opened(standing), action);
}

/** A standing under way. Its comments are the fold's own and changed in place: copying thousands at each step takes their square. */
interface Folding extends Omit<RoundStanding, 'comments'> {
  readonly comments: Map<string, CommentStanding>;
}

function opened(standing: RoundStanding): Folding {
  return { ...standing, comments: new Map(standing.comments.map((comment) => [comment.id, comment])) };
}

function closed(folding: Folding): RoundStanding {
  return { ...folding, comments: [...folding.comments.values()] };
}

function taken(before: Folding, action: RoundAction): Folding {
  const problem = problemIn(before, action);
  if (problem) throw new RoundFault(`${action.kind} on ${action.on}: ${problem.kind}`);
  return { ...effects[action.kind](before, action), seen: before.seen + 1, lastDay: action.on };
}

function problemIn(standing: Folding, action: RoundAction): RoundProblem | null {
  if (action.kind === 'begin') return standing.begun ? { kind: 'begun' } : null;
  if (!standing.begun) return { kind: 'not-begun' };
  if (action.on < standing.lastDay) return { kind: 'day-back', last: standing.lastDay };
  if (!open.has(action.kind) && action.unit !== standing.terms.drafter) return { kind: 'not-drafter' };
  return problems[action.kind](standing, action);
}

/** Steps that others than the drafting unit take. */
const open: ReadonlySet<RoundActionKind> = new Set(['comment', 'purge']);

type Problem = (standing: Folding, action: RoundAction) => RoundProblem | null;

const problems: Readonly<Record<Exclude<RoundActionKind, 'begin'>, Problem>> = {
  comment: commentProblem,
  answer: answerProblem,
  withhold: (standing, action) => {
    if (standing.terms.kind !== 'public') return { kind: 'only-public' };
    const comment = commentOf(standing, action);
    if (!comment) return { kind: 'no-comment' };
    return comment.withheld ? { kind: 'already-withheld' } : null;
  },
  end: (standing, { on }) => (isOpen(standing, on) ? null : { kind: 'over' }),
  publish: (folding, { on }) => {
    const standing = closed(folding);
    const state = roundStateOn(standing, on);
    if (state === 'published') return { kind: 'published' };
    if (state === 'open') return { kind: 'still-open' };
    return state === 'closed' ? { kind: 'unanswered', count: unanswered(standing).length } : null;
  },
  purge: (standing, { on }) => {
    if (isOpen(standing, on)) return { kind: 'still-open' };
    return standing.purgedOn === null ? null : { kind: 'already-purged' };
  },
};

function commentProblem(standing: Folding, action: RoundAction): RoundProblem | null {
  const { kind, asked } = standing.terms;
  if (action.comment === undefined) return { kind: 'no-comment' };
  if (!isOpen(standing, action.on)) return { kind: 'over' };
  if (kind === 'public') return action.unit === null && action.wordless !== true ? null : { kind: 'not-asked' };
  if (action.unit === null || !asked.includes(action.unit)) return { kind: 'not-asked' };
  return commentOf(standing, action) ? { kind: 'twice' } : null;
}

/** Answers may be given while others still comment, and corrected until they are published. */
function answerProblem(standing: Folding, action: RoundAction): RoundProblem | null {
  const comment = commentOf(standing, action);
  if (!comment) return { kind: 'no-comment' };
  if (standing.publishedOn !== null) return { kind: 'published' };
  if (!comment.needsAnswer) return { kind: 'nothing-to-answer' };
  if (action.outcome === undefined) return { kind: 'no-outcome' };
  if (action.version === undefined) return null;
  if (action.outcome === 'not') return { kind: 'version-of-nothing' };
  const { version } = standing.terms;
  return action.version > version ? null : { kind: 'older-version', version };
}

type Effect = (before: Folding, action: RoundAction) => Folding;

const effects: Readonly<Record<RoundActionKind, Effect>> = {
  begin: (before) => ({ ...before, begun: true }),
  comment: (before, { comment: id = '', unit, on, wordless = false }) => {
    const fresh = { id, unit, on, times: 0, needsAnswer: !wordless, answer: null, withheld: false };
    const known = before.comments.get(id) ?? fresh;
    before.comments.set(id, { ...known, times: known.times + 1 });
    return before;
  },
  answer: (before, { comment: id = '', outcome, version, on }) =>
    changed(before, id, (one) => (outcome ? { ...one, answer: { outcome, version: version ?? null, on } } : one)),
  withhold: (before, { comment: id = '' }) => changed(before, id, (one) => ({ ...one, withheld: true })),
  end: (before, { on }) => ({ ...before, endedOn: on }),
  publish: (before, { on }) => ({ ...before, publishedOn: on }),
  purge: (before, { on }) => ({ ...before, purgedOn: on }),
};

function changed(before: Folding, id: string, change: (comment: CommentStanding) => CommentStanding): Folding {
  const comment = before.comments.get(id);
  if (comment) before.comments.set(id, change(comment));
  return before;
}

function commentOf({ comments }: Folding, { comment = '' }: RoundAction): CommentStanding | null {
  return comments.get(comment) ?? null;
}
