// The answer table of a subject, for papers: the rounds up to a version with every comment and its answer. No contact is in it,
// and of what is withheld only the reason.

import type { Stance } from '@zhenghe/engine/approvals';
import type { CommentOutcome, RoundKind, RoundState } from '@zhenghe/engine/consultation';
import { roundStateOn } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import { maySee } from './authority.ts';
import { listRoundsOf } from './queries.ts';
import { type Round, roundOn, standingOf } from './record.ts';
import { commentShown } from './view.ts';

export interface AnswerLine {
  readonly number: number;
  /** A unit as it is called; null for a citizen. */
  readonly unit: string | null;
  readonly stance: Stance | null;
  /** What it speaks of, as a reader knows it; null for the whole. */
  readonly about: string | null;
  readonly text: string;
  readonly times: number;
  readonly on: Day;
  /** Why the text is not shown. */
  readonly withheld: string | null;
  readonly answer: { readonly outcome: CommentOutcome; readonly reason: string; readonly version: number | null; readonly on: Day } | null;
}

export interface AnswerRound {
  readonly kind: RoundKind;
  readonly number: number;
  readonly version: number;
  readonly state: RoundState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly endedEarly: { readonly on: Day; readonly reason: string } | null;
  readonly publishedOn: Day | null;
  readonly lines: readonly AnswerLine[];
  /** Units that were asked and said nothing. */
  readonly silent: readonly string[];
}

/** Oldest first. */
export async function answerTable(
  { db, caller }: Context,
  asked: { readonly noun: string; readonly id: string; readonly version: number; readonly on: Day },
): Promise<readonly AnswerRound[]> {
  const rounds = await listRoundsOf(db, asked.noun, asked.id);
  const seen = rounds.filter(({ head }) => maySee(caller, head) && head.version <= asked.version && head.opensOn <= asked.on);
  const inOrder = [...seen].sort((a, b) => a.head.opensOn.localeCompare(b.head.opensOn) || a.head.number - b.head.number);
  return inOrder.map((round) => tableOf(roundOn(round, asked.on), asked.on));
}

/** As anybody may read it: what is inside shows through `commentShown` to nobody here. */
function tableOf(round: Round, on: Day): AnswerRound {
  const { kind, number, version, opensOn, closesOn, asked } = round.head;
  const standing = standingOf(round);
  const end = round.steps.find((step) => step.kind === 'end');
  const heard = new Set(standing.comments.map(({ unit }) => unit));
  return {
    ...{ kind, number, version, opensOn, closesOn, publishedOn: standing.publishedOn },
    state: roundStateOn(standing, on),
    endedEarly: end ? { on: end.on, reason: end.said?.text ?? '' } : null,
    lines: standing.comments.map((comment, index) => lineOf(round, { comment, index })),
    silent: asked.filter(({ id }) => !heard.has(id)).map(({ name }) => name.zh),
  };
}

const writer = { profile: 'production', card: null } as const;

function lineOf(round: Round, at: Pick<Parameters<typeof commentShown>[1], 'comment' | 'index'>): AnswerLine {
  const shown = commentShown({ caller: writer, round }, { ...at, contacts: [] });
  const { number, text, times, on, aim, stance } = shown;
  const answer = round.steps.findLast((step) => step.kind === 'answer' && step.comment === at.comment.id);
  return {
    ...{ number, text, times, on, stance },
    unit: shown.unit?.name.zh ?? null,
    about: aim.place?.label ?? aim.clause?.clause ?? null,
    withheld: shown.withheld?.zh ?? null,
    answer: answer?.outcome
      ? { outcome: answer.outcome, reason: answer.said?.text ?? '', version: answer.version ?? null, on: answer.on }
      : null,
  };
}
