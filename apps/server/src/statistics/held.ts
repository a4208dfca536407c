// "Already have it" (F34): a figure that stands approved for this cell in another filing, or follows from finer periods that do.
// It is offered with its source and day; nobody has to take it.
import type { FilingCell } from '@zhenghe/contract/statistics';
import type { Indicator } from '@zhenghe/engine/indicators';
import {
  type DecimalText,
  grains,
  type Period,
  partsOf,
  periodAt,
  periodEnd,
  periodStart,
  periodsBetween,
  perYear,
  sumOf,
} from '@zhenghe/engine/kernel';
import type { CellKey, SheetRow } from '@zhenghe/engine/statistics';
import type { Database } from '../platform/database.ts';
import { type Figure, listSources, type Source } from './figures.ts';
import type { FilingHead } from './record.ts';

type Held = NonNullable<FilingCell['held']>;

interface Found {
  readonly value: DecimalText;
  /** The newest publication that takes part. */
  readonly publication: number;
}

export interface HeldAsked {
  readonly head: FilingHead;
  readonly rows: readonly SheetRow[];
  /** Of the unit, by code and period: 'tax 2021-05'. */
  readonly figures: ReadonlyMap<string, Figure>;
}

/** By key of the cell; figures of the filing itself are not held against it. */
export async function heldFigures(db: Database, { head, rows, figures: byKey }: HeldAsked): Promise<ReadonlyMap<CellKey, Held>> {
  const filed = rows.filter(({ computed, row }) => !computed && row.calibre === null);
  const found = new Map(filed.flatMap(({ key, indicator }) => offers(indicator, head.period, byKey).map((one) => [key, one] as const)));
  const sources = await listSources(db, head.dataset, [...new Set([...found.values()].map(({ publication }) => publication))]);
  return new Map([...found].flatMap(([key, one]) => heldAs(head, one, sources.get(one.publication)).map((held) => [key, held] as const)));
}

function heldAs(head: FilingHead, { value }: Found, source: Source | undefined): readonly Held[] {
  if (!source || source.filing === head.id) return [];
  const link = source.filing === null ? null : linkOf(source.filing);
  return [{ value, source: source.source, on: source.on, link }];
}

export function linkOf(id: string): string {
  return `/statistics/filings/${encodeURIComponent(id)}`;
}

/** Its finer periods, by grain, the coarsest of them first: of a year its halves, its quarters, its months. */
export function finer(period: Period): readonly (readonly Period[])[] {
  const { grain } = partsOf(period);
  return grains
    .filter((one) => perYear[one] > perYear[grain])
    .toReversed()
    .map((one) => periodsBetween(periodAt(one, periodStart(period)), periodAt(one, periodEnd(period))));
}

function offers(indicator: Indicator, period: Period, byKey: ReadonlyMap<string, Figure>): readonly Found[] {
  const figure = (at: Period) => byKey.get(`${indicator.code} ${at}`);
  const own = figure(period);
  if (own) return own.value === null ? [] : [{ value: own.value, publication: own.publication }];
  for (const parts of finer(period)) {
    const found = fromParts(indicator, parts.map(figure));
    if (found) return [found];
  }
  return [];
}

/** Flows add up, the last of what runs through the year holds all, a stock is that of the end. Partial sums are not offered. */
function fromParts({ accrual, gathering }: Indicator, parts: readonly (Figure | undefined)[]): Found | null {
  const last = parts.at(-1);
  if (accrual !== 'flow') return last?.value ? { value: last.value, publication: last.publication } : null;
  const known = parts.flatMap((part) => (part?.value ? [{ value: part.value, publication: part.publication }] : []));
  if (gathering !== 'sum' || known.length < parts.length) return null;
  return {
    value: sumOf(known.map(({ value }) => value)).toFixed(),
    publication: Math.max(...known.map(({ publication }) => publication)),
  };
}
