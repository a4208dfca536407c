// The answers of statistics as the contract gives them, without its schemas.
import type { Answers } from '@zhenghe/contract/client';
import type { Form } from '@zhenghe/contract/indicator-wire';
import type { FilingCell, Sheet } from '@zhenghe/contract/statistics';
import type { Cell } from '@zhenghe/engine/kernel';
import type { filedReasons } from '@zhenghe/engine/statistics';

export type { FilingCell, Form, Sheet };
export type Figure = Cell<string> | null;
export type FiledReason = (typeof filedReasons)[number];
export type SheetFinding = Sheet['findings'][number];
export type SheetIndicator = Sheet['indicators'][number];
export type SavedCells = Answers['statistics']['saveCells'];
export type CellFate = SavedCells['fates'][number];
export type FileReading = Answers['statistics']['readFile'];
export type VersionRow = Answers['statistics']['versions'][number];
export type Board = Answers['statistics']['board'];
export type BoardRow = Board['rows'][number];
export type Rates = Board['rates'];
export type FormHead = Answers['statistics']['forms'][number];
export type FormDetail = Answers['statistics']['form'];
export type Burden = Answers['statistics']['burden'];
export type RosterRow = Answers['statistics']['roster'][number];
export type Problem = Answers['definitions']['check'][number];

/** As saveCells takes it: an absent field is left as it is, null empties it. */
export interface CellChange {
  readonly key: string;
  readonly value?: string | { readonly missing: FiledReason } | null;
  readonly explanation?: string | null;
  readonly comment?: string | null;
  readonly seen: number;
}
