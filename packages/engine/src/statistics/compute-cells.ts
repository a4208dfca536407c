// Computed rows of a sheet: each by its indicator's formula over the filed rows of the same sheet. Nothing entered stays nothing;
// a missing input makes the result missing.
import { type Compiled, compile, compileExpression, derivedText, type Library } from '../indicators/index.ts';
import { type Cell, Decimal, type DecimalText, isMissing, type Missing } from '../kernel/index.ts';
import type { Form } from './form.ts';
import type { CellKey, SheetCell } from './sheet.ts';
import { cellsByKey, type SheetRow, sheetRows } from './sheet-rows.ts';

export interface ComputedCell {
  readonly key: CellKey;
  /** Null while an input is empty or the sheet does not ask for it. */
  readonly value: Cell<DecimalText> | null;
}

export function computeCells(form: Pick<Form, 'groups'>, library: Library, cells: readonly SheetCell[]): readonly ComputedCell[] {
  const rows = sheetRows(form, library);
  const figures = figuresOf(rows, cellsByKey(cells));
  return rows
    .filter(({ computed }) => computed)
    .map(({ key, indicator }) => ({ key, value: computedValue(compiled(indicator.code, library), figures) }));
}

/** By code of a filed indicator: what the sheet says under the calibre in force. */
export type Figures = ReadonlyMap<string, Decimal | Missing | null>;

export function figuresOf(rows: readonly SheetRow[], cells: ReadonlyMap<CellKey, Pick<SheetCell, 'value'>>): Figures {
  return new Map(
    rows
      .filter(({ computed, row }) => !computed && row.calibre === null)
      .map(({ key, indicator }) => {
        const value = cells.get(key)?.value ?? null;
        return [indicator.code, value === null || isMissing(value) ? value : new Decimal(value)];
      }),
  );
}

function computedValue(formula: Compiled | null, figures: Figures): Cell<DecimalText> | null {
  if (!formula || formula.filed.some((code) => (figures.get(code) ?? null) === null)) return null;
  const value = formula.evaluate((code) => figures.get(code) ?? null);
  return isMissing(value) ? value : derivedText(value);
}

const known = new WeakMap<Library, Map<string, Compiled | null>>();

/** Null for what cannot be computed: its definition is at fault, not the sheet. Kept by library, since a thousand sheets share one. */
export function compiled(code: string, library: Library): Compiled | null {
  return kept(library, `code ${code}`, () => compile(code, library));
}

export function compiledText(text: string, library: Library): Compiled | null {
  return kept(library, `text ${text}`, () => compileExpression(text, library));
}

function kept(library: Library, name: string, make: () => Compiled | { readonly ok: false }): Compiled | null {
  const own = known.get(library) ?? new Map<string, Compiled | null>();
  known.set(library, own);
  const before = own.get(name);
  if (before !== undefined) return before;
  const made = make();
  own.set(name, made.ok ? made : null);
  return made.ok ? made : null;
}
