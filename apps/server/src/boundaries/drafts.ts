// Load → decide → save for drafts of boundaries: begin, redraw, keep. Each change is a new revision, normalised and measured anew.
import { randomUUID } from 'node:crypto';
import type { BoundaryDraft } from '@zhenghe/contract/boundaries';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Feature } from '@zhenghe/engine/boundaries';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { actorFor, placeOf } from './authority.ts';
import { work } from './desk.ts';
import { strangersOf } from './matching.ts';
import { countyAt } from './outlines.ts';
import { findLayer, findSet, insertLayer, keepSet, listLayers, newestLayerDay } from './queries.ts';
import { findDraft, holdDraft, insertDraft } from './reading-queries.ts';
import { type DraftRecord, setHash, type Target } from './record.ts';
import * as refuse from './refusals.ts';
import { reportOf } from './report.ts';
import type { BoundedNouns } from './subject.ts';
import { onWire } from './wire.ts';

export async function draftOf(
  context: Context,
  nouns: BoundedNouns,
  asked: { readonly id: string; readonly on: Day },
): Promise<BoundaryDraft> {
  const draft = await findDraft(context.db, asked.id);
  if (!draft) throw refuse.noDraft();
  return shown(context, nouns, draft, asked.on);
}

/** From what the plan carries or the layer holds now; empty when there is nothing yet. */
export async function beginDraft(
  context: Context,
  nouns: BoundedNouns,
  asked: { readonly target: Target; readonly dataset: Dataset; readonly on: Day },
): Promise<BoundaryDraft> {
  const { target, dataset, on } = asked;
  const jurisdiction = await placeOf(context, nouns, asked);
  const by = actorFor(context, jurisdiction, dataset);
  const present = await presentFeatures(context.db, nouns, asked);
  const draft = { id: randomUUID(), revision: 1, dataset, jurisdiction, target, file: null, crs: null, findings: [], ...present, by };
  await insertDraft(context.db, draft);
  return shown(context, nouns, draft, on);
}

async function presentFeatures(db: Database, nouns: BoundedNouns, { target, dataset, on }: { target: Target; dataset: Dataset; on: Day }) {
  if (target.kind === 'plan') {
    const carried = (await nouns.plan.find(db, target.plan))?.boundaries;
    const set = carried && (await findSet(db, carried.sha256));
    return { features: set?.features ?? [], surveyGrade: set?.surveyGrade ?? true };
  }
  const lines = await listLayers(db, { dataset, on, jurisdiction: target.jurisdiction });
  const line = lines.find(({ kind, jurisdiction }) => kind === target.layer && jurisdiction === target.jurisdiction);
  const layer = line && (await findLayer(db, line.id));
  return { features: layer?.features ?? [], surveyGrade: true };
}

interface RedrawAsked {
  readonly id: string;
  readonly basedOn: number;
  readonly features: readonly Feature[];
  readonly on: Day;
}

export async function redraw(context: Context, nouns: BoundedNouns, asked: RedrawAsked): Promise<BoundaryDraft> {
  const before = await findDraft(context.db, asked.id);
  if (!before) throw refuse.noDraft();
  const by = actorFor(context, before.jurisdiction, before.dataset);
  if (before.revision !== asked.basedOn) throw refuse.drawnMeanwhile(before.revision, asked.basedOn);
  refuseDouble(asked.features);
  const { dataset, jurisdiction } = before;
  const county = await countyAt(context.db, { dataset, on: asked.on, jurisdiction });
  const done = await work<'redraw'>({ kind: 'redraw', features: asked.features, county });
  const draft = { ...before, revision: before.revision + 1, ...done, by };
  await context.db.transaction().execute(async (tx) => {
    await holdDraft(tx, asked.id);
    const now = await findDraft(tx, asked.id);
    if (now?.revision !== asked.basedOn) throw refuse.drawnMeanwhile(now?.revision ?? 0, asked.basedOn);
    await insertDraft(tx, draft);
  });
  return shown(context, nouns, draft, asked.on);
}

