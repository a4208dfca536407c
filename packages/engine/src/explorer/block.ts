// The block itself: columns of figures by indicator, grain and period, filled once and changed figure by figure as approvals come in.
// Every change stamps its period, so that whatever was gathered from it knows that it is old.
import {
  type Day,
  Decimal,
  type DecimalText,
  type Grain,
  type MissingReason,
  missingReasons,
  type Period,
  periodEnd,
  periodOf,
  periodParts,
  perYear,
} from '../kernel/index.ts';
import type { CubeFigure } from './cube.ts';

/** A unit with what it was over its life, oldest first; without facts it always exists: a place. */
export interface CubeUnit {
  readonly id: string;
  readonly facts: readonly UnitFacts[];
}

export interface UnitFacts {
  readonly from: Day;
  /** First day on which it no longer holds. */
  readonly to: Day | null;
  readonly place: string;
  readonly type: string | null;
  readonly grade: string | null;
}

/** What stands in a cell: nothing, a scaled whole number, a decimal in `large`, or a reason (`reasonAt`). */
export const cellState = { absent: 0, value: 1, large: 2, reasons: 3 } as const;

export interface Slice {
  /** By unit, scaled by the column's decimals; a unit beyond the end is absent. */
  readonly values: Float64Array;
  readonly states: Uint8Array;
  /** In the indicator's unit, unscaled: more digits than the column keeps, or too large for a double to be exact. */
  readonly large: ReadonlyMap<number, Decimal>;
  /** Of the cube, when it changed last. */
  readonly stamp: number;
}

export interface Column {
  readonly indicator: string;
  /** Null: the calibre in force in each period. */
  readonly calibre: string | null;
  readonly grain: Grain;
  readonly decimals: number;
  /** By ordinal of the period. */
  readonly slices: ReadonlyMap<number, Slice>;
  /** By unit: ordinal of the first period with anything in it; from then on a figure is expected of it. */
  readonly firsts: readonly (number | undefined)[];
  /** When a first period changed last. */
  readonly firstsStamp: number;
  readonly range: { readonly first: number; readonly last: number };
}

export interface Cube {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, Column>;
  /** Raised by each figure that changes. */
  readonly stamp: number;
  /** Figures held, reasons counted in. */
  readonly size: number;
  /** Units that have any. */
  readonly holders: ReadonlySet<number>;
}

/** Scales above are not exact: a double holds whole numbers to 2^53, and half a unit of rounding must not be lost in scaling. */
const safest = 2 ** 50;
const powers = Array.from({ length: 13 }, (_, index) => 10 ** index);

interface Writable {
  ids: string[];
  indexOf: Map<string, number>;
  columns: Map<string, WritableColumn>;
  stamp: number;
  size: number;
  holders: Set<number>;
}

interface WritableColumn extends Omit<Column, 'slices' | 'firsts' | 'firstsStamp' | 'range'> {
  firstsStamp: number;
  slices: Map<number, WritableSlice>;
  firsts: (number | undefined)[];
  range: { first: number; last: number };
}

interface WritableSlice {
  values: Float64Array;
  states: Uint8Array;
  large: Map<number, Decimal>;
  stamp: number;
}

const writable = new WeakMap<Cube, Writable>();

export function emptyCube(): Cube {
  const own: Writable = { ids: [], indexOf: new Map(), columns: new Map(), stamp: 0, size: 0, holders: new Set() };
  writable.set(own, own);
  return own;
}

/** `decimalsOf` an indicator; figures with more digits are kept exactly, only slower. */
export function buildCube(figures: Iterable<CubeFigure>, decimalsOf: (indicator: string) => number): Cube {
  const cube = emptyCube();
  applyFigures(cube, figures, decimalsOf);
  return cube;
}

/** The place of a unit; one the cube has not heard of gets the next. */
export function indexFor(cube: Cube, id: string): number {
  const own = writable.get(cube);
  if (!own) throw new RangeError('a cube is made by buildCube');
  return unitFor(own, id);
}

/** Puts figures in place of what stood there; a figure that says the same changes nothing. Periods that are none are left out. */
export function applyFigures(cube: Cube, figures: Iterable<CubeFigure>, decimalsOf: (indicator: string) => number): number {
  const own = writable.get(cube);
  if (!own) throw new RangeError('a cube is made by buildCube');
  let changed = 0;
  for (const figure of figures) if (put(own, figure, decimalsOf)) changed += 1;
  return changed;
}

function put(cube: Writable, figure: CubeFigure, decimalsOf: (indicator: string) => number): boolean {
  const place = placeOf(figure.period);
  if (!place) return false;
  const column = columnFor(cube, figure, place.grain, decimalsOf);
  const unit = unitFor(cube, figure.unit);
  const slice = sliceFor(column, place.ordinal, cube.ids.length);
  const before = slice.states[unit];
  if (figure.value === null) {
    const state = stateOf(figure.missing ?? 'not-given');
    if (before === state) return false;
    slice.states[unit] = state;
    slice.values[unit] = 0;
    slice.large.delete(unit);
  } else if (!putValue(slice, unit, figure.value, column.decimals)) return false;
  if (before === cellState.absent) cube.size += 1;
  cube.stamp += 1;
  slice.stamp = cube.stamp;
  const first = column.firsts[unit];
  if (first === undefined || place.ordinal < first) {
    column.firsts[unit] = place.ordinal;
    column.firstsStamp = cube.stamp;
    cube.holders.add(unit);
  }
  column.range.first = Math.min(column.range.first, place.ordinal);
  column.range.last = Math.max(column.range.last, place.ordinal);
  return true;
}

