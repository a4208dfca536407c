// Versions: the content of a sheet at the moment it was handed in, and how it differs from the sheet now or from the version before.
import { type Cell, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import { type CellKey, type SheetCell, type SheetChange, type SheetRow, sheetDiff } from '@zhenghe/engine/statistics';
import { onWire } from './checking.ts';
import type { NewFigure } from './publish.ts';
import type { FilingHead, FrozenCell, Version } from './record.ts';

/** In the order of the form's rows. */
export function frozenCells(
  rows: readonly SheetRow[],
  filed: readonly SheetCell[],
  computed: ReadonlyMap<CellKey, Cell<DecimalText> | null>,
): readonly FrozenCell[] {
  const byKey = new Map(filed.map((cell) => [cell.key, cell]));
  return rows.map((row) => {
    const value = row.computed ? (computed.get(row.key) ?? null) : (byKey.get(row.key)?.value ?? null);
    const { indicator, row: asked } = row;
    return {
      key: row.key,
      indicator: indicator.code,
      calibre: asked.calibre,
      value: onWire(value),
      explanation: byKey.get(row.key)?.explanation ?? null,
      computed: row.computed,
    };
  });
}

/** Whether the filed cells say something else than the version; true before the first. */
export function differsFrom(version: Pick<Version, 'content'> | null, filed: readonly SheetCell[]): boolean {
  return version === null || changesBetween(version.content, filed).length > 0;
}

/** Computed cells follow and are not told. */
export function changesBetween(before: readonly FrozenCell[], after: readonly SheetCell[]): readonly SheetChange[] {
  return sheetDiff(filedOf(before), after);
}

export function filedOf(content: readonly FrozenCell[]): readonly SheetCell[] {
  return content.filter(({ computed }) => !computed).map(({ key, value, explanation }) => ({ key, value, explanation }));
}

/** What an approval makes current: every filed cell the first time, later those that differ; one emptied since is told as not given. */
export function figuresOf(
  { unit, jurisdiction, period }: Pick<FilingHead, 'unit' | 'jurisdiction' | 'period'>,
  content: readonly FrozenCell[],
  before: readonly FrozenCell[],
): readonly NewFigure[] {
  const byKey = new Map([...before, ...content].map((cell) => [cell.key, cell]));
  const figures = changesBetween(before, filedOf(content)).flatMap(({ key, after, explanation }): readonly NewFigure[] => {
    const cell = byKey.get(key);
    if (!cell) return [];
    const common = { unit, jurisdiction, period, indicator: cell.indicator, calibre: cell.calibre, explanation };
    if (after === null) return [{ ...common, value: null, missing: 'not-given' }];
    return [isMissing(after) ? { ...common, value: null, missing: after.missing } : { ...common, value: after, missing: null }];
  });
  // Two rows may lead to one indicator after a merge: the first of the form stands for both.
  const first = new Map<string, NewFigure>();
  for (const figure of figures) if (!first.has(keyOf(figure))) first.set(keyOf(figure), figure);
  return [...first.values()];
}

function keyOf({ indicator, calibre }: NewFigure): string {
  return calibre === null ? indicator : `${indicator}@${calibre}`;
}
