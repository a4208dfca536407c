// Plans that ship with the product or are generated for training: many at once, each with its counts and its first action.

import { planFromWire } from '@zhenghe/contract/plan-wire';
import { Plan as PlanFile } from '@zhenghe/contract/plans';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { dataText } from '../territory/index.ts';
import { checkOn, countsOf, type PlanCounts } from './checking.ts';
import { appendPlanActions, insertHeads, insertVersions } from './queries.ts';
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
  await appendPlanActions(
    tx,
    plans.map((item) => ({ ...item, planId: item.id, version: 1 })),
  );
}

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
