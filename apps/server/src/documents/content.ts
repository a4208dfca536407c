// What a paper will say, frozen when it is asked for: the very answer the plan's page shows, with names and sources.

import type { Day } from '@zhenghe/engine/kernel';
import type { PaperContent, PaperKind, PaperRound, PaperStep } from '@zhenghe/exchange/documents';
import { hashOf } from '@zhenghe/rulebook';
import type { Actor } from '../accounts/index.ts';
import { findCase, listActions } from '../approvals/index.ts';
import { answerTable } from '../consultation/index.ts';
import { planDetail } from '../plans/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { listJurisdictions } from '../territory/index.ts';

export interface Asked {
  readonly plan: string;
  readonly version?: number | undefined;
  readonly on: Day;
}

export type Detail = Awaited<ReturnType<typeof planDetail>>;

export function detailOf(context: Context, asked: Asked): Promise<Detail> {
  return planDetail(context, { id: asked.plan, version: asked.version, on: asked.on });
}

/** What was consulted on up to the version. */
export function roundsOf(context: Context, { id, version, check }: Detail): Promise<readonly PaperRound[]> {
  return answerTable(context, { noun: 'plans', id, version, on: check.on });
}

interface Ordered {
  readonly kind: PaperKind;
  readonly detail: Detail;
  readonly rounds: readonly PaperRound[];
  readonly by: Actor;
}

export async function paperContent(context: Context, { kind, detail, rounds, by }: Ordered): Promise<PaperContent> {
  const names = new Map((await listJurisdictions(context.db)).map(({ code, name }) => [code, name]));
  const { jurisdiction } = detail.plan;
  const city = `${jurisdiction.slice(0, 4)}00`;
  const above = jurisdiction === city ? '330000' : city;
  // What the caller may do is the page's business, not the paper's.
  const { id, dataset, state, version, latest, plan, boundaryFindings } = detail;
  const check = { ...detail.check, findings: [...detail.check.findings, ...boundaryFindings] };
  return {
    format: 'zhenghe-paper/1',
    kind,
    detail: { id, dataset, state, version, latest, plan, check },
    planSha256: hashOf(plan),
    // A plan that was taken back is a draft again: nobody has submitted it.
    submitted: state === 'draft' ? null : await stepOf(context.db, detail, 'submit'),
    approved: state === 'approved' ? await stepOf(context.db, detail, 'approve') : null,
    on: check.on,
    place: names.get(jurisdiction) ?? jurisdiction,
    above: names.get(above) ?? (above === '330000' ? '浙江省' : above),
    sources: check.packs.map((pack) => {
      const head = context.rulebook.pack(pack.id)?.head;
      const draft = head?.status === 'draft';
      return { id: pack.id, title: head?.title.zh ?? pack.id, number: head?.number ?? null, draft, hash: pack.hash };
    }),
    ...(kind === 'answers' || kind === 'answers-sheet' ? { rounds } : {}),
    maker: by.unit,
  };
}

/** The last act of that kind until the asked day, as the plan's case holds it; null when it was never done. */
async function stepOf(db: Database, { id, check }: Detail, kind: 'submit' | 'approve'): Promise<PaperStep | null> {
  const head = await findCase(db, { noun: 'plans', id });
  if (!head) return null;
  const actions = await listActions(db, head);
  const act = actions.findLast((one) => one.kind === kind && one.on <= check.on);
  if (!act) return null;
  return { by: act.actor.unit.zh, on: act.on, version: act.version, note: act.text ?? null, number: act.paper ?? null };
}
