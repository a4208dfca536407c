// What statistics tells the library about the figures behind two codes (wiring.ts registers it): the library itself holds none.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Database } from '../platform/database.ts';

export interface FiguresAsked {
  readonly dataset: Dataset;
  readonly code: string;
  readonly into: string;
}

export interface FiguresCompared {
  /** Current figures under the code that would go. */
  readonly figures: number;
  /** Of them, those that stand under both codes for one unit and period and agree. */
  readonly same: number;
  /** And those that do not. */
  readonly different: number;
  /** The first of them. */
  readonly differing: readonly {
    readonly unit: string;
    readonly name: string;
    readonly period: string;
    readonly one: string;
    readonly other: string;
  }[];
}

export type CompareFigures = (db: Database, asked: FiguresAsked) => Promise<FiguresCompared>;
