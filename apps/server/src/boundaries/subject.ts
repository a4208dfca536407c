// What a business noun tells boundaries about its subjects: blocks to be bounded, and where the result goes. Wired in wiring.ts.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { DeclaredBlock } from '@zhenghe/engine/boundaries';
import type { Day, WrittenAnswer } from '@zhenghe/engine/kernel';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import type { Carried } from './record.ts';

/** One version of a plan as boundaries need it. */
export interface Bounded {
  readonly id: string;
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly version: number;
  readonly title: string;
  readonly blocks: readonly DeclaredBlock[];
  /** Names of its zones, by code. */
  readonly zoneNames: Readonly<Record<string, string>>;
  /** Names of hosted townships. */
  readonly hosted: readonly string[];
  readonly answers: readonly WrittenAnswer[];
  readonly boundaries: Carried | null;
  /** Set of the version approved last before this one; null before any. */
  readonly lastPlan: string | null;
}

export interface BoundedNoun {
  /** Null where the caller sees no such plan. With `version` absent, the newest. */
  readonly find: (db: Database, id: string, version?: number) => Promise<Bounded | null>;
  /** Throws a refusal when the caller may not change it now. */
  readonly mayChange: (context: Context, id: string, on: Day) => Promise<void>;
  /** Makes a new version that carries the set; answers its number. */
  readonly keep: (
    tx: Database,
    context: Context,
    asked: { readonly id: string; readonly basedOn: number; readonly boundaries: Carried; readonly on: Day },
  ) => Promise<number>;
}

/** By the kind of target that names them. */
export interface BoundedNouns {
  readonly plan: BoundedNoun;
}
