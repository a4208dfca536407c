// The question of the explorer as the address holds it, and as the API is asked. Pure. A word that is not known is left out.
import { type Growth, growths, type MapView, mapViews, type RowKind, rowKinds } from '@zhenghe/engine/explorer';
import {
  type Grain,
  grains,
  isPeriod,
  type Period,
  partsOf,
  periodAfter,
  periodAt,
  periodEnd,
  periodStart,
  perYear,
} from '@zhenghe/engine/kernel';
import { type ZoneType, zoneTypes } from '@zhenghe/engine/zones';
import type { AnswerRow, Ask, ChoiceRow } from './shapes.ts';

export const shows = ['table', 'chart', 'map'] as const;
export type Show = (typeof shows)[number];
export const mostIndicators = 60;
export const mostLines = 6;

/** A figure of the answer: whose, which, when. */
export interface FigurePlace {
  readonly row: string;
  readonly indicator: string;
  readonly period: Period;
}

export interface ExplorerState {
  readonly indicators: readonly string[];
  /** Null: as the chosen indicators are filed. */
  readonly grain: Grain | null;
  readonly from: Period | null;
  readonly to: Period | null;
  readonly rows: RowKind;
  readonly map: MapView;
  readonly growth: Growth;
  readonly subtotals: boolean;
  readonly types: readonly ZoneType[];
  readonly tag: string | null;
  readonly units: readonly string[];
  readonly show: Show;
  readonly sort: { readonly key: string; readonly descending: boolean } | null;
  /** The figure whose source stands beside. */
  readonly at: FigurePlace | null;
  /** Rows drawn as lines; empty: the first few. */
  readonly lines: readonly string[];
  /** What the map and the bars show. */
  readonly of: string | null;
  readonly when: Period | null;
}

type Search = Readonly<Record<string, string>>;

export function stateOf(search: Search): ExplorerState {
  return {
    indicators: listed(search.i)
      .filter((code) => /^[a-z][a-z0-9_]*$/.test(code))
      .slice(0, mostIndicators),
    grain: known(grains, search.grain) ?? null,
    from: periodIn(search.from),
    to: periodIn(search.to),
    rows: known(rowKinds, search.rows) ?? 'city',
    map: known(mapViews, search.map) ?? 'then',
    growth: known(growths, search.growth) ?? 'none',
    subtotals: search.sub !== '0',
    types: listed(search.types).flatMap((type) => known(zoneTypes, type) ?? []),
    tag: search.tag ?? null,
    units: listed(search.units).slice(0, 200),
    show: known(shows, search.show) ?? 'table',
    sort: search.sort === undefined ? null : { key: search.sort, descending: search.desc === '1' },
    at: figureOf(search.at),
    lines: listed(search.lines).slice(0, mostLines),
    of: search.of ?? null,
    when: periodIn(search.in),
  };
}

/** Parts of one key of the address stand with full stops between: commas would be written %2C. */
export function joined(parts: readonly string[]): string | undefined {
  return parts.length === 0 ? undefined : parts.join('.');
}

function listed(text: string | undefined): readonly string[] {
  return [...new Set((text ?? '').split('.').filter((part) => part !== ''))];
}

/** A city's subtotal has the code of the city, as has the row of the zones at the city's own level. */
export function rowId({ key, kind }: Pick<AnswerRow, 'key' | 'kind'>): string {
  return kind === 'subtotal' || kind === 'total' ? `${kind}-${key}` : key;
}

export function figureKey({ row, indicator, period }: FigurePlace): string {
  return `${row}.${indicator}.${period}`;
}

function figureOf(text: string | undefined): FigurePlace | null {
  const [row, indicator, period] = (text ?? '').split('.');
  return row && indicator && period && isPeriod(period) ? { row, indicator, period } : null;
}

