// What a business noun tells about the subjects it lets be consulted on (wiring.ts).
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Citation, Day } from '@zhenghe/engine/kernel';
import type { CellPlace } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';

export interface ConsultedNow {
  readonly dataset: Dataset;
  /** GB/T 2260 code of the place that drafts it. */
  readonly jurisdiction: string;
  readonly title: string;
  /** The newest version, and the hash of the version asked for. */
  readonly latest: number;
  readonly sha256: string;
}

export interface Consulted {
  /** With `version` absent the title and the hash are those of the newest. */
  readonly find: (db: Database, id: string, version?: number) => Promise<ConsultedNow | null>;
  /** Throws a refusal when the subject is not with its drafter, so that nothing could be changed for a comment. */
  readonly mayBegin: (tx: Database, context: Context, asked: { readonly id: string; readonly on: Day }) => Promise<void>;
  readonly hasPlace: (db: Database, id: string, version: number, place: CellPlace) => Promise<boolean>;
  /** Tables and cells a comment may aim at, named as a citizen would. */
  readonly places: (db: Database, id: string, version: number) => Promise<readonly CellPlace[]>;
  /** Clauses of the documents the subject follows on that day. */
  readonly clauses: (
    context: Context,
    asked: { readonly id: string; readonly version: number; readonly on: Day },
  ) => Promise<readonly Citation[]>;
  /** Addresses in the web: a version of it, and what changed between two. */
  readonly link: (id: string, version: number) => string;
  readonly compareLink: (id: string, from: number, to: number) => string;
}

/** By noun. */
export type ConsultedNouns = Readonly<Record<string, Consulted>>;
