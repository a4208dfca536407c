// Handing in (F34): the sheet is checked again, frozen as a version, and given to the next step; all in one transaction, and once for
// each request. After a lock it needs its reason, and is marked.
import type { CaseState } from '@zhenghe/contract/approvals';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import type { z } from 'zod';
import { type Actor, actorOf } from '../accounts/index.ts';
import { actWithin, findCaseToChange } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { askedOf, checkedSheet, sheetCells } from './checking.ts';
import { pastOf } from './context.ts';
import { frozenCells } from './frozen.ts';
import { findAnswer, findFilingToChange, findLock, findVersion, insertVersion, keepAnswer, listCells, saveCounts } from './queries.ts';
import { type FilingHead, type FrozenCell, type Lock, noun } from './record.ts';
import * as refuse from './refusals.ts';
import { readOnlyFor, type Stands, standsOn } from './standing.ts';
import { filingSubject } from './subject.ts';
import { firstHandedOn } from './submitted.ts';

export interface SubmitAsked {
  readonly id: string;
  readonly key: string;
  readonly text?: string | undefined;
  readonly on: Day;
}

export interface Submitted {
  version: number;
  state: z.infer<typeof CaseState>;
  late: boolean;
}

/** Handing in decides nothing. */
const undecided = { subject: filingSubject, decided: () => Promise.resolve() };

export async function submitFiling(context: Context, asked: SubmitAsked): Promise<Submitted> {
  return context.db.transaction().execute((tx) => submitWithin(tx, context, asked));
}

async function submitWithin(tx: Database, context: Context, { id, key, text, on }: SubmitAsked): Promise<Submitted> {
  await findCaseToChange(tx, { noun, id });
  const head = await findFilingToChange(tx, id);
  if (!head || !context.caller.card) throw refuse.noFiling(id);
  const askedSha256 = hashOf(['submit', text ?? null, on]);
  const known = await findAnswer(tx, id, key);
  if (known && known.askedSha256 !== askedSha256) throw refuse.otherQuestion();
  // It was written by this very function, under this key.
  if (known) return known.answer as Submitted;
  const stands = await standsOn(tx, id);
  const readOnly = readOnlyFor(context.caller, head, stands);
  if (readOnly) throw refuse.notAllowed(readOnly);
  const content = await checkedContent(tx, context, head);
  const lock = await findLock(tx, head);
  const version = await freeze(tx, { head, stands, content, lock, text, on, by: actorOf(context.caller.card) });
  await actWithin(tx, context, undecided, { noun, id, kind: 'submit', version, on, ...(text ? { text } : {}) });
  const { standing } = await standsOn(tx, id);
  const late = head.due !== null && (firstHandedOn(stands) ?? on) > head.due;
  const answer: Submitted = { version, state: standing.state, late };
  await keepAnswer(tx, id, key, { askedSha256, answer });
  return answer;
}

/** Throws while a finding stops it. */
async function checkedContent(tx: Database, { rulebook }: Context, head: FilingHead): Promise<readonly FrozenCell[]> {
  const asked = await askedOf(tx, rulebook, head);
  const filed = sheetCells(asked.rows, new Map((await listCells(tx, head.id)).map((cell) => [cell.key, cell])));
  const checked = checkedSheet(asked, filed, (await pastOf(tx, asked)).context);
  const stops = checked.findings.filter((finding) => finding.stops);
  if (stops[0]) throw refuse.stopped(stops.length, stops[0].message);
  await saveCounts(tx, head.id, { filled: checked.filled, open: 0, changed: false });
  return frozenCells(asked.rows, filed, checked.computed);
}

interface Freezing {
  readonly head: FilingHead;
  readonly stands: Stands;
  readonly content: readonly FrozenCell[];
  readonly lock: Lock | null;
  readonly text: string | undefined;
  readonly on: Day;
  readonly by: Actor;
}

async function freeze(tx: Database, { head, stands, content, lock, text, on, by }: Freezing): Promise<number> {
  const revised = stands.actions.findLast(({ kind }) => kind === 'revise')?.text ?? null;
  const afterLock = lock !== null && lock.on <= on;
  const reason = text ?? (stands.standing.round > 1 ? revised : null);
  if (afterLock && !reason) throw refuse.lockNeedsReason(lock.on);
  const version = ((await findVersion(tx, head.id))?.version ?? 0) + 1;
  const corrects = afterLock || stands.standing.round > 1;
  const kept = { content, sha256: hashOf(content), on, reason: corrects ? reason : null, afterLock, by };
  await insertVersion(tx, { filing: head.id, dataset: head.dataset, version, ...kept });
  return version;
}
