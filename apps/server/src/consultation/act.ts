// What the drafting unit does in a round: answer, withhold, end, publish. Hold, fold, ask the engine, then the row and the audit
// entry in one transaction.

import { afterRoundAction, type RoundAction, roundProblem } from '@zhenghe/engine/consultation';
import { hashOf } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { dayOf, drafterFor } from './authority.ts';
import { consultedOf } from './begin.ts';
import { findStanding, hold, insertSteps } from './queries.ts';
import { type Round, type Said, standingOf, type WrittenStep } from './record.ts';
import * as refuse from './refusals.ts';
import type { ConsultedNouns } from './subject.ts';

export interface StepAsked extends Pick<RoundAction, 'on' | 'comment' | 'outcome' | 'version'> {
  readonly round: string;
  readonly kind: 'answer' | 'withhold' | 'end' | 'publish';
  /** What is said with it. */
  readonly text?: string;
}

export async function takeStep(context: Context, nouns: ConsultedNouns, asked: StepAsked): Promise<void> {
  const { round: id, text, kind, ...rest } = asked;
  const on = dayOf(context, asked.on);
  await context.db.transaction().execute(async (tx) => {
    const round = await roundToChange(tx, id);
    const actor = drafterFor(context, kind, round.head);
    if (asked.version !== undefined) await mustExist(tx, nouns, round, asked.version);
    const said = text === undefined ? {} : { said: { text, aim: null, stance: null } };
    await write(tx, context, round, { ...rest, ...said, kind, on, unit: round.head.jurisdiction, actor });
  });
}

/** Held until the transaction ends; an id means the same in capitals. */
export async function roundToChange(tx: Database, id: string): Promise<Round> {
  await hold(tx, id.toLowerCase());
  const round = await findStanding(tx, id);
  if (!round) throw refuse.noRound();
  return round;
}

export type NewStep = RoundAction & Pick<WrittenStep, 'receipt' | 'same'> & { readonly actor: Actor; readonly said?: Said };

/** Answers its place in the round. */
export async function write(tx: Database, context: Pick<Context, 'caller' | 'requestId'>, round: Round, step: NewStep): Promise<number> {
  const { head, steps } = round;
  const standing = standingOf(round);
  const found = roundProblem(standing, step);
  if (found) throw refuse.problem(found, head.closesOn);
  afterRoundAction(standing, step);
  const seq = steps.length + 1;
  await insertSteps(tx, [{ head, steps: [{ ...step, seq }] }]);
  const { caller, requestId } = context;
  const { actor: _, receipt: _receipt, ...kept } = step;
  await recordAudit(tx, {
    ...{ caller, requestId, dataset: head.dataset },
    action: `consultation/${step.kind}`,
    object: `consultation/${head.id}`,
    before: head.sha256,
    after: hashOf({ round: head.id, seq, ...kept }),
  });
  return seq;
}

async function mustExist(tx: Database, nouns: ConsultedNouns, { head }: Round, version: number): Promise<void> {
  const now = await consultedOf(nouns, head.noun, head.subject).find(tx, head.subject);
  if (!now || version > now.latest) throw refuse.noVersion(version);
}
