// Load → decide → save for plans (F02): every change locks the plan, asks the engine, and writes rows and audit together.

import type { Day, Finding } from '@zhenghe/engine/kernel';
import { lockedFindings, openedWith, type Plan } from '@zhenghe/engine/plans';
import type { Actor } from '../accounts/index.ts';
import { actWithin, findCaseToChange } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { mustNotStandStill } from '../consultation/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { keepSourceFile } from '../platform/source-files.ts';
import { mayWrite } from './authority.ts';
import { countsOf, onWire } from './checking.ts';
import { checked } from './hand-in.ts';
import { historyOf, type Past } from './history.ts';
import {
  appendVersionActions,
  findPlan,
  findPlanToChange,
  findVersion,
  insertVersions,
  type PlanHead,
  type PlanVersion,
} from './queries.ts';
import { planHash } from './record.ts';
import * as refuse from './refusals.ts';
import type { ReadSource } from './source.ts';
import { planSubject } from './subject.ts';

/** A plan held for a change by someone who may make it. */
interface Opened {
  readonly head: PlanHead;
  readonly history: Past;
  readonly latest: PlanVersion;
  readonly by: Actor;
}

interface SaveAsked {
  readonly id: string;
  readonly basedOn: number;
  readonly plan: Plan;
  readonly note?: string | undefined;
  readonly on: Day;
  /** The file the plan was read from; absent when it was typed in. */
  readonly source?: ReadSource | undefined;
}

/** Adds a version, and keeps the file it was read from. The same plan again is no new version and no new action. */
export async function savePlan(context: Context, asked: SaveAsked): Promise<void> {
  await context.db.transaction().execute((tx) => savePlanWithin(tx, context, asked));
}

export async function savePlanWithin(tx: Database, context: Context, asked: SaveAsked): Promise<void> {
  const { source, on } = asked;
  const kind = source ? 'imported' : 'saved';
  const opened = await openToChange(tx, context, asked.id, on);
  const { head, latest, by } = opened;
  if (asked.basedOn !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.basedOn);
  if (asked.plan.jurisdiction !== head.jurisdiction) throw refuse.otherPlace(head.jurisdiction, asked.plan.jurisdiction);
  const plan = asOf(head, latest.plan, asked.plan);
  if (source && planHash(asOf(head, latest.plan, source.plan)) !== planHash(plan)) throw refuse.otherFile(source.name);
  if (planHash(plan) === latest.sha256) return;
  await mustNotStandStill(tx, context, { noun: 'plans', id: head.id, on });
  await keepLocked(tx, opened, plan);
  if (source) await keepSourceFile(tx, source, by);
  await addVersion(tx, context, opened, { plan, kind, on, note: asked.note, source: source?.sha256 });
}

interface NewText {
  readonly plan: Plan;
  readonly kind: 'saved' | 'imported';
  readonly on: Day;
  readonly note?: string | undefined;
  readonly source?: string | undefined;
}

async function addVersion(tx: Database, context: Context, opened: Opened, { plan, kind, on, note, source }: NewText): Promise<number> {
  const { head, latest, by } = opened;
  const version = latest.version + 1;
  const counts = countsOf(await checked(tx, context, { head, version, plan, on }));
  const common = { planId: head.id, dataset: head.dataset, version, on, by, ...(note === undefined ? {} : { note }) };
  await insertVersions(tx, [{ ...common, plan, counts }]);
  await appendVersionActions(tx, [{ ...common, kind, ...(source === undefined ? {} : { source }) }]);
  await audit(tx, context, opened, { action: kind === 'imported' ? 'plans/import' : 'plans/save', after: planHash(plan) });
  return version;
}

/** Whether the caller may change the plan on that day; throws the reason why not. */
export async function mayBeChanged(context: Context, id: string, on: Day): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await openToChange(tx, context, id, on);
    await mustNotStandStill(tx, context, { noun: 'plans', id, on });
  });
}

/** A new version that differs in its boundaries only; the same set again is no new version. */
export async function carryBoundaries(
  tx: Database,
  context: Context,
  asked: { readonly id: string; readonly basedOn: number; readonly boundaries: NonNullable<Plan['boundaries']>; readonly on: Day },
): Promise<number> {
  const { id, on, boundaries } = asked;
  const opened = await openToChange(tx, context, id, on);
  const { latest } = opened;
  if (asked.basedOn !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.basedOn);
  await mustNotStandStill(tx, context, { noun: 'plans', id, on });
  const plan = { ...latest.plan, boundaries };
  if (planHash(plan) === latest.sha256) return latest.version;
  const { returned } = opened.history.ofCase;
  if (returned && !returned.reasons.some(({ place }) => spatial.includes(place.table))) throw refuse.boundariesLocked();
  return addVersion(tx, context, opened, { plan, kind: 'saved', on, note: '边界 Boundaries' });
}

