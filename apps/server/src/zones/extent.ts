// Since when a body is what it is: the last act that brought others into it. Figures of before speak of a smaller one.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** Up to and with that day; null where no act did, and for what is no body of the register. */
export async function extentSince(
  db: Database,
  { dataset, zone, by }: { readonly dataset: Dataset; readonly zone: string; readonly by: Day },
): Promise<Day | null> {
  const { rows } = await sql<{ since: Day | null }>`
    select max(a.acted_on)::text as since from zone_acts a join zone_act_parties p on p.act_id = a.id and p.side = 'to'
    where p.zone_id = ${zone} and a.dataset = ${dataset} and a.acted_on <= ${by}::date
      and exists (select from zone_act_parties f where f.act_id = a.id and f.side = 'from' and f.zone_id <> p.zone_id)`.execute(db);
  return rows[0]?.since ?? null;
}
