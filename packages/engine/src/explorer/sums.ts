// Adds the units of each row up: exact whole numbers in doubles, decimals beside them where a figure does not fit.
import type { Decimal } from '../kernel/index.ts';
import { cellState, stateOf } from './block.ts';
import type { Gathered } from './gathered.ts';
import { bothReasons, mostScaled, noteBit, unscaled } from './tally.ts';

/** By row: leaves first, then the cities, the whole last. */
export interface RowSums {
  readonly parts: readonly Float64Array[];
  /** What does not fit a double, to be added to the part; in the indicator's unit. */
  readonly large: readonly Map<number, Decimal>[];
  readonly decimals: readonly number[];
  readonly of: Uint32Array;
  readonly expected: Uint32Array;
  readonly notes: Uint8Array;
  /** The reason, where nothing went in. */
  readonly reasons: Uint8Array;
  /** Units in it whose own figures the reader may not see. */
  readonly hidden: Uint32Array;
}

export interface Ladder {
  /** By unit: leaf or -1. */
  readonly leafOf: Int32Array;
  readonly leaves: number;
  /** By leaf: the rows above it that it counts into. */
  readonly above: readonly (readonly number[])[];
  readonly rows: number;
  /** By unit: 1 where the reader may not see it by itself; null where all may be seen. */
  readonly hidden: Uint8Array | null;
}

export function emptySums(parts: number, rows: number, decimals: readonly number[]): RowSums {
  return {
    parts: Array.from({ length: parts }, () => new Float64Array(rows)),
    large: Array.from({ length: parts }, () => new Map()),
    decimals,
    of: new Uint32Array(rows),
    expected: new Uint32Array(rows),
    notes: new Uint8Array(rows),
    reasons: new Uint8Array(rows),
    hidden: new Uint32Array(rows),
  };
}

export function sumsOf(gathered: Gathered, ladder: Ladder): RowSums {
  const sums = emptySums(gathered.parts.length, ladder.rows, gathered.decimals);
  addUnits(sums, gathered, ladder);
  for (const [part, tally] of gathered.parts.entries())
    addPart(sums, { part, states: gathered.states, values: tally.values, large: tally.large }, ladder);
  addUp(sums, ladder);
  return sums;
}

function addUnits(sums: RowSums, gathered: Gathered, { leafOf, hidden }: Ladder): void {
  for (let unit = 0; unit < gathered.states.length; unit += 1) {
    const row = leafOf[unit] ?? -1;
    if (row < 0 || gathered.expected[unit] === 0) continue;
    addUnit(sums, row, { gathered, unit });
    if (hidden && hidden[unit] === 1) sums.hidden[row] = (sums.hidden[row] ?? 0) + 1;
  }
}

function addUnit(sums: RowSums, row: number, { gathered, unit }: { readonly gathered: Gathered; readonly unit: number }): void {
  const [got, asked] = [gathered.of[unit] ?? 0, gathered.expected[unit] ?? 0];
  const state = gathered.states[unit] ?? 0;
  sums.expected[row] = (sums.expected[row] ?? 0) + asked;
  sums.of[row] = (sums.of[row] ?? 0) + got;
  sums.notes[row] = (sums.notes[row] ?? 0) | (gathered.notes[unit] ?? 0) | (got < asked ? noteBit.partial : 0);
  if (state >= cellState.reasons || state === cellState.absent) noteReason(sums.reasons, row, state || stateOf('not-reported'));
}

function noteReason(reasons: Uint8Array, row: number, state: number): void {
  reasons[row] = bothReasons(reasons[row] ?? 0, state);
}

interface PartValues {
  readonly part: number;
  readonly states: Uint8Array;
  readonly values: Float64Array;
  readonly large: ReadonlyMap<number, Decimal>;
}

function addPart(sums: RowSums, { part, states, values, large }: PartValues, { leafOf }: Ladder): void {
  const own = sums.parts[part];
  const beside = sums.large[part];
  if (!own || !beside) return;
  for (let unit = 0; unit < states.length; unit += 1) {
    const row = leafOf[unit] ?? -1;
    const state = states[unit];
    if (row < 0 || (state !== cellState.value && state !== cellState.large)) continue;
    const exact = state === cellState.large ? large.get(unit) : undefined;
    if (exact) addBeside(beside, row, exact);
    else addWhole({ own, beside, decimals: sums.decimals[part] ?? 0 }, row, values[unit] ?? 0);
  }
}

interface Account {
  readonly own: Float64Array;
  readonly beside: Map<number, Decimal>;
  readonly decimals: number;
}

function addWhole({ own, beside, decimals }: Account, row: number, value: number): void {
  const sum = (own[row] ?? 0) + value;
  if (sum <= mostScaled && sum >= -mostScaled) own[row] = sum;
  else addBeside(beside, row, unscaled(value, decimals));
}

function addBeside(beside: Map<number, Decimal>, row: number, value: Decimal): void {
  const before = beside.get(row);
  beside.set(row, before ? before.plus(value) : value);
}

function addUp(sums: RowSums, { leaves, above }: Ladder): void {
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    if ((sums.expected[leaf] ?? 0) === 0) continue;
    for (const row of above[leaf] ?? []) addRow(sums, leaf, row);
  }
}

function addRow(sums: RowSums, leaf: number, row: number): void {
  sums.of[row] = (sums.of[row] ?? 0) + (sums.of[leaf] ?? 0);
  sums.expected[row] = (sums.expected[row] ?? 0) + (sums.expected[leaf] ?? 0);
  sums.notes[row] = (sums.notes[row] ?? 0) | (sums.notes[leaf] ?? 0);
  sums.hidden[row] = (sums.hidden[row] ?? 0) + (sums.hidden[leaf] ?? 0);
  if ((sums.reasons[leaf] ?? 0) > 0) noteReason(sums.reasons, row, sums.reasons[leaf] ?? 0);
  for (const [part, own] of sums.parts.entries()) {
    const beside = sums.large[part] ?? new Map<number, Decimal>();
    addWhole({ own, beside, decimals: sums.decimals[part] ?? 0 }, row, own[leaf] ?? 0);
    const exact = beside.get(leaf);
    if (exact) addBeside(beside, row, exact);
  }
}

/** A part of a row, exactly, in its indicator's unit. */
export function partOf(sums: RowSums, part: number, row: number): Decimal {
  const whole = unscaled(sums.parts[part]?.[row] ?? 0, sums.decimals[part] ?? 0);
  const beside = sums.large[part]?.get(row);
  return beside ? whole.plus(beside) : whole;
}