/** How many periods are shown unless asked otherwise. */
const usualSpan: Readonly<Record<Grain, number>> = { year: 5, half: 4, quarter: 8, month: 12 };
/** More than ten years of months is no table. */
const mostPeriods = 120;

export interface Span {
  readonly grain: Grain;
  readonly from: Period;
  readonly to: Period;
  /** What the chosen indicators have figures for, in that grain. */
  readonly first: Period;
  readonly last: Period;
}

/** The periods asked for, mended where the address holds none, another length, or the wrong order. */
export function spanOf(state: Pick<ExplorerState, 'grain' | 'from' | 'to'>, chosen: readonly ChoiceRow[]): Span | null {
  if (chosen.length === 0) return null;
  const grain = state.grain ?? coarsest(chosen.map((row) => row.grain));
  const first = inGrain(earliest(chosen.map((row) => row.first)), grain, 'start');
  const last = inGrain(latest(chosen.map((row) => row.last)), grain, 'end');
  const to = state.to === null ? completeAt(latest(chosen.map((row) => row.last)), grain, first) : inGrain(state.to, grain, 'end');
  const usual = periodAfter(to, 1 - usualSpan[grain]);
  const from = state.from === null ? (usual < first && first <= to ? first : usual) : inGrain(state.from, grain, 'start');
  const [a, b] = from <= to ? [from, to] : [to, from];
  const floor = periodAfter(b, 1 - mostPeriods);
  return { grain, from: latest([a, floor]), to: b, first, last };
}

/** The last period that is over with what is filed: a year of which five months are filed would look like a fall. */
function completeAt(filed: Period, grain: Grain, first: Period): Period {
  const period = inGrain(filed, grain, 'end');
  const before = periodAfter(period, -1);
  return periodEnd(period) <= periodEnd(filed) || before < first ? period : before;
}

export function inGrain(period: Period, grain: Grain, side: 'start' | 'end'): Period {
  return periodAt(grain, side === 'start' ? periodStart(period) : periodEnd(period));
}

function coarsest(found: readonly Grain[]): Grain {
  return found.reduce((a, b) => (perYear[a] <= perYear[b] ? a : b));
}

export function earliest(found: readonly Period[]): Period {
  return found.reduce((a, b) => (periodStart(a) <= periodStart(b) ? a : b));
}

export function latest(found: readonly Period[]): Period {
  return found.reduce((a, b) => (periodEnd(a) >= periodEnd(b) ? a : b));
}

export interface Where {
  readonly dataset: 'real' | 'training';
  readonly on: string;
  readonly place: string;
}

/** What the API is asked; null while nothing is chosen. */
export function askOf(state: ExplorerState, { dataset, on, place }: Where, choices: readonly ChoiceRow[]): Ask | null {
  const chosen = state.indicators.flatMap((code) => choices.find((row) => row.code === code) ?? []);
  const span = spanOf(state, chosen);
  if (!span || on === '') return null;
  return {
    ...{ dataset, on, place, rows: state.rows, map: state.map, growth: state.growth },
    ...{ grain: span.grain, from: span.from, to: span.to },
    indicators: chosen.map((row) => row.code).join(','),
    subtotals: state.subtotals ? 'true' : 'false',
    types: state.types.join(','),
    units: state.units.join(','),
    ...(state.tag ? { tag: state.tag } : {}),
  };
}

/** Grains in which all chosen can be shown: none finer than the finest that is filed. */
export function grainsFor(chosen: readonly ChoiceRow[]): readonly Grain[] {
  const finest = Math.max(1, ...chosen.map((row) => perYear[row.grain]));
  return grains.filter((grain) => perYear[grain] <= finest);
}

function periodIn(text: string | undefined): Period | null {
  return text !== undefined && isPeriod(text) && partsOf(text).year >= 1990 && partsOf(text).year <= 2100 ? text : null;
}

function known<T extends string>(allowed: readonly T[], text: string | undefined): T | undefined {
  return allowed.find((one) => one === text);
}