/** Tables whose cells, sent back, open the boundaries too. */
const spatial: readonly string[] = ['boundaries', 'blocks', 'parts', 'zones'];

/** The code, the training mark and the boundaries stay the plan's own, whatever the file says. */
export function asOf(head: PlanHead, { boundaries }: Plan, { boundaries: _said, ...plan }: Plan): Plan {
  return { ...plan, code: head.code, training: head.dataset === 'training', ...(boundaries === undefined ? {} : { boundaries }) };
}

/** Hands the newest version in, when nothing stops it: an act in the plan's case. */
export async function submitPlan(
  context: Context,
  asked: { readonly id: string; readonly version: number; readonly on: Day },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const { latest } = await openToChange(tx, context, asked.id, asked.on);
    if (asked.version !== latest.version) throw refuse.savedMeanwhile(latest.by, latest.version, asked.version);
    await actWithin(tx, context, undecided, { noun: 'plans', id: asked.id, kind: 'submit', version: latest.version, on: asked.on });
  });
}

/** Takes a submitted plan back; only the unit that submitted it may, and only while the first step has it. */
export async function withdrawPlan(context: Context, asked: { readonly id: string; readonly on: Day }): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const { history } = await held(tx, context, asked.id, asked.on);
    if (history.standing.state !== 'submitted') throw refuse.wrongState(history.standing.state);
    const { version } = history.standing;
    await actWithin(tx, context, undecided, { noun: 'plans', id: asked.id, kind: 'withdraw', version, on: asked.on });
  });
}

/** Neither of the two decides. */
const undecided = { subject: planSubject, decided: () => Promise.resolve() };

/** The plan held for a change by someone who writes it: the case first, as every act in it does, then the plan. */
async function held(tx: Database, context: Context, id: string, on: Day) {
  await findCaseToChange(tx, { noun: 'plans', id });
  const known = await findPlan(tx, id);
  if (!known) throw refuse.noPlan(id);
  const allowed = mayWrite(context.caller, known);
  if (!allowed.ok) throw refuse.notAllowed(allowed.reason);
  const head = await findPlanToChange(tx, id);
  const history = head && (await historyOf(tx, id));
  if (!head || !history) throw refuse.noPlan(id);
  if (on < history.lastDay) throw refuse.dayBack(on, history.lastDay);
  return { head, history, by: allowed.by };
}

/** The plan held for a change, when it may be changed on that day by the caller; a refusal says why not. */
export async function openToChange(tx: Database, context: Context, id: string, on: Day): Promise<Opened> {
  const { head, history, by } = await held(tx, context, id, on);
  const { state, version } = history.standing;
  if (state !== 'draft' && state !== 'returned') throw refuse.wrongState(state);
  const latest = await findVersion(tx, id, version);
  if (!latest) throw refuse.noVersion(version);
  return { head, history, latest, by };
}

/** A returned plan changes only where it was sent back, and in what goes with it. */
async function keepLocked(tx: Database, opened: Opened, plan: Plan): Promise<void> {
  const findings = await lockedIn(tx, opened, plan);
  if (findings.length > 0) throw refuse.lockedCells(onWire(findings));
}

/** Where the plan differs although it was not sent back there. */
export async function lockedIn(db: Database, { head, history: { ofCase } }: Opened, plan: Plan): Promise<readonly Finding[]> {
  const { returned, workflow } = ofCase;
  const sent = returned && (await findVersion(db, head.id, returned.version));
  if (!returned || !sent) return [];
  const open = openedWith(
    sent.plan,
    returned.reasons.map(({ place }) => place),
  );
  return lockedFindings(sent.plan, plan, { open, clause: workflow.clause });
}

async function audit(
  tx: Database,
  context: Context,
  opened: Opened,
  done: { readonly action: string; readonly after: string },
): Promise<void> {
  await recordAudit(tx, {
    caller: context.caller,
    requestId: context.requestId,
    dataset: opened.head.dataset,
    action: done.action,
    object: `plans/${opened.head.id}`,
    before: opened.latest.sha256,
    after: done.after,
  });
}
