// A plan's file as a kind of import (F110): one file, one plan, one new version; undone by a version equal to the one before.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { type PlanFile, readPlanFile } from '@zhenghe/exchange/plans';
import { barredFrom, mayImport } from '../accounts/index.ts';
import {
  type DryRun,
  type FileRead,
  type GivenFile,
  type ImportAsked,
  type ImportKind,
  laterWork,
  type Undoing,
  type Written,
} from '../imports/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';
import { asOf, lockedIn, openToChange, savePlanWithin } from './actions.ts';
import { mayWrite } from './authority.ts';
import { differenceRows } from './import-rows.ts';
import * as say from './import-words.ts';
import { findPlan, findVersion, latestVersion, listTitles } from './queries.ts';
import * as refuse from './refusals.ts';
import { planWorkbook } from './template.ts';

export const planImport: ImportKind<PlanFile> = {
  kind: 'plans',
  title: { zh: '整合提升方案', en: 'Integration plan' },
  about: {
    zh: '把填好的方案表（附件 1–3）存为方案的新版本，已有版本都保留。',
    en: 'Saves a filled-in plan workbook (annexes 1–3) as a new version; every earlier version stays.',
  },
  accepts: ['xlsx', 'json'],
  targeted: true,
  handsOut: false,
  filled: { zh: '下载本方案的表格', en: "This plan's workbook" },
  layout: [],
  inlineRows: null,
  refused,
  titleOf: async (db, target) => (await listTitles(db, [target]))[0]?.title ?? null,
  template: (context, { target, filled }) => planWorkbook(context.db, filled && target !== undefined ? { id: target } : {}),
  read,
  dryRun,
  changedSince: async (db, _rows, { target = '' }) => {
    const version = await latestVersion(db, target);
    const latest = version === null ? null : await findVersion(db, target, version);
    return latest ? [say.savedBy(latest.by, latest.version)] : [];
  },
  commit: async (tx, context, { asked, data, file }): Promise<Written> => {
    const id = targetOf(asked);
    const { latest } = await openToChange(tx, context, id, asked.on);
    const source = { ...data, name: file.name, bytes: file.bytes };
    const note = `导入：${file.name}（SHA-256 ${file.sha256.slice(0, 12)}…）`.slice(0, 500);
    await savePlanWithin(tx, context, { id, basedOn: latest.version, plan: data.plan, on: asked.on, note, source });
    const version = latest.version + 1;
    return { memo: { version }, note: say.newVersion(version) };
  },
  undo,
};

async function refused({ db, caller }: Context, { dataset, target }: Pick<ImportAsked, 'dataset' | 'target'>): Promise<Bilingual | null> {
  if (!mayImport(caller, 'plans')) return say.notDrafter;
  const barred = barredFrom(caller, dataset);
  if (barred || target === undefined) return barred;
  const head = await findPlan(db, target);
  if (head?.dataset !== dataset) throw refuse.noPlan(target);
  const allowed = mayWrite(caller, head);
  return allowed.ok ? null : allowed.reason;
}

async function read(context: Context, _asked: ImportAsked, file: GivenFile): Promise<FileRead<PlanFile>> {
  const codes = new Map((await listJurisdictions(context.db)).map((place) => [place.name, place.code]));
  const plan = await readPlanFile(file.bytes, file.name, { placeCode: (name) => codes.get(name) });
  if (plan.ok) return { data: plan, unreadable: null, problems: [], notes: plan.notes, sheets: [] };
  return { data: null, unreadable: plan.reason, problems: plan.problems, notes: [], sheets: [] };
}

async function dryRun(db: Database, context: Context, asked: ImportAsked, file: PlanFile): Promise<DryRun> {
  const opened = await openToChange(db, context, targetOf(asked), asked.on);
  const { head, latest, history } = opened;
  const state = `${head.id} ${latest.version} ${latest.sha256} ${history.standing.state}`;
  if (file.plan.jurisdiction !== head.jurisdiction) {
    const reason = say.otherPlace(head.jurisdiction, file.plan.jurisdiction);
    const sheet = file.places.plan?.sheet ?? 'JSON';
    return { state, rows: [{ sheet, row: 0, effect: 'refused', subject: head.id, label: file.plan.title, changes: [], reason }] };
  }
  const plan = asOf(head, latest.plan, file.plan);
  const rows = differenceRows(head.id, latest.plan, plan, file.places);
  const barred = new Set((await lockedIn(db, opened, plan)).map(({ where }) => where.label));
  if (barred.size === 0) return { state, rows };
  // A locked finding names its cell; the row of that cell is refused, the others are shown as they are.
  const marked = rows.map((row) =>
    [...barred].some((label) => label.includes(row.label)) ? { ...row, effect: 'refused' as const, reason: say.locked } : row,
  );
  const told = marked.some(({ effect }) => effect === 'refused');
  return { state, rows: told ? marked : rows.map((row) => ({ ...row, effect: 'refused' as const, reason: say.locked })) };
}

/** The newest version only, and only while the plan may be changed; what was decided on stays what it was. */
async function undo(tx: Database, context: Context, { target, memo, reason, on }: Undoing): Promise<void> {
  const id = targetOf({ target: target ?? undefined });
  const version = versionIn(memo);
  const { latest } = await openToChange(tx, context, id, on);
  if (latest.version !== version) throw laterWork(say.newerVersion(latest.version));
  const before = await findVersion(tx, id, version - 1);
  if (!before) throw refuse.noVersion(version - 1);
  await savePlanWithin(tx, context, { id, basedOn: version, plan: before.plan, on, note: `撤销导入：${reason}`.slice(0, 500) });
}

function versionIn(memo: unknown): number {
  const version: unknown = typeof memo === 'object' && memo !== null ? Reflect.get(memo, 'version') : null;
  if (typeof version !== 'number') throw new Error('a batch of a plan without its version');
  return version;
}

function targetOf({ target }: Pick<ImportAsked, 'target'>): string {
  if (target === undefined) throw refuse.noPlan('');
  return target;
}