function putValue(slice: WritableSlice, unit: number, text: DecimalText, decimals: number): boolean {
  const scaled = scaledOf(text, decimals);
  if (scaled === null) {
    const value = new Decimal(text);
    if (slice.states[unit] === cellState.large && slice.large.get(unit)?.equals(value)) return false;
    slice.states[unit] = cellState.large;
    slice.values[unit] = 0;
    slice.large.set(unit, value);
    return true;
  }
  if (slice.states[unit] === cellState.value && slice.values[unit] === scaled) return false;
  slice.states[unit] = cellState.value;
  slice.values[unit] = scaled;
  slice.large.delete(unit);
  return true;
}

/** Null where it does not fit. */
function scaledOf(text: DecimalText, decimals: number): number | null {
  const dot = text.indexOf('.');
  let end = text.length;
  if (dot >= 0) while (end > dot + 1 && text.charCodeAt(end - 1) === 48) end -= 1;
  if (dot >= 0 && end - dot - 1 > decimals) return null;
  const scaled = Math.round(Number(text) * (powers[decimals] ?? 1));
  // -0 would make one figure two.
  return Math.abs(scaled) <= safest ? scaled + 0 : null;
}

function columnFor(cube: Writable, figure: CubeFigure, grain: Grain, decimalsOf: (indicator: string) => number): WritableColumn {
  const key = columnKey(figure.indicator, grain, figure.calibre);
  const known = cube.columns.get(key);
  if (known) return known;
  const { indicator, calibre } = figure;
  const decimals = Math.min(8, Math.max(0, decimalsOf(indicator)));
  const range = { first: Number.MAX_SAFE_INTEGER, last: -1 };
  const column: WritableColumn = { indicator, calibre, grain, decimals, slices: new Map(), firsts: [], firstsStamp: 0, range };
  cube.columns.set(key, column);
  return column;
}

function unitFor(cube: Writable, id: string): number {
  const known = cube.indexOf.get(id);
  if (known !== undefined) return known;
  const index = cube.ids.length;
  cube.ids.push(id);
  cube.indexOf.set(id, index);
  return index;
}

/** Room for units to come: slices grow by a quarter. */
function sliceFor(column: WritableColumn, ordinal: number, units: number): WritableSlice {
  const known = column.slices.get(ordinal);
  if (known && known.states.length >= units) return known;
  const room = Math.ceil(units * 1.25) + 8;
  const slice = known ?? { values: new Float64Array(), states: new Uint8Array(), large: new Map(), stamp: 0 };
  const [values, states] = [slice.values, slice.states];
  slice.values = new Float64Array(room);
  slice.values.set(values);
  slice.states = new Uint8Array(room);
  slice.states.set(states);
  column.slices.set(ordinal, slice);
  return slice;
}

export function columnKey(indicator: string, grain: Grain, calibre: string | null = null): string {
  return calibre === null ? `${indicator} ${grain}` : `${indicator}@${calibre} ${grain}`;
}

const places = new Map<Period, { readonly grain: Grain; readonly ordinal: number }>();

/** The number of a period within its grain, counted from the year 0; null for what is no period. */
export function placeOf(period: Period): { readonly grain: Grain; readonly ordinal: number } | null {
  const known = places.get(period);
  if (known) return known;
  const parts = periodParts(period);
  if (!parts) return null;
  const place = { grain: parts.grain, ordinal: parts.year * perYear[parts.grain] + parts.number - 1 };
  places.set(period, place);
  return place;
}

export function periodAtOrdinal(grain: Grain, ordinal: number): Period {
  return periodOf({ grain, year: Math.floor(ordinal / perYear[grain]), number: (ordinal % perYear[grain]) + 1 });
}

const ends: Readonly<Record<Grain, Map<number, Day>>> = { month: new Map(), quarter: new Map(), half: new Map(), year: new Map() };

export function endOf(grain: Grain, ordinal: number): Day {
  const known = ends[grain].get(ordinal);
  if (known !== undefined) return known;
  const day = periodEnd(periodAtOrdinal(grain, ordinal));
  ends[grain].set(ordinal, day);
  return day;
}

export function stateOf(reason: MissingReason): number {
  return cellState.reasons + missingReasons.indexOf(reason);
}

/** Null for a state that is none of the reasons. */
export function reasonAt(state: number): MissingReason | null {
  return missingReasons[state - cellState.reasons] ?? null;
}

/** The figure as it stands; null where nothing does. */
export function figureAt(column: Column, ordinal: number, unit: number): Decimal | MissingReason | null {
  const slice = column.slices.get(ordinal);
  const state = slice?.states[unit] ?? cellState.absent;
  if (!slice || state === cellState.absent) return null;
  if (state === cellState.value) return new Decimal(slice.values[unit] ?? 0).dividedBy(powers[column.decimals] ?? 1);
  return state === cellState.large ? (slice.large.get(unit) ?? null) : reasonAt(state);
}
