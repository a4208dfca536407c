// SQL of the roster (入统名单). A change is a new row beside the old one; until a list is kept at all, the register is the list.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';

export interface RosterSpan {
  readonly unit: string;
  readonly jurisdiction: string;
  readonly from: Day;
  /** Last day in it; null while it lasts. */
  readonly to: Day | null;
  readonly reason: string;
}

/** All spans that hold in the record, past and coming ones too. */
export async function listRoster(db: Database, dataset: Dataset): Promise<readonly RosterSpan[]> {
  const { rows } = await sql<RosterSpan>`
    select unit, jurisdiction, from_day::text as "from", to_day::text as "to", reason from statistics_roster
    where dataset = ${dataset} and replaced_at is null order by jurisdiction, unit, from_day`.execute(db);
  return rows;
}

/** Closes the row of the same unit and first day, where there is one, and writes the new ones. */
export async function insertRoster(tx: Database, dataset: Dataset, spans: readonly RosterSpan[], by: Actor): Promise<void> {
  if (spans.length === 0) return;
  const rows = JSON.stringify(spans);
  await sql`
    update statistics_roster r set replaced_at = clock_timestamp()
    from jsonb_to_recordset(${rows}::jsonb) as t (unit text, "from" date)
    where r.dataset = ${dataset} and r.unit = t.unit and r.from_day = t."from" and r.replaced_at is null`.execute(tx);
  await sql`
    insert into statistics_roster (dataset, unit, jurisdiction, from_day, to_day, reason, recorded_by)
    select ${dataset}, unit, jurisdiction, "from", "to", reason, ${JSON.stringify(by)}::jsonb
    from jsonb_to_recordset(${rows}::jsonb) as t (unit text, jurisdiction text, "from" date, "to" date, reason text)`.execute(tx);
}
