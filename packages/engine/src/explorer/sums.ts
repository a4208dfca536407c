// Adds the units of each row up: exact whole numbers in doubles, decimals beside them where a figure does not fit.
import type { Decimal } from '../kernel/index.ts';
import { cellState, stateOf } from './block.ts';
import type { Gathered } from './gathered.ts';
import { bothReasons, hasValue, mostScaled, noteBit, unscaled } from './tally.ts';

/** By row: leaves first, then the cities, the whole last. Plain lists: small buffers by the thousand are slow to make. */
export interface RowSums {
  readonly parts: readonly number[][];
  /** What does not fit a double, to be added to the part; in the indicator's unit. Null while there is nothing. */
  readonly large: (Map<number, Decimal> | null)[];
  readonly decimals: readonly number[];
  readonly of: number[];
  readonly expected: number[];
  readonly notes: number[];
  /** The reason, where nothing went in. */
  readonly reasons: number[];
}

export interface Ladder {
  /** By unit: leaf or -1. */
  readonly leafOf: Int32Array;
  readonly leaves: number;
  /** By leaf: the rows above it that it counts into. */
  readonly above: readonly (readonly number[])[];
  readonly rows: number;
}

export function emptySums(parts: number, rows: number, decimals: readonly number[]): RowSums {
  const zeros = () => new Array<number>(rows).fill(0);
  return {
    parts: Array.from({ length: parts }, zeros),
    large: Array.from({ length: parts }, () => null),
    ...{ decimals, of: zeros(), expected: zeros(), notes: zeros(), reasons: zeros() },
  };
}

export function sumsOf(gathered: Gathered, ladder: Ladder): RowSums {
  const sums = emptySums(gathered.parts.length, ladder.rows, gathered.decimals);
  addUnits(sums, gathered, ladder.leafOf);
  for (let part = 0; part < gathered.parts.length; part += 1) addPart(sums, gathered, { part, leafOf: ladder.leafOf });
  for (let leaf = 0; leaf < ladder.leaves; leaf += 1) {
    if (sums.expected[leaf] === 0) continue;
    for (const row of ladder.above[leaf] ?? []) addRow(sums, leaf, row);
  }
  return sums;
}

/** By row: units in it that the reader may not see by themselves. */
export function hiddenIn({ expected }: Gathered, { leafOf, leaves, above, rows }: Ladder, hidden: Uint8Array): readonly number[] {
  const counts = new Array<number>(rows).fill(0);
  for (let unit = 0; unit < expected.length; unit += 1) {
    const row = leafOf[unit] ?? -1;
    if (row >= 0 && hidden[unit] === 1 && expected[unit] !== 0) counts[row] = (counts[row] ?? 0) + 1;
  }
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    if (counts[leaf] !== 0) for (const row of above[leaf] ?? []) counts[row] = (counts[row] ?? 0) + (counts[leaf] ?? 0);
  }
  return counts;
}

function addUnits({ of, expected, notes, reasons }: RowSums, gathered: Gathered, leafOf: Int32Array): void {
  const { states } = gathered;
  for (let unit = 0; unit < states.length; unit += 1) {
    const row = leafOf[unit] ?? -1;
    const asked = gathered.expected[unit] ?? 0;
    if (row < 0 || asked === 0) continue;
    const got = gathered.of[unit] ?? 0;
    const state = states[unit] ?? 0;
    expected[row] = (expected[row] ?? 0) + asked;
    of[row] = (of[row] ?? 0) + got;
    notes[row] = (notes[row] ?? 0) | (gathered.notes[unit] ?? 0) | (got < asked ? noteBit.partial : 0);
    if (!hasValue(state)) reasons[row] = bothReasons(reasons[row] ?? 0, state || stateOf('not-reported'));
  }
}

interface PartOf {
  readonly part: number;
  readonly leafOf: Int32Array;
}

function addPart(sums: RowSums, { states, parts }: Gathered, { part, leafOf }: PartOf): void {
  const [own, tally] = [sums.parts[part], parts[part]];
  if (!own || !tally) return;
  const { values } = tally;
  for (let unit = 0; unit < states.length; unit += 1) {
    const row = leafOf[unit] ?? -1;
    const state = states[unit] ?? 0;
    if (row < 0 || !hasValue(state)) continue;
    const exact = state === cellState.large ? tally.large.get(unit) : undefined;
    const sum = (own[row] ?? 0) + (values[unit] ?? 0);
    if (exact) addBeside(sums, part, { row, value: exact });
    else if (sum <= mostScaled && sum >= -mostScaled) own[row] = sum;
    else addBeside(sums, part, { row, value: unscaled(values[unit] ?? 0, tally.decimals) });
  }
}

function addBeside({ large }: RowSums, part: number, { row, value }: { readonly row: number; readonly value: Decimal }): void {
  const beside = large[part] ?? new Map<number, Decimal>();
  const before = beside.get(row);
  beside.set(row, before ? before.plus(value) : value);
  large[part] = beside;
}

function addRow(sums: RowSums, leaf: number, row: number): void {
  const { of, expected, notes, reasons } = sums;
  of[row] = (of[row] ?? 0) + (of[leaf] ?? 0);
  expected[row] = (expected[row] ?? 0) + (expected[leaf] ?? 0);
  notes[row] = (notes[row] ?? 0) | (notes[leaf] ?? 0);
  if (reasons[leaf] !== 0) reasons[row] = bothReasons(reasons[row] ?? 0, reasons[leaf] ?? 0);
  for (let part = 0; part < sums.parts.length; part += 1) {
    const own = sums.parts[part] ?? [];
    const sum = (own[row] ?? 0) + (own[leaf] ?? 0);
    if (sum <= mostScaled && sum >= -mostScaled) own[row] = sum;
    else addBeside(sums, part, { row, value: unscaled(own[leaf] ?? 0, sums.decimals[part] ?? 0) });
    const exact = sums.large[part]?.get(leaf);
    if (exact) addBeside(sums, part, { row, value: exact });
  }
}

/** A part of a row, exactly, in its indicator's unit. */
export function partOf(sums: RowSums, part: number, row: number): Decimal {
  const whole = unscaled(sums.parts[part]?.[row] ?? 0, sums.decimals[part] ?? 0);
  const beside = sums.large[part]?.get(row);
  return beside ? whole.plus(beside) : whole;
}
