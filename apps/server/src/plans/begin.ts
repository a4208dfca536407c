// How a draft comes to be: an empty one that its own place begins, or one written from a scenario of the planner. A plan beyond its draft
// is never touched.
import { randomBytes } from 'node:crypto';
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Bilingual, type Day, isMissing, notGiven } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import { classOf } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';
import { findCaseToChange } from '../approvals/index.ts';
import { recordAudit } from '../audit/index.ts';
import { standsStill } from '../consultation/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { type ParkOnDay, parksOn } from '../zones/index.ts';
import { asOf } from './actions.ts';
import { mayWrite } from './authority.ts';
import { countsOf } from './checking.ts';
import { checked } from './hand-in.ts';
import { historyOf } from './history.ts';
import { openPlanCases } from './load.ts';
import {
  appendVersionActions,
  findPlanOf,
  findPlanToChange,
  findVersion,
  holdPlace,
  insertHeads,
  insertVersions,
  type PlanHead,
  type PlanVersion,
} from './queries.ts';
import { planHash } from './record.ts';
import * as refuse from './refusals.ts';

interface Of {
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly on: Day;
}

/** A draft of the place's parks as the register has them, everything else open; refused where the place has a plan. */
export async function beginPlan(context: Context, asked: Of): Promise<string> {
  return context.db.transaction().execute(async (tx) => {
    const head = { id: '', code: '', ...asked };
    const allowed = mayWrite(context.caller, head);
    if (!allowed.ok) throw refuse.notAllowed(allowed.reason);
    const [place] = (await listJurisdictions(tx)).filter(({ code }) => code === asked.jurisdiction);
    if (!place || classOf(place.code) === null) throw refuse.noPlanningPlace(asked.jurisdiction);
    await holdPlace(tx, asked);
    const held = await findPlanOf(tx, asked);
    if (held) throw refuse.hasPlan(held.code);
    const parks = await parksOn(tx, { dataset: asked.dataset, day: asked.on, within: asked.jurisdiction });
    const own = parks.filter(({ jurisdiction }) => jurisdiction === asked.jurisdiction);
    const plan = emptyPlan({ ...asked, name: place.name, parks: own });
    return (await writeNew(tx, context, { ...asked, by: allowed.by, plan: () => plan })).id;
  });
}

export function emptyPlan(of: Of & { readonly name: string; readonly parks: readonly ParkOnDay[] }): Plan {
  const training = of.dataset === 'training';
  const own = of.jurisdiction.endsWith('00') ? '本级' : '';
  return {
    ...{ format: 'zhenghe-plan/1', code: of.jurisdiction, jurisdiction: of.jurisdiction, training },
    title: `${training ? '训练·' : ''}${of.name}${own}开发区（园区）整合提升方案`,
    industrialStrongCounty: notGiven,
    parks: of.parks.map(({ id, name, grade, approvedKm2 }) => ({
      ...{ code: id, name, level: grade, outcomes: [] },
      approvedArea: isMissing(approvedKm2) ? notGiven : approvedKm2,
    })),
    ...{ zones: [], parts: [], blocks: [], sums: [], townships: [], milestones: [], answers: [] },
    organisation: { bodiesBefore: notGiven, bodiesAfter: notGiven, staffBefore: notGiven, staffAfter: notGiven },
  };
}

export interface DraftAsked extends Of {
  readonly by: Actor;
  readonly note?: string;
  /** The draft as it would be, over what the place has: null where it has no plan. */
  readonly plan: (before: Plan | null) => Plan;
}

export type DraftWritten =
  | { readonly ok: true; readonly id: string; readonly version: number; readonly made: 'new' | 'version' }
  | { readonly ok: false; readonly reason: Bilingual };

/** The first version of a new plan, or a new version of one still in draft. Who may write it is for the caller to have asked. */
export async function writeDraft(tx: Database, context: Context, asked: DraftAsked): Promise<DraftWritten> {
  await holdPlace(tx, asked);
  const held = await findPlanOf(tx, asked);
  if (!held) return { ok: true, made: 'new', ...(await writeNew(tx, context, asked)) };
  await findCaseToChange(tx, { noun: 'plans', id: held.id });
  const head = await findPlanToChange(tx, held.id);
  const history = head && (await historyOf(tx, held.id));
  if (!head || !history) return { ok: false, reason: refuse.unseenPlan };
  const { state, version } = history.standing;
  if (state !== 'draft') return { ok: false, reason: refuse.beyondDraft(state) };
  if (asked.on < history.lastDay) return { ok: false, reason: refuse.dayBackReason(asked.on, history.lastDay) };
  if (await standsStill(tx, { noun: 'plans', id: held.id, on: asked.on })) return { ok: false, reason: refuse.underComments };
  const latest = await findVersion(tx, held.id, version);
  if (!latest) return { ok: false, reason: refuse.unseenPlan };
  return { ok: true, made: 'version', id: head.id, version: await writeVersion(tx, context, { ...asked, head, latest }) };
}

async function writeNew(tx: Database, context: Context, asked: DraftAsked): Promise<{ readonly id: string; readonly version: number }> {
  const { dataset, jurisdiction, on, by, note } = asked;
  const id = `${jurisdiction}-${randomBytes(4).toString('hex')}`;
  const head: PlanHead = { id, dataset, jurisdiction, code: id };
  const plan = { ...asked.plan(null), code: id };
  await insertHeads(tx, [head]);
  const common = { planId: id, dataset, version: 1, on, by, ...(note === undefined ? {} : { note }) };
  await insertVersions(tx, [{ ...common, plan, counts: countsOf(await checked(tx, context, { head, version: 1, plan, on })) }]);
  await appendVersionActions(tx, [{ ...common, kind: 'saved' }]);
  await openPlanCases(tx, context.rulebook, [{ id, dataset, jurisdiction, openedOn: on }]);
  await audit(tx, context, { head, action: 'plans/create', before: null, after: planHash(plan) });
  return { id, version: 1 };
}

interface NextVersion extends DraftAsked {
  readonly head: PlanHead;
  readonly latest: PlanVersion;
}

/** The same plan again is no new version. */
async function writeVersion(tx: Database, context: Context, asked: NextVersion): Promise<number> {
  const { head, latest, on, by, note } = asked;
  const plan = asOf(head, latest.plan, asked.plan(latest.plan));
  if (planHash(plan) === latest.sha256) return latest.version;
  const version = latest.version + 1;
  const common = { planId: head.id, dataset: head.dataset, version, on, by, ...(note === undefined ? {} : { note }) };
  await insertVersions(tx, [{ ...common, plan, counts: countsOf(await checked(tx, context, { head, version, plan, on })) }]);
  await appendVersionActions(tx, [{ ...common, kind: 'saved' }]);
  await audit(tx, context, { head, action: 'plans/save', before: latest.sha256, after: planHash(plan) });
  return version;
}

interface Audited {
  readonly head: PlanHead;
  readonly action: string;
  readonly before: string | null;
  readonly after: string;
}

async function audit(tx: Database, { caller, requestId }: Context, { head, ...done }: Audited): Promise<void> {
  await recordAudit(tx, { caller, requestId, dataset: head.dataset, object: `plans/${head.id}`, ...done });
}
