// Every body of the register with what it was over its days, and every act with its shares: what figures are gathered and carried by.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import type { LineageAct, ZoneType } from '@zhenghe/engine/zones';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { Grade } from './record.ts';

export interface ZoneSpanOfDays {
  readonly from: Day;
  /** First day on which it no longer holds. */
  readonly to: Day | null;
  readonly name: string;
  readonly place: string;
  readonly type: ZoneType;
  readonly grade: Grade;
}

export interface ZoneThroughTime {
  readonly id: string;
  /** Oldest first; at least one. */
  readonly spans: readonly ZoneSpanOfDays[];
}

export async function zonesThroughTime(db: Database, dataset: Dataset): Promise<readonly ZoneThroughTime[]> {
  const { rows } = await sql<{ id: string; spans: readonly ZoneSpanOfDays[] }>`
    select zone_id as id, json_agg(json_build_object('from', valid_from, 'to', valid_to, 'name', name, 'place', jurisdiction,
      'type', type, 'grade', grade) order by valid_from) as spans
    from zone_facts where dataset = ${dataset} and replaced_at is null group by zone_id order by zone_id collate "C"`.execute(db);
  return rows;
}

/** All acts, also those to come. */
export async function actsThroughTime(db: Database, dataset: Dataset): Promise<readonly LineageAct[]> {
  const party = (side: string) => sql`coalesce((select json_agg(p.zone_id order by p.ordinal) from zone_act_parties p
    where p.act_id = a.id and p.side = ${sql.lit(side)}), '[]'::json)`;
  const { rows } = await sql<LineageAct>`
    select a.id, a.kind, a.acted_on::text as "on", a.paper, ${party('from')} as "from", ${party('to')} as "to",
      coalesce((select json_agg(json_build_object('from', s.from_zone, 'to', s.to_zone, 'share', s.share::text) order by s.from_zone, s.to_zone)
        from zone_act_shares s where s.act_id = a.id), '[]'::json) as shares
    from zone_acts a where a.dataset = ${dataset} order by a.acted_on, a.id`.execute(db);
  return rows;
}

/** Changes with every body or act that is written, corrected or taken away. */
export async function registerMark(db: Database, dataset: Dataset): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', (select count(*) || ' ' || coalesce(max(recorded_at)::text, '') || ' ' || coalesce(max(replaced_at)::text, '')
        from zone_facts where dataset = ${dataset}),
      (select count(*) || ' ' || coalesce(max(recorded_at)::text, '') from zone_acts where dataset = ${dataset})) as mark`.execute(db);
  return rows[0]?.mark ?? '';
}
