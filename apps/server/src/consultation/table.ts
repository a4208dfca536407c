// The answer table of a subject, for papers: the rounds up to a version with every comment and its answer, as anybody may read it.
import { roundStateOn } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import type { PaperRound } from '@zhenghe/exchange/documents';
import type { Context } from '../platform/api.ts';
import { maySee } from './authority.ts';
import { listRoundsOf } from './queries.ts';
import { type Round, roundOn, standingOf, stepsOf } from './record.ts';
import { commentShown } from './view.ts';

/** Oldest first. No contact is in it, and of what is withheld only the reason. */
export async function answerTable(
  { db, caller }: Context,
  asked: { readonly noun: string; readonly id: string; readonly version: number; readonly on: Day },
): Promise<readonly PaperRound[]> {
  const rounds = await listRoundsOf(db, { ...asked, words: true });
  const seen = rounds.filter(({ head }) => maySee(caller, head) && head.version <= asked.version && head.opensOn <= asked.on);
  const inOrder = [...seen].sort((a, b) => a.head.opensOn.localeCompare(b.head.opensOn) || a.head.number - b.head.number);
  return inOrder.map((round) => tableOf(roundOn(round, asked.on), asked.on));
}

function tableOf(round: Round, on: Day): PaperRound {
  const { kind, number, version, opensOn, closesOn, asked } = round.head;
  const standing = standingOf(round);
  const end = round.steps.find((step) => step.kind === 'end');
  const heard = new Set(standing.comments.map(({ unit }) => unit));
  return {
    ...{ kind, number, version, opensOn, closesOn, publishedOn: standing.publishedOn },
    state: roundStateOn(standing, on),
    endedEarly: end ? { on: end.on, reason: end.said?.text ?? '' } : null,
    comments: standing.comments.map((comment, index) => lineOf(round, { comment, index })),
    asked: asked.length,
    silent: asked.filter(({ id }) => !heard.has(id)).map(({ name }) => name.zh),
  };
}

/** A paper is read by anybody: what is withheld from the public is withheld from it. */
const anybody = { profile: 'production', card: null } as const;

type At = Pick<Parameters<typeof commentShown>[1], 'comment' | 'index'>;

function lineOf(round: Round, at: At): PaperRound['comments'][number] {
  const { number, text, times, on, aim, stance, unit, withheld } = commentShown({ caller: anybody, round }, { ...at, contacts: [] });
  const answer = stepsOf(round, at.comment.id).findLast(({ kind }) => kind === 'answer');
  return {
    ...{ number, text, times, on, stance },
    unit: unit?.name.zh ?? null,
    about: aim.place?.label ?? aim.clause?.clause ?? null,
    withheld: withheld?.zh ?? null,
    answer: answer?.outcome ? { outcome: answer.outcome, reason: answer.said?.text ?? '', version: answer.version ?? null } : null,
  };
}
