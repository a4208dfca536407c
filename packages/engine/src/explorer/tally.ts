// One period of figures on another day's map: what each unit holds after the acts between. Additive figures are added up where units
// merged and shared out where they were split, to the last decimal; others come along only where one unit became one.
import { Decimal } from '../kernel/index.ts';
import { carrySums } from '../zones/index.ts';
import { type Cube, cellState, type Slice, stateOf } from './block.ts';
import type { Move, Moves } from './moves.ts';

/** What a cell is besides its number, as bits in the order of `CellNote`. */
export const noteBit = { partial: 1, carried: 2, 'not-comparable': 4, bridged: 8, break: 16 } as const;

/** By unit of the map. */
export interface Tally {
  readonly decimals: number;
  readonly values: Float64Array;
  readonly large: Map<number, Decimal>;
  readonly states: Uint8Array;
  /** Figures that went in, and how many were expected. */
  readonly of: Uint16Array;
  readonly expected: Uint16Array;
  readonly notes: Uint8Array;
}

export interface Carried {
  readonly decimals: number;
  /** Null: nothing moved between. */
  readonly moves: Moves | null;
  readonly additive: boolean;
  /** Whether a figure of that unit is expected though nothing stands there. */
  readonly expects: (unit: number) => boolean;
  /** By unit: `value` lets its figure through, a reason takes its place. Null lets all through. */
  readonly mask: Uint8Array | null;
}

export const mostScaled = Number.MAX_SAFE_INTEGER;

export function emptyTally(units: number, decimals: number): Tally {
  return {
    decimals,
    values: new Float64Array(units),
    large: new Map(),
    states: new Uint8Array(units),
    of: new Uint16Array(units),
    expected: new Uint16Array(units),
    notes: new Uint8Array(units),
  };
}

/** An absent slice still tells what was expected. */
export function carry(cube: Cube, slice: Slice | undefined, carried: Carried): Tally {
  const tally = emptyTally(cube.ids.length, carried.decimals);
  const shared = new Map<number, Move>();
  for (let unit = 0; unit < cube.ids.length; unit += 1) {
    const state = stateIn(slice, unit, carried.mask);
    if (state === cellState.absent && !carried.expects(unit)) continue;
    const move = carried.moves?.byUnit.get(unit);
    if (move) moved(tally, move, { slice, from: unit, state, carried, shared });
    else receive(tally, unit, { slice, from: unit, state, carried });
  }
  if (shared.size > 0 && slice && carried.moves) shareOut(cube, tally, { slice, carried, moves: carried.moves, shared });
  return tally;
}

function moved(tally: Tally, move: Move, given: Given & { readonly shared: Map<number, Move> }): void {
  if (!given.carried.additive && (move.shared || move.to.length !== 1)) {
    refuse(tally, move.to);
    return;
  }
  const later = move.shared && hasValue(given.state);
  if (later) given.shared.set(given.from, move);
  for (const to of move.to) {
    if (later) count(tally, to, { state: given.state, carried: true });
    else receive(tally, to, given);
  }
}

export function hasValue(state: number): boolean {
  return state === cellState.value || state === cellState.large;
}

function stateIn(slice: Slice | undefined, unit: number, mask: Uint8Array | null): number {
  const state = slice?.states[unit] ?? cellState.absent;
  if (!mask) return state;
  const gate = mask[unit] ?? cellState.absent;
  return gate === cellState.value ? state : gate;
}

interface Given {
  readonly slice: Slice | undefined;
  readonly from: number;
  readonly state: number;
  readonly carried: Carried;
}

function receive(tally: Tally, to: number, { slice, from, state, carried }: Given): void {
  const before = tally.expected[to] ?? 0;
  if (!carried.additive && before > 0) {
    refuse(tally, [to]);
    return;
  }
  if (state === cellState.value) addScaled(tally, to, slice?.values[from] ?? 0);
  else if (state === cellState.large) addLarge(tally, to, slice?.large.get(from) ?? new Decimal(0));
  count(tally, to, { state, carried: from !== to });
}

function count(tally: Tally, to: number, { state, carried }: { readonly state: number; readonly carried: boolean }): void {
  tally.expected[to] = (tally.expected[to] ?? 0) + 1;
  if (hasValue(state)) tally.of[to] = (tally.of[to] ?? 0) + 1;
  else if (!hasValue(tally.states[to] ?? 0)) tally.states[to] = bothReasons(tally.states[to] ?? 0, state);
  if (carried) tally.notes[to] = (tally.notes[to] ?? 0) | noteBit.carried;
}

/** One reason for all, or that it was not reported; in whichever order they come. */
export function bothReasons(one: number, other: number): number {
  if (one === other || other === cellState.absent) return one;
  return one === cellState.absent ? other : stateOf('not-reported');
}

/** Not comparable through this act: no figure, and the note that says so. */
function refuse(tally: Tally, units: readonly number[]): void {
  for (const to of units) {
    tally.states[to] = stateOf('not-applicable');
    tally.values[to] = 0;
    tally.large.delete(to);
    tally.of[to] = 0;
    tally.expected[to] = (tally.expected[to] ?? 0) + 1;
    tally.notes[to] = (tally.notes[to] ?? 0) | noteBit['not-comparable'] | noteBit.carried;
  }
}

export function addScaled(tally: Tally, to: number, value: number): void {
  const sum = (tally.states[to] === cellState.value ? (tally.values[to] ?? 0) : 0) + value;
  if (tally.states[to] === cellState.large || Math.abs(sum) > mostScaled) {
    addLarge(tally, to, unscaled(value, tally.decimals));
    return;
  }
  tally.states[to] = cellState.value;
  tally.values[to] = sum;
}

export function addLarge(tally: Tally, to: number, value: Decimal): void {
  const before = tally.states[to] === cellState.value ? unscaled(tally.values[to] ?? 0, tally.decimals) : tally.large.get(to);
  tally.large.set(to, before ? before.plus(value) : value);
  tally.states[to] = cellState.large;
  tally.values[to] = 0;
}

export function unscaled(value: number, decimals: number): Decimal {
  return new Decimal(value).dividedBy(Decimal.pow(10, decimals));
}

interface Sharing {
  readonly slice: Slice;
  readonly carried: Carried;
  readonly moves: Moves;
  readonly shared: ReadonlyMap<number, Move>;
}

/** Zones' own rule carries them: each receiver its share, the last what rounding leaves. */
function shareOut(cube: Cube, tally: Tally, { slice, carried, moves, shared }: Sharing): void {
  const base = new Map<string, string>();
  for (const unit of shared.keys()) {
    const large = slice.states[unit] === cellState.large ? slice.large.get(unit) : undefined;
    base.set(cube.ids[unit] ?? '', (large ?? unscaled(slice.values[unit] ?? 0, carried.decimals)).toFixed());
  }
  const { sums, ended } = carrySums(moves.acts, base, moves.day);
  for (const [id, value] of [...sums, ...ended]) {
    const to = cube.indexOf.get(id);
    if (to !== undefined) addLarge(tally, to, new Decimal(value));
  }
}
