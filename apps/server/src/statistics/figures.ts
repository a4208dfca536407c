// Approved figures of one unit as its sheet needs them: its own past, what already stands for the period, and the values of its peers.
// Each question reads current rows of one unit, or one period, by an index; how much history there is beside does not matter.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Cell, Day, DecimalText, MissingReason, Period } from '@zhenghe/engine/kernel';
import { cellKey, type SheetRow } from '@zhenghe/engine/statistics';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export interface FiguresAsked {
  readonly dataset: Dataset;
  readonly unit: string;
  readonly indicators: readonly string[];
  readonly periods: readonly Period[];
}

export interface Figure {
  readonly indicator: string;
  readonly period: Period;
  /** Empty for the one in force. */
  readonly calibre: string;
  readonly value: DecimalText | null;
  readonly missing: MissingReason | null;
  readonly publication: number;
}

/** Current figures of the unit; one row from the database whatever their number. */
export async function listFigures(db: Database, { dataset, unit, indicators, periods }: FiguresAsked): Promise<readonly Figure[]> {
  type Row = readonly [string, Period, string, DecimalText | null, MissingReason | null, number];
  const { rows } = await sql<{ figures: readonly Row[] | null }>`
    select json_agg(json_build_array(indicator, period, calibre, value::text, missing, publication)) as figures from statistics_figures
    where unit = ${unit} and dataset = ${dataset} and indicator = any(${[...indicators]}::text[]) and period = any(${[...periods]}::text[])
      and replaced_in is null`.execute(db);
  return (rows[0]?.figures ?? []).map(([indicator, period, calibre, value, missing, publication]) => ({
    ...{ indicator, period, calibre, value, missing, publication },
  }));
}

export function figureCell({ value, missing }: Pick<Figure, 'value' | 'missing'>): Cell<DecimalText> {
  return value ?? { missing: missing ?? 'not-given' };
}

export interface Source {
  readonly number: number;
  readonly source: Bilingual;
  readonly on: Day;
  readonly filing: string | null;
}

/** Where figures come from, by the number of their publication. */
export async function listSources(db: Database, dataset: Dataset, numbers: readonly number[]): Promise<ReadonlyMap<number, Source>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<Source>`
    select number, json_build_object('zh', source_zh, 'en', source_en) as source, approved_on::text as "on", filing
    from statistics_publications where dataset = ${dataset} and number = any(${[...numbers]}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.number, row]));
}

export interface PeersAsked {
  readonly dataset: Dataset;
  readonly indicators: readonly string[];
  readonly period: Period;
  readonly places: boolean;
}

export interface Peer {
  readonly indicator: string;
  /** Empty for the one in force. */
  readonly calibre: string;
  readonly value: DecimalText;
}

/** Figures of all units of a kind, one list a unit, never whose. */
export async function listPeers(db: Database, { dataset, indicators, period, places }: PeersAsked): Promise<readonly (readonly Peer[])[]> {
  const { rows } = await sql<{ figures: readonly Peer[] }>`
    select json_agg(json_build_object('indicator', indicator, 'calibre', calibre, 'value', value::text)) as figures
    from statistics_peers(${dataset}, ${[...indicators]}::text[], ${period}, ${places}) group by peer`.execute(db);
  return rows.map(({ figures }) => figures);
}

/** The key under which a row's figures are published: by the code the indicator has now. */
export function ownKey({ indicator, row }: Pick<SheetRow, 'indicator' | 'row'>): string {
  return cellKey(indicator.code, row.calibre);
}
