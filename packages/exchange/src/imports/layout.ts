// The form of an import as data: its sheets, their columns, what a cell may hold. Said once for the template, the reader and the screen.

import type { ColumnMap, FoundBy } from '@zhenghe/engine/imports';
import type { Bilingual } from '@zhenghe/engine/kernel';

export type CellForm =
  | { readonly as: 'text'; readonly longest?: number }
  /** A day of the calendar. */
  | { readonly as: 'day' }
  /** A day, a month or a year: "2015", "2015-06". */
  | { readonly as: 'rough-day' }
  /** km², or another unit that is converted; may say why there is no figure. */
  | { readonly as: 'area' }
  /** A figure of one unit, the first of those named; others are divided by what they hold of it. May say why there is none. */
  | { readonly as: 'figure'; readonly units: Readonly<Record<string, string>>; readonly whole?: true }
  /** Code → the words for it; the first is what a template offers. The code itself is read too. */
  | { readonly as: 'word'; readonly words: Readonly<Record<string, readonly string[]>> };

export interface ImportColumn {
  readonly key: string;
  readonly title: Bilingual;
  readonly form: CellForm;
  /** The column must be there and every row must fill it. */
  readonly needed?: true;
  readonly synonyms: readonly string[];
  readonly hint?: Bilingual;
  readonly width?: number;
}

export interface ImportSheet {
  readonly key: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly columns: readonly ImportColumn[];
}

export type ImportLayout = readonly ImportSheet[];

/** By sheet of the file: which sheet of the form it is ('' for none), and which heading feeds which field. */
export type Mapping = Readonly<Record<string, { readonly sheet: string; readonly columns: ColumnMap }>>;

/** By sheet of the form: how the same sender's headings were mapped before. */
export type Remembered = Readonly<Record<string, ColumnMap>>;

/** One sheet of a file as it was understood. */
export interface SheetFound {
  readonly sheetName: string;
  /** The sheet of the form; null when it was not read. */
  readonly sheet: string | null;
  readonly headings: readonly string[];
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly by: FoundBy }[];
}

/** One row of a file, by field: the value as the house writes it (2015-06, 11.60, a code), or a reason why there is none. */
export interface ImportRow {
  /** Of the form. */
  readonly sheet: string;
  readonly sheetName: string;
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<string, string>>;
}
