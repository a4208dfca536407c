// What differs between two states of one sheet: 1.50 is 1.5, an empty cell is no cell, and words count as well as figures.
import { type Cell, Decimal, type DecimalText, isMissing } from '../kernel/index.ts';
import type { CellKey, SheetCell } from './sheet.ts';
import { cellsByKey } from './sheet-rows.ts';

export interface SheetChange {
  readonly key: CellKey;
  readonly before: Cell<DecimalText> | null;
  readonly after: Cell<DecimalText> | null;
  /** The words that stand on the cell after the change. */
  readonly explanation: string | null;
}

/** In the order of `after`, then what is only in `before`. */
export function sheetDiff(before: readonly SheetCell[], after: readonly SheetCell[]): readonly SheetChange[] {
  const [old, now] = [cellsByKey(before), cellsByKey(after)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    const [from, to] = [was?.value ?? null, is?.value ?? null];
    const explanation = is?.explanation ?? null;
    if (sameCell(from, to) && (was?.explanation ?? null) === explanation) return [];
    return [{ key, before: from, after: to, explanation }];
  });
}

export function sameCell(one: Cell<DecimalText> | null, other: Cell<DecimalText> | null): boolean {
  if (one === null || other === null) return one === other;
  if (isMissing(one) || isMissing(other)) return isMissing(one) && isMissing(other) && one.missing === other.missing;
  return one === other || new Decimal(one).equals(other);
}
