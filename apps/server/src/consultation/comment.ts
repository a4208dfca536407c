// A comment: a unit's opinion, or a citizen's words without an account. Held against floods and double clicks; the same words
// about the same thing are counted once more instead of being shown twice.
import { randomUUID } from 'node:crypto';
import type { Stance } from '@zhenghe/engine/approvals';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import { actorOf, unitOfCard } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { senderAt } from '../platform/sender.ts';
import { roundToChange, write } from './act.ts';
import { aimed } from './aim.ts';
import { dayOf, maySee, mustBeOurs } from './authority.ts';
import { consultedOf } from './begin.ts';
import { flow } from './limits.ts';
import { findReceived, insertContact } from './queries.ts';
import { receiptOf, sha256, shownReceipt } from './receipt.ts';
import { type CommentAim, citizen, type Round, type Said } from './record.ts';
import * as refuse from './refusals.ts';
import type { ConsultedNouns } from './subject.ts';

export interface CommentAsked {
  readonly round: string;
  readonly aim: CommentAim;
  readonly text: string;
  readonly stance?: Stance | undefined;
  readonly name?: string | undefined;
  readonly reach?: string | undefined;
  readonly website?: string | undefined;
  readonly key: string;
  readonly on: Day;
}

export interface Taken {
  readonly receipt: string;
  readonly number: number;
}

const perAddress = flow(10);
const perRound = flow(300);

export async function takeComment(context: Context, nouns: ConsultedNouns, asked: CommentAsked): Promise<Taken> {
  if (asked.website) throw refuse.machine();
  const on = dayOf(context, asked.on);
  const receipt = receiptOf(asked.round.toLowerCase(), asked.key);
  await mustNotQueue(context, asked.round, sha256(receipt));
  return context.db.transaction().execute(async (tx) => {
    const round = await roundToChange(tx, asked.round);
    if (!maySee(context.caller, round.head)) throw refuse.noRound();
    mustBeOurs(context.caller, round.head);
    const known = round.steps.find((step) => step.receipt === sha256(receipt));
    if (known) return taken(round, known.comment, receipt);
    const said = await sound(tx, context, nouns, { round, asked, on });
    const inside = round.head.kind === 'internal';
    const comment = inside ? { comment: randomUUID() } : sameOrNew(round, said);
    const now = Date.now();
    if (!inside) mustNotFlood(context, round.head.id, now);
    const step = inside ? opinionOf(context, said) : { unit: null, actor: citizen };
    const repeated = round.steps.some((one) => one.comment === comment.comment);
    const words = repeated ? {} : { said };
    const seq = await write(tx, context, round, { kind: 'comment', on, ...step, ...comment, ...words, receipt: sha256(receipt) });
    const [name, reach] = [asked.name?.trim() || null, asked.reach?.trim() || null];
    if (name !== null || reach !== null) await insertContact(tx, round.head, { seq, name, reach });
    if (!inside) noteFlow(context, round.head.id, now);
    const after = { head: round.head, steps: [...round.steps, { kind: 'comment', on, seq, ...step, ...comment } as const] };
    return taken(after, comment.comment, receipt);
  });
}

function taken({ steps }: Round, comment: string | undefined, receipt: string): Taken {
  const ids = [...new Set(steps.filter(({ kind }) => kind === 'comment').map((step) => step.comment))];
  return { receipt: shownReceipt(receipt), number: ids.indexOf(comment) + 1 };
}

/** What is said, once it is clear that it can be said here. */
async function sound(
  tx: Database,
  context: Context,
  nouns: ConsultedNouns,
  { round: { head }, asked, on }: { readonly round: Round; readonly asked: CommentAsked; readonly on: Day },
): Promise<Said> {
  const text = asked.text.trim();
  if (head.kind === 'public') {
    if (asked.stance) throw refuse.stanceOfUnits();
    if (text === '') throw refuse.noWords();
  } else {
    if (!asked.stance) throw refuse.noStance();
    if (asked.name?.trim() || asked.reach?.trim()) throw refuse.noContact();
    if (asked.stance === 'disagree' && text === '') throw refuse.noWords();
  }
  const aim = await aimed({ ...context, db: tx }, consultedOf(nouns, head.noun, head.subject), { head, aim: asked.aim, on });
  return { text, aim, stance: asked.stance ?? null };
}

/** The first comment with the same words about the same thing, or a new one. Spaces and wide letters make no difference. */
function sameOrNew({ steps }: Round, { text, aim }: Said): { readonly comment: string; readonly same: string } {
  const words = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const place = aim?.place && { ...aim.place, label: '' };
  const same = hashOf({ words, place: place ?? null, clause: aim?.clause ?? null });
  const first = steps.find((step) => step.same === same);
  return { comment: first?.comment ?? randomUUID(), same };
}

function opinionOf({ caller: { card } }: Context, said: Said) {
  const unit = unitOfCard(card);
  return { unit, actor: card ? actorOf(card) : citizen, wordless: said.text === '' };
}

/** Who would be refused anyway does not wait for the round, nor hold a connection for it; what was taken before is answered. */
async function mustNotQueue(context: Context, round: string, receipt: string): Promise<void> {
  if (unitOfCard(context.caller.card) !== null || (await findReceived(context.db, receipt))) return;
  mustNotFlood(context, round.toLowerCase(), Date.now());
}

function mustNotFlood(context: Context, round: string, now: number): void {
  const wait = Math.max(perAddress.wait(addressOf(context), now), perRound.wait(round, now));
  if (wait > 0) throw refuse.tooMany(wait);
}

function noteFlow(context: Context, round: string, now: number): void {
  perAddress.took(addressOf(context), now);
  perRound.took(round, now);
}

/** Without sign-in the demo answers this machine only: one address. */
export function addressOf({ visit }: Pick<Context, 'visit'>): string {
  return visit ? senderAt(visit.address) : 'this machine';
}