function refuseDouble(features: readonly Feature[]): void {
  const codes = features.map(({ code }) => code);
  const double = [...new Set(codes.filter((code, index) => codes.indexOf(code) < index))];
  if (double.length === 0) return;
  const reason = { zh: '编号重复，没有保存。', en: 'Codes stand twice: nothing was saved.' };
  throw refuse.unreadable(
    reason,
    double.map((column) => ({ column, reason: { zh: '每个地块须有自己的编号', en: 'each block has a code of its own' } })),
  );
}

async function shown(context: Context, nouns: BoundedNouns, draft: DraftRecord, on: Day): Promise<BoundaryDraft> {
  const subject = draft.target.kind === 'plan' ? await nouns.plan.find(context.db, draft.target.plan) : null;
  const { features } = draft;
  const report = subject ? await reportOf(context, subject, { set: setHash(features), features: async () => features, on }) : null;
  const unknown = subject ? strangersOf(subject, features) : [];
  return onWire(draft, report, unknown);
}

interface KeepAsked {
  readonly id: string;
  readonly revision: number;
  readonly on: Day;
  readonly plan?: { readonly basedOn: number } | undefined;
  readonly layer?: { readonly title: Bilingual; readonly source: string; readonly validFrom: Day } | undefined;
}

export async function keepDraft(
  context: Context,
  nouns: BoundedNouns,
  asked: KeepAsked,
): Promise<{ sha256: string; version: number | null }> {
  return context.db.transaction().execute(async (tx) => {
    await holdDraft(tx, asked.id);
    const draft = await findDraft(tx, asked.id);
    if (!draft) throw refuse.noDraft();
    const by = actorFor(context, draft.jurisdiction, draft.dataset);
    if (draft.revision !== asked.revision) throw refuse.drawnMeanwhile(draft.revision, asked.revision);
    const open = draft.findings.filter(({ standing }) => standing === 'mend').length;
    if (open > 0) throw refuse.notClean(open);
    const { dataset, jurisdiction, features, surveyGrade, file } = draft;
    const sha256 = await keepSet(tx, { dataset, jurisdiction, features, surveyGrade, source: file?.sha256 ?? null, by });
    const version = await carry(tx, context, nouns, { asked, draft, sha256 });
    const { caller, requestId } = context;
    await recordAudit(tx, {
      caller,
      requestId,
      dataset,
      action: 'boundaries/keep',
      object: `boundary-drafts/${draft.id}`,
      before: null,
      after: sha256,
    });
    return { sha256, version };
  });
}

interface Carrying {
  readonly asked: KeepAsked;
  readonly draft: DraftRecord;
  readonly sha256: string;
}

async function carry(tx: Database, context: Context, nouns: BoundedNouns, { asked, draft, sha256 }: Carrying): Promise<number | null> {
  const { target, dataset, jurisdiction } = draft;
  if (target.kind === 'plan') {
    if (!asked.plan) throw refuse.wantsPlan();
    const subject = await nouns.plan.find(tx, target.plan);
    if (!subject) throw refuse.noPlan();
    const unknown = strangersOf(subject, draft.features);
    if (unknown.length > 0) throw refuse.strangers(unknown);
    const boundaries = { sha256, surveyGrade: draft.surveyGrade };
    return nouns.plan.keep(tx, context, { id: target.plan, basedOn: asked.plan.basedOn, boundaries, on: asked.on });
  }
  if (!asked.layer) throw refuse.wantsLayer();
  const newest = await newestLayerDay(tx, { dataset, kind: target.layer, jurisdiction });
  if (newest !== null && asked.layer.validFrom < newest) throw refuse.layerBack(newest);
  // The same land may be put in force again, after another version or under another document.
  const id = `${dataset}-${jurisdiction}-${target.layer}-${sha256.slice(0, 12)}-${draft.id.slice(0, 8)}`;
  const { title, source, validFrom } = asked.layer;
  const owner = context.caller.card?.unit ?? { zh: '', en: '' };
  await insertLayer(tx, { id, dataset, jurisdiction, kind: target.layer, title, owner, source, validFrom, set: sha256, by: draft.by });
  return null;
}
