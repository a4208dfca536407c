// Publishing: figures become current under one number, in the transaction of the act that approved them. Numbers are taken under the
// head's lock, which is held until the commit: without gaps, and in the order in which others see them.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day, DecimalText, MissingReason, Period } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export interface NewFigure {
  readonly unit: string;
  readonly jurisdiction: string;
  /** Code of a filed indicator. */
  readonly indicator: string;
  readonly period: Period;
  /** Only where it was filed under another calibre than the one in force. */
  readonly calibre: string | null;
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  readonly explanation: string | null;
}

export interface Publication {
  readonly dataset: Dataset;
  readonly source: Bilingual;
  readonly approvedOn: Day;
  readonly approvedBy: Bilingual | null;
  readonly figures: readonly NewFigure[];
  /** The province, where absent: a set of figures brought in. */
  readonly jurisdiction?: string;
  readonly filing?: { readonly id: string; readonly version: number };
  readonly reason?: string | null;
  readonly afterLock?: boolean;
}

/** Answers the number. Each unit, indicator, period and calibre may stand once in `figures`; what was current is marked as replaced. */
export async function insertPublished(tx: Database, publication: Publication): Promise<number> {
  const number = await nextNumber(tx, publication.dataset);
  await insertPublication(tx, publication, number);
  const { figures, dataset } = publication;
  if (figures.length === 0) return number;
  await sql`
    update statistics_figures f set replaced_in = ${number}
    from unnest(${of(figures, 'unit')}::text[], ${of(figures, 'indicator')}::text[], ${of(figures, 'period')}::text[],
      ${calibres(figures)}::text[]) as t (unit, indicator, period, calibre)
    where f.dataset = ${dataset} and f.unit = t.unit and f.indicator = t.indicator and f.period = t.period and f.calibre = t.calibre
      and f.replaced_in is null`.execute(tx);
  await sql`
    insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, calibre, publication, value, missing, explanation)
    select ${dataset}, unit, jurisdiction, indicator, period, calibre, ${number}, value, missing, explanation
    from unnest(${of(figures, 'unit')}::text[], ${of(figures, 'jurisdiction')}::text[], ${of(figures, 'indicator')}::text[],
      ${of(figures, 'period')}::text[], ${calibres(figures)}::text[], ${of(figures, 'value')}::numeric[], ${of(figures, 'missing')}::text[],
      ${of(figures, 'explanation')}::text[]) as t (unit, jurisdiction, indicator, period, calibre, value, missing, explanation)`.execute(
    tx,
  );
  return number;
}

export async function nextNumber(tx: Database, dataset: Dataset): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into statistics_head (dataset, number) values (${dataset}, 1)
    on conflict (dataset) do update set number = statistics_head.number + 1 returning number`.execute(tx);
  const [raised] = rows;
  if (!raised) throw new Error(`the caller may not publish ${dataset} figures`);
  return raised.number;
}

export async function insertPublication(tx: Database, one: Publication, number: number): Promise<void> {
  const by = one.approvedBy === null ? null : JSON.stringify(one.approvedBy);
  await sql`
    insert into statistics_publications (dataset, number, jurisdiction, filing, version, source_zh, source_en, approved_by, approved_on,
      reason, after_lock)
    values (${one.dataset}, ${number}, ${one.jurisdiction ?? '330000'}, ${one.filing?.id ?? null}, ${one.filing?.version ?? null},
      ${one.source.zh}, ${one.source.en}, ${by}::jsonb, ${one.approvedOn}::date, ${one.reason ?? null},
      ${one.afterLock ?? false})`.execute(tx);
}

function of<K extends keyof NewFigure>(figures: readonly NewFigure[], field: K): NewFigure[K][] {
  return figures.map((figure) => figure[field]);
}

function calibres(figures: readonly NewFigure[]): string[] {
  return figures.map(({ calibre }) => calibre ?? '');
}

/** The newest number of the data set; figures are as they were at it until it changes. */
export async function headOf(db: Database, dataset: Dataset): Promise<{ readonly number: number; readonly epoch: number }> {
  const { rows } = await sql<{ number: number; epoch: number }>`
    select number, epoch from statistics_head where dataset = ${dataset}`.execute(db);
  return rows[0] ?? { number: 0, epoch: 0 };
}
