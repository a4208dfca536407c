// The sheet as it stands after a saving, without asking for it again. Pure.
import { Decimal } from '@zhenghe/engine/kernel';
import type { CellChange, FilingCell, SavedCells, Sheet } from '../shapes.ts';
import type { Batch } from './queue.ts';

export function withSaved(sheet: Sheet, batch: Batch, answer: SavedCells): Sheet {
  const sent = new Map(batch.cells.map((cell) => [cell.key, cell]));
  const fates = new Map(answer.fates.map((fate) => [fate.key, fate]));
  const computed = new Map(answer.computed.map(({ key, value }) => [key, value]));
  const cells = sheet.cells.map((cell): FilingCell => {
    const [change, fate, anew] = [sent.get(cell.key), fates.get(cell.key), computed.get(cell.key)];
    if (anew !== undefined) return withGrowth({ ...cell, value: anew });
    if (!change || !fate || (fate.fate !== 'saved' && fate.fate !== 'same')) return cell;
    return withGrowth(changed(cell, change, fate.revision));
  });
  const some = answer.fates.some(({ fate }) => fate === 'saved');
  return { ...sheet, cells, findings: answer.findings, changedSince: sheet.changedSince || (sheet.version > 0 && some) };
}

function changed(cell: FilingCell, { value, explanation, comment }: CellChange, revision: number): FilingCell {
  return {
    ...cell,
    revision,
    ...(value !== undefined && { value }),
    ...(explanation !== undefined && { explanation }),
    ...(comment !== undefined && { comment }),
  };
}

/** What somebody else saved, shown as theirs. */
export function withTheirs(sheet: Sheet, key: string, theirs: FilingCell['value'], revision: number): Sheet {
  const cells = sheet.cells.map((cell) => (cell.key === key ? withGrowth({ ...cell, value: theirs, revision }) : cell));
  return { ...sheet, cells };
}

/** Against the same period of last year in %, to two places; only where both are figures and the year before is not zero. */
function withGrowth(cell: FilingCell): FilingCell {
  return { ...cell, growth: growthOf(cell.value, cell.yearBefore) };
}

export function growthOf(now: FilingCell['value'], before: FilingCell['value']): string | null {
  if (typeof now !== 'string' || typeof before !== 'string') return null;
  const base = new Decimal(before);
  if (base.isZero()) return null;
  return new Decimal(now).minus(base).div(base.abs()).times(100).toDecimalPlaces(2).toFixed();
}
