// Plans that ship with the product or are generated for training: many at once, each with its counts and its first action.
import { Plan as PlanFile } from '@zhenghe/contract/plans';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { countJurisdictions, dataText } from '../territory/index.ts';
import { checkOn, countsOf, type PlanCounts } from './checking.ts';
import { appendPlanActions, insertHeads, insertVersions } from './queries.ts';
import { loader, type NewPlan, planOf } from './record.ts';

/** Inserts plans with version 1 and its action. Ids and codes must be new; the rules are those of each plan's own day. */
export async function insertPlans(tx: Database, rulebook: Rulebook, plans: readonly NewPlan[]): Promise<void> {
  const elsewhere = zonesElsewhereAmong(plans, await countJurisdictions(tx));
  await insertHeads(
    tx,
    plans.map(({ id, dataset, plan }) => ({ id, dataset, code: plan.code, jurisdiction: plan.jurisdiction })),
  );
  await insertVersions(
    tx,
    plans.map((item) => ({ ...item, planId: item.id, version: 1, counts: countsAtLoad(rulebook, item, elsewhere(item)) })),
  );
  await appendPlanActions(
    tx,
    plans.map((item) => ({ ...item, planId: item.id, version: 1 })),
  );
}

export async function insertPlan(tx: Database, rulebook: Rulebook, plan: NewPlan): Promise<void> {
  await insertPlans(tx, rulebook, [plan]);
}

/** Pujiang's annex of 2021, the one plan whose text is public; recorded for the day its document speaks of. */
export async function loadRealPlans(tx: Database, rulebook: Rulebook): Promise<number> {
  const plan = planOf(PlanFile.parse(JSON.parse(dataText('plans/pujiang-2021.json'))));
  const item: NewPlan = { id: `real-${plan.code}`, dataset: 'real', plan, on: '2021-01-01', by: loader, kind: 'imported' };
  await insertPlan(tx, rulebook, plan.source === undefined ? item : { ...item, note: plan.source });
  return 1;
}

function countsAtLoad(rulebook: Rulebook, { plan, on }: NewPlan, zonesElsewhere: number | null): PlanCounts {
  const checked = checkOn(rulebook, plan, { on, zonesElsewhere });
  if (!checked.ok) throw new Error(`no rules for ${plan.code} on ${on}: ${checked.reason.en}`);
  return countsOf(checked.check);
}

/** Known only when every place has a plan in the batch. */
function zonesElsewhereAmong(plans: readonly NewPlan[], places: number): (item: NewPlan) => number | null {
  const complete = new Set(plans.map(({ plan }) => plan.jurisdiction)).size >= places && places > 0;
  const all = plans.reduce((total, { plan }) => total + plan.zones.length, 0);
  return ({ plan }) => (complete ? all - plan.zones.length : null);
}
