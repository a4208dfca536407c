// Figures of parks (F05, F16): staff in persons, output by industry in 亿元, protected land in km². All SQL of zone_figures.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Cell, Day, DecimalText, MissingReason } from '@zhenghe/engine/kernel';
import { isMissing } from '@zhenghe/engine/kernel';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export const figureKinds = ['staff', 'output', 'protected'] as const;
export type FigureKind = (typeof figureKinds)[number];

export interface FigureRecord {
  readonly dataset: Dataset;
  readonly zone: string;
  readonly jurisdiction: string;
  readonly figure: FigureKind;
  /** Of an output; empty elsewhere, and where the whole output is missing. */
  readonly industry: string;
  readonly asOf: Day;
  readonly value: Cell<DecimalText>;
  readonly source: string;
}

/** What a park has on a day: of each figure the newest up to it, all industries of one day together. */
export interface ParkFigures {
  readonly staff: Cell<DecimalText>;
  readonly outputs: Cell<Readonly<Record<string, DecimalText>>>;
  readonly protectedKm2: Cell<DecimalText>;
}

const unknown: ParkFigures = { staff: { missing: 'not-given' }, outputs: { missing: 'not-given' }, protectedKm2: { missing: 'not-given' } };

export function noFigures(): ParkFigures {
  return unknown;
}

/** Answers how many rows were written. */
export async function insertFigures(tx: Database, figures: readonly FigureRecord[], by: string): Promise<number> {
  if (figures.length === 0) return 0;
  const rows = figures.map(({ dataset, zone, jurisdiction, figure, industry, asOf, value, source }) => ({
    ...{ dataset, zone_id: zone, jurisdiction, figure, industry, as_of: asOf, source, recorded_by: by },
    value: isMissing(value) ? null : value,
    missing: isMissing(value) ? value.missing : null,
  }));
  await sql`
    insert into zone_figures (dataset, zone_id, jurisdiction, figure, industry, as_of, value, missing, source, recorded_by)
    select dataset, zone_id, jurisdiction, figure, industry, as_of, value, missing, source, recorded_by
    from jsonb_populate_recordset(null::zone_figures, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
  return rows.length;
}

export interface StoredFigure {
  readonly zone: string;
  readonly figure: FigureKind;
  readonly industry: string;
  readonly asOf: Day;
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  readonly source: string;
}

const columns = sql`zone_id as zone, figure, industry, as_of::text as "asOf", value::text as value, missing, source`;

/** By park; parks without any row are absent. */
export async function figuresOn(
  db: Database,
  asked: { readonly dataset: Dataset; readonly day: Day; readonly within: string },
): Promise<ReadonlyMap<string, ParkFigures>> {
  const { rows } = await sql<StoredFigure>`
    select ${columns} from (
      select f.*, rank() over (partition by zone_id, figure order by as_of desc) as age from zone_figures f
      where dataset = ${asked.dataset} and starts_with(jurisdiction, ${asked.within}) and replaced_at is null
        and as_of <= ${asked.day}::date) f
    where age = 1 order by zone_id, figure, industry`.execute(db);
  const byZone = new Map<string, StoredFigure[]>();
  for (const row of rows) byZone.set(row.zone, [...(byZone.get(row.zone) ?? []), row]);
  return new Map([...byZone].map(([zone, own]) => [zone, parkFigures(own)]));
}

/** The rows of one park, of each figure those of one day. */
export function parkFigures(rows: readonly StoredFigure[]): ParkFigures {
  const of = (figure: FigureKind) => rows.filter((row) => row.figure === figure);
  const single = ([row]: readonly StoredFigure[]): Cell<DecimalText> =>
    row === undefined ? unknown.staff : (row.value ?? { missing: row.missing ?? 'not-given' });
  const outputs = of('output');
  const lacking = outputs.find(({ industry }) => industry === '');
  const known = outputs.flatMap(({ industry, value }) => (value === null ? [] : [[industry, value] as const]));
  return {
    staff: single(of('staff')),
    outputs: known.length === 0 ? { missing: lacking?.missing ?? outputs[0]?.missing ?? 'not-given' } : Object.fromEntries(known),
    protectedKm2: single(of('protected')),
  };
}

/** What the register says now of these parks, all days. */
export async function storedFigures(db: Database, dataset: string, zones: readonly string[]): Promise<readonly StoredFigure[]> {
  const { rows } = await sql<StoredFigure>`
    select ${columns} from zone_figures where dataset = ${dataset} and zone_id = any(${[...zones]}) and replaced_at is null`.execute(db);
  return rows;
}

/** Marks the rows that hold as replaced; corrected ones are written beside them. */
export async function closeFigures(
  tx: Database,
  figures: readonly Pick<FigureRecord, 'zone' | 'figure' | 'industry' | 'asOf'>[],
): Promise<void> {
  await sql`
    update zone_figures f set replaced_at = now()
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as t (zone text, figure text, industry text, "asOf" date)
    where f.zone_id = t.zone and f.figure = t.figure and f.industry = t.industry and f.as_of = t."asOf" and f.replaced_at is null`.execute(
    tx,
  );
}

/** Puts back what the register said until that moment: rows written then are closed, those closed then are written anew. */
export async function restoreFigures(tx: Database, zones: readonly string[], at: string, by: string): Promise<void> {
  await sql`
    update zone_figures set replaced_at = now()
    where zone_id = any(${[...zones]}) and recorded_at = ${at}::timestamptz and replaced_at is null`.execute(tx);
  await sql`
    insert into zone_figures (dataset, zone_id, jurisdiction, figure, industry, as_of, value, missing, source, recorded_by)
    select dataset, zone_id, jurisdiction, figure, industry, as_of, value, missing, source, ${by}
    from zone_figures where zone_id = any(${[...zones]}) and replaced_at = ${at}::timestamptz`.execute(tx);
}

/** Parks of which a figure was written or replaced after that moment. */
export async function figuresChangedAfter(
  db: Database,
  zones: readonly string[],
  at: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly at: string }[]> {
  const { rows } = await sql<{ id: string; name: string; at: string }>`
    select c.id, (select f.name from zone_facts f where f.zone_id = c.id and f.replaced_at is null order by f.valid_from desc limit 1) as name,
      to_char(c.at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at
    from (select zone_id as id, max(greatest(recorded_at, replaced_at)) as at from zone_figures
      where zone_id = any(${[...zones]}) and (recorded_at > ${at}::timestamptz or replaced_at > ${at}::timestamptz) group by zone_id) c
    order by c.id`.execute(db);
  return rows;
}

/** Changes with every figure of these parks that is written; never comes back to what it was. */
export async function figuresState(db: Database, zones: readonly string[]): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select md5(coalesce(string_agg(zone_id || ' ' || at, ',' order by zone_id), '')) as state
    from (select zone_id, max(recorded_at)::text || count(*)::text || count(replaced_at)::text as at from zone_figures
      where zone_id = any(${[...zones]}) group by zone_id) s`.execute(db);
  return rows[0]?.state ?? '';
}
