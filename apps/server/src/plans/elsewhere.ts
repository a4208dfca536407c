// The province's 150 is a rule of its own (F04): what all other places plan, or null while any of them has no plan.
// Parks that stand today are no measure of it: the cap speaks of what stands after integration.
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { provincialQuotas } from '../policy/index.ts';
import { countJurisdictions } from '../territory/index.ts';
import { listPlans, type PlanHead } from './queries.ts';

/** A draft counts at most its quota: with more it cannot be handed in, and one place's mistake must not stop the others. */
export async function zonesElsewhere(
  db: Database,
  rulebook: Rulebook,
  plan: Pick<PlanHead, 'dataset' | 'jurisdiction'> & { readonly on: Day },
): Promise<number | null> {
  const others = (await listPlans(db, plan.dataset, plan.on)).filter(({ jurisdiction }) => jurisdiction !== plan.jurisdiction);
  const planned = new Set(others.map(({ jurisdiction }) => jurisdiction)).size;
  if (planned < (await countJurisdictions(db)) - 1) return null;
  const quotaOf = provincialQuotas(rulebook, plan.on);
  return others.reduce((sum, { jurisdiction, standing, zones }) => {
    const most = standing.state === 'draft' ? (quotaOf(jurisdiction)?.max ?? zones) : zones;
    return sum + Math.min(zones, most);
  }, 0);
}
