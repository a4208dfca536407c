// What became of the comment behind a receipt: its own words at once, the answer when the answers are published.
import type { Comment, RoundRow } from '@zhenghe/contract/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import { addressOf } from './comment.ts';
import { flow } from './limits.ts';
import { findReceived, findRound } from './queries.ts';
import { readReceipt, sha256 } from './receipt.ts';
import { standingOf } from './record.ts';
import * as refuse from './refusals.ts';
import { commentShown, rowOf } from './view.ts';

/** Wrong receipts from one address; the right ones are not counted. */
const wrong = flow(20);
const anybody = { profile: 'production', card: null } as const;

export async function received(
  context: Context,
  asked: { readonly receipt: string; readonly on: Day },
): Promise<{ round: RoundRow; comment: Comment }> {
  const [from, now] = [addressOf(context), Date.now()];
  const wait = wrong.wait(from, now);
  if (wait > 0) throw refuse.tooMany(wait);
  const code = readReceipt(asked.receipt);
  const found = code === null ? null : await findReceived(context.db, sha256(code));
  const round = found && (await findRound(context.db, found.round));
  if (!found || !round || round.head.kind !== 'public') {
    wrong.took(from, now);
    throw refuse.noReceipt();
  }
  const comments = standingOf(round).comments;
  const index = comments.findIndex(({ id }) => id === found.comment);
  const comment = comments[index];
  if (!comment) throw refuse.noReceipt();
  const shown = commentShown({ caller: anybody, round }, { comment, index, contacts: [], own: found.text });
  const aim = found.aim ?? shown.aim;
  return {
    round: rowOf(anybody, round, asked.on),
    comment: { ...shown, aim: { place: aim.place && { ...aim.place }, clause: aim.clause && { ...aim.clause } } },
  };
}
