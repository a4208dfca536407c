// The sheet as it stands after a saving, without asking for it again. Pure.
import { changeOf } from '@zhenghe/engine/indicators';
import { Decimal } from '@zhenghe/engine/kernel';
import type { CellChange, FilingCell, SavedCells, Sheet } from '../shapes.ts';
import type { Batch } from './queue.ts';

export function withSaved(sheet: Sheet, batch: Batch, answer: SavedCells): Sheet {
  const sent = new Map(batch.cells.map((cell) => [cell.key, cell]));
  const fates = new Map(answer.fates.map((fate) => [fate.key, fate]));
  const computed = new Map(answer.computed.map(({ key, value }) => [key, value]));
  const unitOf = unitsIn(sheet);
  const cells = sheet.cells.map((cell): FilingCell => {
    const [change, fate, anew] = [sent.get(cell.key), fates.get(cell.key), computed.get(cell.key)];
    if (anew !== undefined) return withGrowth({ ...cell, value: anew }, unitOf(cell), cell);
    if (!change || !fate || (fate.fate !== 'saved' && fate.fate !== 'same')) return cell;
    return withGrowth(changed(cell, change, fate.revision), unitOf(cell), cell);
  });
  const some = answer.fates.some(({ fate }) => fate === 'saved');
  return { ...sheet, cells, findings: answer.findings, changedSince: sheet.changedSince || (sheet.version > 0 && some) };
}

function unitsIn({ indicators }: Sheet): (cell: FilingCell) => string {
  const units = new Map(indicators.map(({ code, unit }) => [code, unit]));
  return ({ indicator }) => units.get(indicator) ?? '';
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
  const unitOf = unitsIn(sheet);
  const cells = sheet.cells.map((cell) => (cell.key === key ? withGrowth({ ...cell, value: theirs, revision }, unitOf(cell), cell) : cell));
  return { ...sheet, cells };
}

/** Where the server could not compare two figures, a calibre broke between them: it stays so until it is asked again. */
function withGrowth(cell: FilingCell, unit: string, before: FilingCell): FilingCell {
  const apart = before.growth === null && typeof before.value === 'string' && typeof before.yearBefore === 'string';
  return { ...cell, growth: apart ? null : growthOf(cell, unit) };
}

/** In %, or in percentage points for what is a percentage; two decimals. */
function growthOf({ value, yearBefore }: FilingCell, unit: string): string | null {
  if (typeof value !== 'string' || typeof yearBefore !== 'string') return null;
  return changeOf(unit, new Decimal(yearBefore), new Decimal(value))?.change.toDecimalPlaces(2).toFixed() ?? null;
}
