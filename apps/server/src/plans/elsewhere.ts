// The province's 150 is a rule of its own (F04): what all other places plan, or null while any of them has no plan.
// Parks that stand today are no measure of it: the cap speaks of what stands after integration.
// It is the same figure for every caller, also for one who may read no other place's draft: the database answers the sum alone.
import type { Day } from '@zhenghe/engine/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from '../platform/database.ts';
import { provincialQuotas } from '../policy/index.ts';
import { listJurisdictions } from '../territory/index.ts';
import { countZonesElsewhere, type PlanHead } from './queries.ts';

/** A draft counts at most its quota: with more it cannot be handed in, and one place's mistake must not stop the others. */
export async function zonesElsewhere(
  db: Database,
  rulebook: Rulebook,
  plan: Pick<PlanHead, 'dataset' | 'jurisdiction'> & { readonly on: Day },
): Promise<number | null> {
  const planners = (await listJurisdictions(db)).filter(({ level }) => level !== 'province');
  const quotaOf = provincialQuotas(rulebook, plan.on);
  const quotas = Object.fromEntries(planners.map(({ code }) => [code, quotaOf(code)?.max ?? null]));
  const { places, zones } = await countZonesElsewhere(db, { ...plan, quotas });
  return places < planners.length - 1 ? null : zones;
}
