// One period of a filed indicator as a slice: with what was filed under codes merged into it, or multiplied by its weight.
import { Decimal } from '../kernel/index.ts';
import { cellState, type Slice } from './block.ts';
import type { Source } from './explorer.ts';
import { hasValue, unscaled } from './tally.ts';

/** Its own figure first; where it has none, the one under a code that was merged into it. Undefined where nothing was filed. */
export function readSlice(source: Source, ordinal: number): Slice | undefined {
  const [own] = source.columns;
  if (source.columns.length === 1 && own?.decimals === source.decimals) return own.slices.get(ordinal);
  let merged: Slice | undefined;
  for (const column of source.columns) {
    const slice = column.slices.get(ordinal);
    if (!slice) continue;
    const same = rescaled(slice, column.decimals, source.decimals);
    merged = merged ? filledUp(merged, same) : same;
  }
  return merged;
}

function rescaled(slice: Slice, from: number, to: number): Slice {
  if (from === to) return slice;
  const large = new Map(slice.large);
  const states = slice.states.slice();
  states.forEach((state, unit) => {
    if (state !== cellState.value) return;
    large.set(unit, unscaled(slice.values[unit] ?? 0, from));
    states[unit] = cellState.large;
  });
  return { ...slice, states, large };
}

function filledUp(first: Slice, second: Slice): Slice {
  const length = Math.max(first.states.length, second.states.length);
  const [values, states, large] = [new Float64Array(length), new Uint8Array(length), new Map(first.large)];
  values.set(first.values);
  states.set(first.states);
  for (let unit = 0; unit < second.states.length; unit += 1) {
    const state = second.states[unit] ?? cellState.absent;
    if (hasValue(states[unit] ?? 0) || (states[unit] !== cellState.absent && !hasValue(state))) continue;
    if (state === cellState.absent) continue;
    states[unit] = state;
    values[unit] = second.values[unit] ?? 0;
    const exact = second.large.get(unit);
    if (exact) large.set(unit, exact);
  }
  return { values, states, large, stamp: Math.max(first.stamp, second.stamp) };
}

/** Figure × weight, or the weight alone; of units that have both. */
export function productOf([figures, weights]: readonly [Source | null, Source | null], ordinal: number, times: boolean): Slice | undefined {
  const figure = figures && readSlice(figures, ordinal);
  const weight = weights && readSlice(weights, ordinal);
  if (!figure || !figures || !weights) return undefined;
  const length = figure.states.length;
  const made = { values: new Float64Array(length), states: new Uint8Array(length), large: new Map<number, Decimal>() };
  const pair = { figure, weight: weight ?? nothing, decimals: [figures.decimals, weights.decimals] as const, times };
  for (let unit = 0; unit < length; unit += 1) put(made, pair, unit);
  return { ...made, stamp: Math.max(figure.stamp, weight?.stamp ?? 0) };
}

const nothing: Slice = { values: new Float64Array(), states: new Uint8Array(), large: new Map(), stamp: 0 };

interface Pair {
  readonly figure: Slice;
  readonly weight: Slice;
  readonly decimals: readonly [number, number];
  readonly times: boolean;
}

interface Made {
  readonly values: Float64Array;
  readonly states: Uint8Array;
  readonly large: Map<number, Decimal>;
}

function put(made: Made, { figure, weight, decimals, times }: Pair, unit: number): void {
  const [a, b] = [figure.states[unit] ?? 0, weight.states[unit] ?? 0];
  if (!hasValue(a) || !hasValue(b)) {
    made.states[unit] = hasValue(a) ? b : a;
    return;
  }
  const product = (times ? (figure.values[unit] ?? 0) : 1) * (weight.values[unit] ?? 0);
  if (a === cellState.value && b === cellState.value && Math.abs(product) <= 2 ** 50) {
    made.states[unit] = cellState.value;
    made.values[unit] = product;
    return;
  }
  made.states[unit] = cellState.large;
  const heavy = exact(weight, unit, decimals[1]);
  made.large.set(unit, times ? exact(figure, unit, decimals[0]).times(heavy) : heavy);
}

function exact(slice: Slice, unit: number, decimals: number): Decimal {
  return slice.states[unit] === cellState.large ? (slice.large.get(unit) ?? new Decimal(0)) : unscaled(slice.values[unit] ?? 0, decimals);
}
