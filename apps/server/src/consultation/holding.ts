// What a round does to its subject: while it is open the version stands still, and nothing is handed in before all is answered.
import { holdsBack, roundStateOn, unanswered } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { kindWords } from './begin.ts';
import { hold, listRoundsOf } from './queries.ts';
import { type Round, standingOf } from './record.ts';
import * as refuse from './refusals.ts';

interface Held {
  readonly noun: string;
  readonly id: string;
  readonly on: Day;
}

/** Throws while a round is open. Holds the subject, so that no round begins beside the change. */
export async function mustNotStandStill(tx: Database, context: Context, { noun, id, on }: Held): Promise<void> {
  await hold(tx, `${noun}/${id}`);
  const open = openOn(await listRoundsOf(tx, { noun, id }), dayFor(context, on));
  if (open) throw refuse.standsStill(kindWords[open.head.kind], open.head.closesOn);
}

/** Throws while a round is open or a comment has no answer. No round at all is no hindrance. */
export async function mustBeAnswered(tx: Database, context: Context, { noun, id, on }: Held): Promise<void> {
  await mustNotStandStill(tx, context, { noun, id, on });
  for (const round of await listRoundsOf(tx, { noun, id })) {
    const standing = standingOf(round);
    if (holdsBack(standing, dayFor(context, on)) !== 'unanswered') continue;
    throw refuse.unanswered(kindWords[round.head.kind], unanswered(standing).length);
  }
}

/** Whether a round is open, to tell beforehand what would be refused. */
export async function standsStill(db: Database, { noun, id, on }: Held): Promise<boolean> {
  return openOn(await listRoundsOf(db, { noun, id }), on) !== null;
}

function openOn(rounds: readonly Round[], on: Day): Round | null {
  return rounds.find((round) => roundStateOn(standingOf(round), on) === 'open') ?? null;
}

/** A day that was asked for does not lift what holds today. */
function dayFor({ caller, today }: Context, on: Day): Day {
  return caller.profile === 'production' ? today : on;
}
