// Opening and locking periods: the province asks every unit of a form, and closes what was asked.

import type { Dataset } from '@zhenghe/contract/kernel';
import type { FormRowHead } from '@zhenghe/contract/statistics';
import { type Day, type Period, periodEnd } from '@zhenghe/engine/kernel';
import { type Actor, actorOf, barredFrom } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { asksFor, formOn, formsOn, mustBeAskable, newestOver } from './forms.ts';
import { openFilings } from './open.ts';
import { countFilings, findLock, insertLock, newestOpened } from './queries.ts';
import * as refuse from './refusals.ts';
import { unitsAsked } from './units.ts';

export interface PeriodAsked {
  readonly dataset: Dataset;
  readonly form: string;
  readonly period: Period;
  readonly on: Day;
}

export async function openPeriod(context: Context, asked: PeriodAsked): Promise<{ opened: number; standing: number }> {
  const by = actorFor(context, asked.dataset);
  return context.db.transaction().execute(async (tx) => {
    const form = await formOn(tx, context.rulebook, { ...asked, code: asked.form });
    mustBeAskable(form.form, asked.period, asked.on);
    const lock = await findLock(tx, asked);
    if (lock) throw refuse.lockedAlready(lock.on);
    const day = periodEnd(asked.period);
    const units = await unitsAsked(tx, { dataset: asked.dataset, audience: form.form.audience, day });
    const opened = await openFilings(tx, context.rulebook, { ...asked, form, units, by });
    if (opened.length > 0) await audit(tx, context, asked, { action: 'statistics/open', after: form.sha256 });
    return { opened: opened.length, standing: units.length - opened.length };
  });
}

export async function lockPeriod(context: Context, asked: PeriodAsked & { readonly reason: string }): Promise<{ locked: number }> {
  const by = actorFor(context, asked.dataset);
  return context.db.transaction().execute(async (tx) => {
    const form = await formOn(tx, context.rulebook, { ...asked, code: asked.form });
    const count = await countFilings(tx, asked);
    if (count === 0) throw refuse.notOpened(asked.period);
    const lock = await findLock(tx, asked);
    if (lock) throw refuse.lockedAlready(lock.on);
    await insertLock(tx, asked, { on: asked.on, reason: asked.reason, by });
    await audit(tx, context, asked, { action: 'statistics/lock', after: form.sha256 });
    return { locked: count };
  });
}

function actorFor({ caller }: Context, dataset: Dataset): Actor {
  const barred = barredFrom(caller, dataset);
  if (barred || !caller.card) throw refuse.notAllowed(barred ?? { zh: '请先选择身份。', en: 'Choose a role first.' });
  if (caller.card.jurisdiction !== '330000') throw refuse.notAllowed(provinceOnly);
  return actorOf(caller.card);
}

const provinceOnly = { zh: '布置和锁定报告期由省级统一办理。', en: 'Periods are opened and locked by the province for all.' };

async function audit(
  tx: Database,
  { caller, requestId }: Context,
  { dataset, form, period }: PeriodAsked,
  { action, after }: { readonly action: string; readonly after: string },
): Promise<void> {
  await recordAudit(tx, { caller, requestId, dataset, action, object: `statistics/${dataset}.${form}.${period}`, before: null, after });
}

/** Forms of the day; `opens` only for those who may open. */
export async function formHeads(context: Context, asked: { readonly dataset: Dataset; readonly on: Day }): Promise<FormRowHead[]> {
  const { db, rulebook, caller } = context;
  const [forms, opened] = [await formsOn(db, rulebook, asked), await newestOpened(db, asked.dataset, asked.on)];
  const mayOpen = caller.card?.role === 'province' && barredFrom(caller, asked.dataset) === null;
  return forms.map(({ form, version, pack }) => {
    const newest = opened.get(form.code) ?? null;
    const next = mayOpen ? newestOver(form, asked.on) : null;
    return {
      ...{ code: form.code, version, pack, title: form.title, about: form.about, audience: form.audience, frequency: form.frequency },
      rows: form.groups.reduce((sum, { rows }) => sum + rows.length, 0),
      ...{ dueDays: form.dueDays, levelDays: form.levelDays, dueFrom: form.dueFrom, opened: newest },
      opens: next !== null && next !== newest && asksFor(form, next) ? next : null,
    };
  });
}
