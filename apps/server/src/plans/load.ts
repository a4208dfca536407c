// Plans that ship with the product or are generated for training: many at once, each with its counts and its first action.

import { planFromWire } from '@zhenghe/contract/plan-wire';
import { Plan as PlanFile } from '@zhenghe/contract/plans';
import type { Day } from '@zhenghe/engine/kernel';
import { type Rulebook, workflowFor } from '@zhenghe/rulebook';
import { openCases } from '../approvals/index.ts';
import type { Database } from '../platform/database.ts';
import { provincialPlanDates } from '../policy/index.ts';
import { dataText, listJurisdictions } from '../territory/index.ts';
import { checkOn, countsOf, type PlanCounts } from './checking.ts';
import { appendVersionActions, insertHeads, insertVersions, listWithoutCase, type PlanHead } from './queries.ts';
import { loader, type NewPlan } from './record.ts';

/** Inserts plans with version 1 and its action. Ids and codes must be new; the rules are those of each plan's own day. */
export async function insertPlans(tx: Database, rulebook: Rulebook, plans: readonly NewPlan[]): Promise<void> {
  await insertHeads(
    tx,
    plans.map(({ id, dataset, plan }) => ({ id, dataset, code: plan.code, jurisdiction: plan.jurisdiction })),
  );
  await insertVersions(
    tx,
    plans.map((item) => ({ ...item, planId: item.id, version: 1, counts: countsAtLoad(rulebook, item) })),
  );
  await appendVersionActions(
    tx,
    plans.map((item) => ({ ...item, planId: item.id, version: 1 })),
  );
  await openPlanCases(
    tx,
    rulebook,
    plans.map(({ id, dataset, plan, on }) => ({ id, dataset, jurisdiction: plan.jurisdiction, openedOn: on })),
  );
}

/** For plans recorded before there were cases; answers how many were opened. */
export async function openMissingCases(tx: Database, rulebook: Rulebook): Promise<number> {
  const plans = await listWithoutCase(tx);
  await openPlanCases(tx, rulebook, plans);
  return plans.length;
}

/** A plan travels by the workflow of the packs in force on its first day. A real document is never called late. */
export async function openPlanCases(
  tx: Database,
  rulebook: Rulebook,
  plans: readonly (Pick<PlanHead, 'id' | 'dataset' | 'jurisdiction'> & { readonly openedOn: Day })[],
): Promise<void> {
  const places = new Map((await listJurisdictions(tx)).map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  const nameOf = (code: string) => places.get(code) ?? (code === '330000' ? province : { zh: code, en: code });
  const heads = plans.map(({ id, dataset, jurisdiction, openedOn }) => {
    const draftBy = dataset === 'real' ? null : provincialPlanDates(rulebook, openedOn)(jurisdiction);
    const workflow = workflowFor(rulebook, { noun: 'plans', jurisdiction, on: openedOn, draftBy, nameOf });
    if (!workflow) throw new Error(`no workflow for ${id} of ${jurisdiction} on ${openedOn}`);
    return { noun: 'plans', id, dataset, jurisdiction, openedOn, workflow };
  });
  await openCases(
    tx,
    heads.map((head) => ({ head, actions: [] })),
  );
}

const province = { zh: '浙江省', en: 'Zhejiang Province' };

/** Pujiang's annex of 2021, the one plan whose text is public; recorded for the day its document speaks of. */
export async function loadRealPlans(tx: Database, rulebook: Rulebook): Promise<number> {
  const plan = planFromWire(PlanFile.parse(JSON.parse(dataText('plans/pujiang-2021.json'))));
  const item: NewPlan = { id: `real-${plan.code}`, dataset: 'real', plan, on: '2021-01-01', by: loader, kind: 'imported' };
  await insertPlans(tx, rulebook, [plan.source === undefined ? item : { ...item, note: plan.source }]);
  return 1;
}

/** As on its own day, when not every place had a plan: the province's sum is unknown. */
function countsAtLoad(rulebook: Rulebook, { plan, on }: NewPlan): PlanCounts {
  const checked = checkOn(rulebook, plan, { on, zonesElsewhere: null });
  if (!checked.ok) throw new Error(`no rules for ${plan.code} on ${on}: ${checked.reason.en}`);
  return countsOf(checked.check);
}
