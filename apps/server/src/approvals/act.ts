// One act in a case: lock, fold, ask the engine, then the row, the tasks, the audit entry and what follows from a decision,
// all in one transaction. Two people on the same picture: the second is refused (`seen`).
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Action, actionProblem, afterAction, type CaseStanding, caseStanding, unitsOf } from '@zhenghe/engine/approvals';
import { actorOf, barredFrom, mayActFor } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Caller, Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { officialCalendar } from './calendar.ts';
import { findCaseToChange, insertActions, listActions, writeTasks } from './queries.ts';
import { type CaseHead, type CaseKey, handOf, unitOfCard, type WrittenAction } from './record.ts';
import * as refuse from './refusals.ts';
import type { Wired } from './subject.ts';

export interface Asked extends CaseKey, Omit<Action, 'unit' | 'by' | 'hand'> {
  /** How many actions the caller saw; absent where the version alone decides (plans.submit). */
  readonly seen?: number | undefined;
  /** Whom it is done for, under a delegation. */
  readonly unit?: string | undefined;
}

export async function act(context: Context, wired: Wired, asked: Asked): Promise<void> {
  await context.db.transaction().execute((tx) => actWithin(tx, context, wired, asked));
}

/** Answers where the case stands after it. */
export async function actWithin(tx: Database, context: Context, wired: Wired, asked: Asked): Promise<CaseStanding> {
  const head = await findCaseToChange(tx, asked);
  if (!head) throw refuse.noCase(asked.noun, asked.id);
  const by = callerUnit(context.caller, head.dataset);
  const actions = await listActions(tx, head);
  if (!isWithin(context.caller, head, actions)) throw refuse.noPart();
  const standing = standingOf(head, actions);
  const last = actions.at(-1);
  if (asked.seen !== undefined && asked.seen !== standing.seen && last) throw refuse.actedMeanwhile(last.actor.unit, last.on);
  const action = { ...actionOf(asked, by.id), hand: by.hand };
  const found = actionProblem(standing, action);
  if (found) throw refuse.problem(found, { state: standing.state, part: hasPart(standing, by.id), unit: by.actor.unit });
  const sha256 = await subjectHash(tx, context, wired, { standing, asked, action });
  const written = { ...action, seq: actions.length + 1, sha256, actor: by.actor };
  const after = afterAction(standing, action);
  await insertActions(tx, [{ head, actions: [written] }]);
  await writeTasks(tx, [{ head, actions: [...actions, written] }]);
  await follow(tx, context, wired, { head, written, before: last?.sha256 ?? null });
  return after;
}

export function standingOf(head: CaseHead, actions: readonly Action[]): CaseStanding {
  return caseStanding({ workflow: head.workflow, calendar: officialCalendar, openedOn: head.openedOn, actions });
}

/** The caller's unit and how it is recorded; refuses those who have no part in cases, and demo cards on real records. */
function callerUnit(caller: Caller, dataset: Dataset) {
  const { card } = caller;
  const id = unitOfCard(card);
  if (!card || id === null) throw refuse.noPart();
  const barred = barredFrom(caller, dataset);
  if (barred) throw refuse.notAllowed(barred);
  return { id, actor: actorOf(card), hand: handOf(card) };
}

/** Whose case it is: of a place the caller answers for, or one that names its unit. The case's rules come after, not instead. */
export function isWithin(caller: Caller, { workflow, jurisdiction }: CaseHead, actions: readonly Action[]): boolean {
  const unit = unitOfCard(caller.card);
  const named = () => unitsOf(workflow).some(({ id }) => id === unit) || actions.some(({ to, by }) => to === unit || by === unit);
  return mayActFor(caller, jurisdiction) || (unit !== null && named());
}

/** Without a named unit the caller acts for itself. */
function actionOf({ noun: _noun, id: _id, seen: _seen, unit, ...said }: Asked, by: string): Action {
  return { ...said, by, unit: unit ?? by };
}

function hasPart({ workflow }: CaseStanding, unit: string): boolean {
  return unitsOf(workflow).some(({ id }) => id === unit);
}

interface Acting {
  readonly standing: CaseStanding;
  readonly asked: Asked;
  readonly action: Action;
}

/** The hash of the version acted on; the newest one is handed in, cells of a return must exist in it. */
async function subjectHash(tx: Database, context: Context, { subject }: Wired, { standing, asked, action }: Acting): Promise<string> {
  const found = await subject.find(tx, asked.id, action.version);
  if (!found) throw refuse.savedMeanwhile(standing.version, action.version);
  const newest = action.kind === 'submit' || standing.version === 0;
  if (newest && action.version !== found.latest) throw refuse.savedMeanwhile(found.latest, action.version);
  if (action.kind === 'submit') await subject.mayHandIn(tx, context, { id: asked.id, version: action.version, on: action.on });
  for (const { place } of action.reasons ?? []) {
    if (!(await subject.hasPlace(tx, asked.id, action.version, place))) throw refuse.noPlace(place.label);
  }
  return found.sha256;
}

async function follow(
  tx: Database,
  context: Context,
  wired: Wired,
  { head, written, before }: { readonly head: CaseHead; readonly written: WrittenAction; readonly before: string | null },
): Promise<void> {
  await recordAudit(tx, {
    caller: context.caller,
    requestId: context.requestId,
    dataset: head.dataset,
    action: `${head.noun}/${written.kind}`,
    object: `${head.noun}/${head.id}`,
    before: before ?? written.sha256,
    after: written.sha256,
  });
  if (written.kind !== 'approve' && written.kind !== 'refuse') return;
  const { kind, version, sha256, on, paper = null } = written;
  await wired.decided(tx, { head, kind, version, sha256, on, paper });
}
