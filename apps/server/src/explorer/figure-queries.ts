// SQL of approved figures as the explorer holds them: all current ones once, then only what was published after.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { CubeFigure } from '@zhenghe/engine/explorer';
import { missingReasons } from '@zhenghe/engine/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';

/** Units that have figures at that number, by code. */
export async function listUnitsWithFigures(db: Database, dataset: Dataset): Promise<readonly string[]> {
  // One step into the index for each unit, however many rows each has.
  const { rows } = await sql<{ unit: string }>`
    with recursive found as (
      (select unit from statistics_figures where dataset = ${dataset} and replaced_in is null order by unit limit 1)
      union all
      select (select f.unit from statistics_figures f where f.dataset = ${dataset} and f.replaced_in is null and f.unit > found.unit
        order by f.unit limit 1) from found where found.unit is not null)
    select unit from found where unit is not null`.execute(db);
  return rows.map(({ unit }) => unit);
}

interface Series {
  readonly unit: string;
  readonly indicator: string;
  readonly calibre: string;
  /** A line a figure: period, tab, value or the number of the reason after a tilde. */
  readonly lines: string;
}

export interface FiguresAt {
  readonly dataset: Dataset;
  /** As they stood at that publication. */
  readonly number: number;
}

/** One row for each unit and indicator: a million figures are quicker so than as a million rows. */
export async function* figuresOfUnits(
  db: Database,
  units: readonly string[],
  { dataset, number }: FiguresAt,
): AsyncGenerator<Iterable<CubeFigure>> {
  const { rows } = await sql<Series>`
    select unit, indicator, calibre, string_agg(period || E'\t' || coalesce(value::text, '~' || missing), E'\n') as lines
    from statistics_figures
    where dataset = ${dataset} and unit = any(${[...units]}::text[]) and publication <= ${number}
      and (replaced_in is null or replaced_in > ${number})
    group by unit, indicator, calibre`.execute(db);
  for (const row of rows) yield figuresOf(row);
}

function* figuresOf({ unit, indicator, calibre, lines }: Series): Generator<CubeFigure> {
  for (const line of lines.split('\n')) {
    const tab = line.indexOf('\t');
    yield figureOf({ unit, indicator, calibre, period: line.slice(0, tab) }, line.slice(tab + 1));
  }
}

type Key = Pick<Series, 'unit' | 'indicator' | 'calibre'> & { readonly period: string };

function figureOf({ calibre, ...key }: Key, text: string): CubeFigure {
  const under = calibre === '' ? null : calibre;
  if (!text.startsWith('~')) return { ...key, calibre: under, value: text, missing: null };
  return { ...key, calibre: under, value: null, missing: missingReasons.find((reason) => reason === text.slice(1)) ?? 'not-given' };
}

export interface Between {
  readonly dataset: Dataset;
  readonly after: number;
  readonly until: number;
}

/** What came after one number, up to another: new figures, and those that took the place of older ones. */
export async function listFiguresBetween(db: Database, between: Between): Promise<readonly CubeFigure[]> {
  const { rows } = await betweenQuery(between).execute(db);
  return rows.map(({ text, ...key }) => figureOf(key, text));
}

/** By itself, so that a test can ask how it is planned. */
export function betweenQuery({ dataset, after, until }: Between): RawBuilder<Key & { readonly text: string }> {
  return sql`
    select unit, indicator, calibre, period, coalesce(value::text, '~' || missing) as text
    from statistics_figures
    where dataset = ${dataset} and publication > ${after} and publication <= ${until}
      and (replaced_in is null or replaced_in > ${until})`;
}
