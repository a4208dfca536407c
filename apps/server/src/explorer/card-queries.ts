// SQL of the source card: every version of some figures, by their key, with the act that approved each.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day, DecimalText, MissingReason, Period } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export interface FigureVersion {
  readonly unit: string;
  readonly period: Period;
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  readonly source: Bilingual;
  readonly approvedBy: Bilingual | null;
  readonly on: Day;
  readonly reason: string | null;
  readonly explanation: string | null;
  readonly filing: string | null;
}

export interface VersionsAsked {
  readonly dataset: Dataset;
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  readonly periods: readonly Period[];
}

/** Oldest first, those in force and those they replaced; of the calibre in force in each period. */
export async function listVersions(db: Database, asked: VersionsAsked): Promise<readonly FigureVersion[]> {
  const { rows } = await versionsQuery(asked).execute(db);
  return rows;
}

/** By itself, so that a test can ask how it is planned. */
export function versionsQuery(asked: VersionsAsked): RawBuilder<FigureVersion> {
  return sql`
    select f.unit, f.period, f.value::text as value, f.missing, json_build_object('zh', p.source_zh, 'en', p.source_en) as source,
      p.approved_by as "approvedBy", p.approved_on::text as "on", p.reason, f.explanation, p.filing
    from statistics_figures f join statistics_publications p on p.dataset = f.dataset and p.number = f.publication
    where f.unit = any(${[...asked.units]}::text[]) and f.dataset = ${asked.dataset}
      and f.indicator = any(${[...asked.indicators]}::text[]) and f.period = any(${[...asked.periods]}::text[]) and f.calibre = ''
    order by f.publication, f.unit, f.period`;
}

export interface Approval {
  readonly on: Day;
  readonly by: Bilingual | null;
}

/** The newest publication among the figures of each indicator in these periods. */
export async function listLastApprovals(
  db: Database,
  { dataset, indicators, periods }: Omit<VersionsAsked, 'units'>,
): Promise<ReadonlyMap<string, Approval>> {
  const { rows } = await sql<Approval & { readonly indicator: string }>`
    select f.indicator, p.approved_on::text as "on", p.approved_by as by
    from (select indicator, max(publication) as number from statistics_figures
        where dataset = ${dataset} and period = any(${[...periods]}::text[]) and indicator = any(${[...indicators]}::text[])
          and replaced_in is null group by indicator) f
      join statistics_publications p on p.dataset = ${dataset} and p.number = f.number`.execute(db);
  return new Map(rows.map(({ indicator, ...approval }) => [indicator, approval]));
}
