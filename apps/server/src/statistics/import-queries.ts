// What an import of figures asks of the database, for many units at once: filings of their periods, cells, and current figures.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Period } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { Figure } from './figures.ts';
import { headColumns } from './queries.ts';
import type { FilingHead, StoredCell } from './record.ts';

export interface UnitPeriod {
  readonly unit: string;
  readonly period: Period;
}

const pairs = (asked: readonly UnitPeriod[]) =>
  sql`unnest(${asked.map(({ unit }) => unit)}::text[], ${asked.map(({ period }) => period)}::text[])`;

/** Filings of these units for these periods that the caller may see. */
export async function listFilingsOf(db: Database, dataset: Dataset, asked: readonly UnitPeriod[]): Promise<readonly FilingHead[]> {
  const { rows } = await sql<FilingHead>`
    select ${headColumns}
    from statistics_filings f join ${pairs(asked)} as t (unit, period) on f.unit = t.unit and f.period = t.period
    where f.dataset = ${dataset} order by f.id`.execute(db);
  return rows;
}

export type FilingCellRow = Pick<StoredCell, 'key' | 'value' | 'missing' | 'revision'> & { readonly filing: string };

export async function listCellsOf(db: Database, filings: readonly string[]): Promise<readonly FilingCellRow[]> {
  const { rows } = await sql<FilingCellRow>`
    select filing, key, value::text as value, missing, revision from statistics_cells where filing = any(${[...filings]}::text[])`.execute(
    db,
  );
  return rows;
}

export type CurrentFigure = Figure & { readonly unit: string; readonly jurisdiction: string };

/** Current figures of these units and periods, whatever the indicator. */
export async function listCurrentOf(db: Database, dataset: Dataset, asked: readonly UnitPeriod[]): Promise<readonly CurrentFigure[]> {
  const { rows } = await sql<CurrentFigure>`
    select f.unit, f.jurisdiction, f.indicator, f.period, f.calibre, f.value::text as value, f.missing, f.publication::int as publication
    from statistics_figures f join ${pairs(asked)} as t (unit, period) on f.unit = t.unit and f.period = t.period
    where f.dataset = ${dataset} and f.replaced_in is null`.execute(db);
  return rows;
}

export interface WrittenFigure extends CurrentFigure {
  /** The publication that came after; null while it is current. */
  readonly replacedIn: number | null;
  /** What stood there before; null where nothing did. */
  readonly before: Pick<Figure, 'value' | 'missing'> | null;
}

/** What these publications wrote, and what each of their figures replaced. */
export async function listPublishedIn(db: Database, dataset: Dataset, numbers: readonly number[]): Promise<readonly WrittenFigure[]> {
  const { rows } = await sql<WrittenFigure>`
    select f.unit, f.jurisdiction, f.indicator, f.period, f.calibre, f.value::text as value, f.missing, f.publication::int as publication,
      f.replaced_in::int as "replacedIn",
      (select json_build_object('value', b.value::text, 'missing', b.missing) from statistics_figures b
        where b.unit = f.unit and b.dataset = f.dataset and b.indicator = f.indicator and b.period = f.period and b.calibre = f.calibre
          and b.replaced_in = f.publication) as before
    from statistics_figures f where f.dataset = ${dataset} and f.publication = any(${[...numbers]}::bigint[])`.execute(db);
  return rows;
}

/** Units of which a cell was saved or a figure published after that moment, with the newest one. */
export async function listChangedAfter(
  db: Database,
  dataset: Dataset,
  { units, at }: { readonly units: readonly string[]; readonly at: string },
): Promise<readonly { readonly unit: string; readonly name: string; readonly at: string }[]> {
  const { rows } = await sql<{ unit: string; name: string; at: string }>`
    select c.unit, coalesce((select f.name from statistics_filings f where f.unit = c.unit limit 1), c.unit) as name,
      to_char(max(c.at) at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at
    from (
      select f.unit, s.changed_at as at from statistics_filings f join statistics_cells s on s.filing = f.id
        where f.dataset = ${dataset} and f.unit = any(${[...units]}::text[]) and s.changed_at > ${at}::timestamptz
      union all
      select g.unit, p.recorded_at from statistics_publications p join statistics_figures g on g.dataset = p.dataset and g.publication = p.number
        where p.dataset = ${dataset} and p.recorded_at > ${at}::timestamptz and g.unit = any(${[...units]}::text[])) c
    group by c.unit order by c.unit`.execute(db);
  return rows;
}

/** The newest filings that an office fills, opened by that day. */
export async function listOwnFilings(
  db: Database,
  { dataset, office, on }: { readonly dataset: Dataset; readonly office: string; readonly on: string },
): Promise<readonly FilingHead[]> {
  const { rows } = await sql<FilingHead>`
    select ${headColumns}
    from statistics_filings f where f.dataset = ${dataset} and f.office = ${office} and f.opened_on <= ${on}::date
    order by f.opened_on desc, f.id limit 12`.execute(db);
  return rows;
}
