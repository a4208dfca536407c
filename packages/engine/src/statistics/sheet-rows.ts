// The rows of a form as a sheet has them: each with its key and its indicator. A row whose indicator the library no longer knows is left out.
import type { Indicator } from '../indicators/index.ts';
import type { Form, FormRow } from './form.ts';
import { type CellKey, cellKey, type SheetCell } from './sheet.ts';

/** What a sheet needs of the library. */
export interface Known {
  readonly get: (code: string) => Indicator | undefined;
}

export interface SheetRow {
  readonly key: CellKey;
  readonly group: string;
  readonly row: FormRow;
  readonly indicator: Indicator;
  /** By its formula; locked in the sheet. */
  readonly computed: boolean;
}

export function sheetRows(form: Pick<Form, 'groups'>, library: Known): readonly SheetRow[] {
  return form.groups.flatMap(({ id, rows }) =>
    rows.flatMap((row) => {
      const indicator = library.get(row.indicator);
      if (!indicator) return [];
      const key = cellKey(row.indicator, row.calibre);
      return [{ key, group: id, row, indicator, computed: indicator.formula !== null }];
    }),
  );
}

/** Those a check names, by key or by the indicator's code; every filed row when it names none. */
export function namedRows(rows: readonly SheetRow[], names: readonly string[]): readonly SheetRow[] {
  if (names.length === 0) return rows.filter(({ computed }) => !computed);
  const wanted = new Set(names);
  return rows.filter(({ key, indicator }) => wanted.has(key) || wanted.has(indicator.code));
}

export function cellsByKey(cells: readonly SheetCell[]): ReadonlyMap<CellKey, SheetCell> {
  return new Map(cells.map((cell) => [cell.key, cell]));
}
