// The number of a row from the sums of its parts: Σ; Σ÷Σ; the weighted mean; one unit's own figure; or the reason why there is none.
import { derivedText } from '../indicators/index.ts';
import { type Cell, type Decimal, type DecimalText, isMissing, type MissingReason } from '../kernel/index.ts';
import { reasonAt } from './block.ts';
import type { Plan } from './plan.ts';
import { type Quick, quickText, scaledText } from './quick.ts';
import { partOf, type RowSums } from './sums.ts';
import { noteBit } from './tally.ts';

/** value, of, expected, notes as bits (`noteBit`), and where there is no value the reason, if there is one. */
export type PackedCell = readonly [DecimalText | null, number, number, number] | readonly [null, number, number, number, MissingReason];

const asMean: Quick = { top: '', bottom: '', factor: 1n, divisor: 1n };

export function cellOf(plan: Plan, sums: RowSums, row: number): PackedCell {
  const [of, expected, notes] = [sums.of[row] ?? 0, sums.expected[row] ?? 0, sums.notes[row] ?? 0];
  if (!plan.additive && expected > 1) return [null, of, expected, notes | noteBit['not-comparable'], 'not-applicable'];
  if (of === 0) {
    const reason = reasonAt(sums.reasons[row] ?? 0);
    if (expected === 0) return [null, 0, 0, 0];
    return [null, 0, expected, notes & ~noteBit.partial, reason ?? 'not-reported'];
  }
  const text = quickly(plan, sums, row);
  if (text !== null) return [text, of, expected, notes];
  const value = exactly(plan, sums, row);
  return isMissing(value) ? [null, of, expected, notes, value.missing] : [textOf(plan, value), of, expected, notes];
}

export function textOf(plan: Plan, value: Decimal): DecimalText {
  return plan.kind === 'filed' ? value.toFixed() : derivedText(value);
}

/** Null where it has to be done exactly. */
function quickly(plan: Plan, sums: RowSums, row: number): DecimalText | null {
  if (sums.large.some((beside) => beside?.has(row))) return null;
  if (plan.kind === 'filed') return scaledText(sums.parts[0]?.[row] ?? 0, sums.decimals[0] ?? 0);
  if (plan.kind === 'weighted') return quickText(asMean, scaled(sums, 0, row), scaled(sums, 1, row));
  if (plan.kind !== 'derived' || !plan.quick) return null;
  const { top, bottom } = plan.quick;
  return quickText(plan.quick, scaled(sums, partAt(plan, top), row), scaled(sums, partAt(plan, bottom), row));
}

function scaled(sums: RowSums, part: number, row: number) {
  return { value: sums.parts[part]?.[row] ?? 0, decimals: sums.decimals[part] ?? 0 };
}

export function partAt({ parts }: Plan, code: string): number {
  return parts.findIndex((part) => part.code === code);
}

/** The row's value as a number; the reason where there is none. */
export function exactly(plan: Plan, sums: RowSums, row: number): Cell<Decimal> {
  if ((sums.of[row] ?? 0) === 0) return { missing: reasonAt(sums.reasons[row] ?? 0) ?? 'not-reported' };
  if (!plan.additive && (sums.expected[row] ?? 0) > 1) return { missing: 'not-applicable' };
  if (plan.kind === 'filed') return partOf(sums, 0, row);
  if (plan.kind === 'weighted') {
    const weight = partOf(sums, 1, row);
    return weight.isZero() ? { missing: 'not-applicable' } : partOf(sums, 0, row).dividedBy(weight);
  }
  if (plan.kind !== 'derived') return { missing: 'not-given' };
  return plan.compiled.evaluate((code) => {
    const part = plan.parts.findIndex((one) => one.code === code);
    return part < 0 ? null : partOf(sums, part, row);
  });
}
