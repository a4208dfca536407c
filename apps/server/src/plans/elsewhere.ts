// The province's 150 is a rule of its own (F04): what all other places plan, or null while any of them has no plan.
// Parks that stand today are no measure of it: the cap speaks of what stands after integration.
import type { Day } from '@zhenghe/engine/kernel';
import type { Database } from '../platform/database.ts';
import { countJurisdictions } from '../territory/index.ts';
import { countPlannedZones, type PlanHead } from './queries.ts';

export async function zonesElsewhere(db: Database, plan: Pick<PlanHead, 'dataset' | 'jurisdiction'>, on: Day): Promise<number | null> {
  const { places, zones } = await countPlannedZones(db, plan.dataset, on, plan.jurisdiction);
  return places >= (await countJurisdictions(db)) - 1 ? zones : null;
}
