// Handing in (F34): the sheet is checked again, frozen as a version, and given to the next step; all in one transaction, and once for
// each request. After a lock it needs its reason, and is marked.
import type { CaseState } from '@zhenghe/contract/approvals';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import type { z } from 'zod';
import { type Actor, actorOf } from '../accounts/index.ts';
import { actWithin, findCaseToChange, type Wired } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { askedOf, checkedSheet, sheetCells } from './checking.ts';
import { pastOf } from './context.ts';
import { frozenCells } from './frozen.ts';
import { insertVersion, type NewVersion } from './queries.ts';
import { readSheetToChange, type SheetRead } from './read-sheet.ts';
import { type FrozenCell, noun } from './record.ts';
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

export async function submitFiling(context: Context, asked: SubmitAsked): Promise<Submitted> {
  return context.db.transaction().execute((tx) => submitWithin(tx, context, asked));
}

async function submitWithin(tx: Database, context: Context, { id, key, text, on }: SubmitAsked): Promise<Submitted> {
  await findCaseToChange(tx, { noun, id });
  const read = await readSheetToChange(tx, id, key);
  if (!read || !context.caller.card) throw refuse.noFiling(id);
  const { head, answered: known } = read;
  const askedSha256 = hashOf(['submit', text ?? null, on]);
  if (known && known.askedSha256 !== askedSha256) throw refuse.otherQuestion();
  // It was written by this very function, under this key.
  if (known) return known.answer as Submitted;
  const stands = await standsOn(tx, id);
  const readOnly = readOnlyFor(context.caller, head, stands);
  if (readOnly) throw refuse.notAllowed(readOnly);
  const checked = await checkedContent(tx, context, read);
  const frozen = frozenOf({ read, stands, checked, text, on, by: actorOf(context.caller.card) });
  const { version } = frozen;
  const act = { noun, id, kind: 'submit', version, on, ...(text ? { text } : {}) } as const;
  const { state } = await actWithin(tx, context, handedIn(frozen), act);
  const late = head.due !== null && (firstHandedOn(stands) ?? on) > head.due;
  const answer: Submitted = { version, state, late };
  await insertVersion(tx, frozen, { key, answered: { askedSha256, answer } });
  return answer;
}

/** The version is frozen in this very transaction: it need not be looked for. Handing in decides nothing. */
function handedIn({ version, sha256 }: NewVersion): Wired {
  const subject = {
    ...filingSubject,
    find: () => Promise.resolve({ title: '', latest: version, sha256 }),
    mayHandIn: () => Promise.resolve(),
  };
  return { subject, decided: () => Promise.resolve() };
}

interface CheckedContent {
  readonly content: readonly FrozenCell[];
  readonly filled: number;
}

/** Throws while a finding stops it. */
async function checkedContent(tx: Database, { rulebook }: Context, { head, cells, published }: SheetRead): Promise<CheckedContent> {
  const asked = await askedOf(tx, rulebook, head);
  const filed = sheetCells(asked.rows, new Map(cells.map((cell) => [cell.key, cell])));
  const checked = checkedSheet(asked, filed, (await pastOf(tx, asked, published)).context);
  const stops = checked.findings.filter((finding) => finding.stops);
  if (stops[0]) throw refuse.stopped(stops.length, stops[0].message);
  return { content: frozenCells(asked.rows, filed, checked.computed), filled: checked.filled };
}

interface Freezing {
  readonly read: SheetRead;
  readonly stands: Stands;
  readonly checked: CheckedContent;
  readonly text: string | undefined;
  readonly on: Day;
  readonly by: Actor;
}

/** Throws where a correction after the lock has no reason. */
function frozenOf({ read, stands, checked, text, on, by }: Freezing): NewVersion {
  const { head, newest, lock } = read;
  const { content, filled } = checked;
  const revised = stands.actions.findLast(({ kind }) => kind === 'revise')?.text ?? null;
  const afterLock = lock !== null && lock.on <= on;
  const reason = text ?? (stands.standing.round > 1 ? revised : null);
  if (afterLock && !reason) throw refuse.lockNeedsReason(lock.on);
  const version = (newest?.version ?? 0) + 1;
  const corrects = afterLock || stands.standing.round > 1;
  return {
    ...{ filing: head.id, dataset: head.dataset, version, content, sha256: hashOf(content), on, afterLock, by },
    reason: corrects ? reason : null,
    counts: { filled, open: 0, changed: false },
  };
}
