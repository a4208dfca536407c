// The answering desk: which comments wait, which comes next, what an answer still lacks, and what goes to the server. Pure.
import type { Comment, Outcome } from './shapes.ts';

export type Show = 'unanswered' | 'answered' | 'all';
export const shows: readonly Show[] = ['unanswered', 'answered', 'all'];

export type AnswerDraft = Readonly<Record<'outcome' | 'reason' | 'version', string>>;
export type AnswerGap = 'outcome' | 'reason' | 'version';

export const outcomes: readonly Outcome[] = ['adopted', 'partly', 'not'];

/** A unit's bare stance says nothing that could be answered. */
export function needsAnswer({ unit, text, withheld }: Comment): boolean {
  return unit === null || text.trim() !== '' || withheld !== null;
}

export function waits(comment: Comment): boolean {
  return comment.answer === null && needsAnswer(comment);
}

export function shown(comments: readonly Comment[], show: Show): readonly Comment[] {
  if (show === 'unanswered') return comments.filter(waits);
  return show === 'answered' ? comments.filter(({ answer }) => answer !== null) : comments;
}

/** The next that waits after the one in hand, going round to the first; null when none does. */
export function nextWaiting(comments: readonly Comment[], after: string | undefined): Comment | null {
  const at = comments.findIndex(({ id }) => id === after);
  const inTurn = [...comments.slice(at + 1), ...comments.slice(0, at + 1)];
  return inTurn.find((comment) => comment.id !== after && waits(comment)) ?? null;
}

/** n of m: only what has to be answered counts. */
export function progressOf(comments: readonly Comment[]): { readonly done: number; readonly all: number } {
  const asked = comments.filter(needsAnswer);
  return { done: asked.filter(({ answer }) => answer !== null).length, all: asked.length };
}

export function draftOf({ answer }: Comment): AnswerDraft {
  return { outcome: answer?.outcome ?? '', reason: answer?.reason ?? '', version: answer?.version ? String(answer.version) : '' };
}

export function outcomeOf(draft: AnswerDraft): Outcome | undefined {
  return outcomes.find((one) => one === draft.outcome);
}

/** What is not taken up has changed nothing, so it names no version; what is, names only a later one. */
export function answerGaps(draft: AnswerDraft, consulted: number): readonly AnswerGap[] {
  const gaps: AnswerGap[] = [];
  if (!outcomeOf(draft)) gaps.push('outcome');
  if (draft.reason.trim() === '') gaps.push('reason');
  const version = draft.version.trim();
  if (draft.outcome !== 'not' && version !== '' && !(/^\d{1,9}$/.test(version) && Number(version) > consulted)) gaps.push('version');
  return gaps;
}

export function answerContent(draft: AnswerDraft) {
  const version = draft.outcome === 'not' ? '' : draft.version.trim();
  return { reason: draft.reason.trim(), ...(version && { version: Number(version) }) };
}
