// What a noun tells the imports about its files (wiring.ts registers it): who may bring one, how it is read, what it would do,
// how it is written, how that is taken back. The imports know no noun beyond this.
import type { HandOut, ImportProblem, ImportKind as KindName } from '@zhenghe/contract/imports';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { ImportNote } from '@zhenghe/contract/plans';
import type { PlannedRow } from '@zhenghe/engine/imports';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { ImportLayout, Mapping, Remembered, SheetFound } from '@zhenghe/exchange/imports';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';

export interface ImportAsked {
  readonly dataset: Dataset;
  readonly on: Day;
  /** The one subject it is about, for kinds that are about one. */
  readonly target?: string | undefined;
  readonly mapping?: Mapping | undefined;
}

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface FileRead<Data> {
  /** Null when the file, or any cell of it, cannot be read. */
  readonly data: Data | null;
  readonly unreadable: Bilingual | null;
  readonly problems: readonly z.infer<typeof ImportProblem>[];
  readonly notes: readonly z.infer<typeof ImportNote>[];
  readonly sheets: readonly SheetFound[];
}

export interface DryRun {
  readonly rows: readonly PlannedRow[];
  /** Changes whenever anything the rows rest on changes, and never comes back to what it was. */
  readonly state: string;
}

export interface Writing<Data> {
  readonly asked: ImportAsked;
  readonly data: Data;
  readonly rows: readonly PlannedRow[];
  readonly file: GivenFile;
  readonly batch: { readonly id: string };
  /** Tells how far it is, and ends the work when somebody cancelled it. */
  readonly tell: (done: number) => Promise<void>;
}

export interface Written {
  /** What the kind must know to undo it; kept with the batch. */
  readonly memo: Readonly<Record<string, unknown>>;
  /** Row by row, the record each became, where the dry run did not know it. */
  readonly subjects?: readonly (string | null)[];
  readonly handOut?: HandOut;
  /** What became of it, for the list of batches: "saved as version 3". */
  readonly note?: Bilingual;
}

export interface Undoing {
  readonly dataset: Dataset;
  readonly target: string | null;
  readonly memo: unknown;
  readonly subjects: readonly string[];
  readonly reason: string;
  readonly on: Day;
  /** When the batch was written: what was recorded after it is later work. */
  readonly writtenAt: string;
}

export interface ImportKind<Data> {
  readonly kind: KindName;
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly accepts: readonly ('xlsx' | 'csv' | 'json')[];
  readonly targeted: boolean;
  readonly handsOut: boolean;
  /** What the filled template holds. */
  readonly filled: Bilingual;
  /** Empty where the file has a form of its own. */
  readonly layout: ImportLayout;
  /** Files with more rows than this are written in the queue; null where they never are. */
  readonly inlineRows: number | null;
  /** Why the caller may not bring such a file; null when he may. Without a target: whether there is anything he may bring. */
  readonly refused: (context: Context, asked: Pick<ImportAsked, 'dataset' | 'target'>) => Promise<Bilingual | null>;
  readonly titleOf: (db: Database, target: string) => Promise<string | null>;
  readonly template: (
    context: Context,
    asked: Pick<ImportAsked, 'dataset' | 'target' | 'on'> & { readonly filled: boolean },
  ) => Promise<File>;
  readonly read: (context: Context, asked: ImportAsked, file: GivenFile, remembered: Remembered) => Promise<FileRead<Data>>;
  readonly dryRun: (db: Database, context: Context, asked: ImportAsked, data: Data) => Promise<DryRun>;
  /** What others did to the same records after that moment, for who comes too late. */
  readonly changedSince: (db: Database, rows: readonly PlannedRow[], asked: ImportAsked, at: string) => Promise<readonly Bilingual[]>;
  readonly commit: (tx: Database, context: Context, writing: Writing<Data>) => Promise<Written>;
  /** Throws a refusal when later work builds on the batch. */
  readonly undo: (tx: Database, context: Context, undoing: Undoing) => Promise<void>;
}

/** A file that was read, with what may be done with it: the kind's own data stays inside. */
export interface ReadImport extends Omit<FileRead<unknown>, 'data'> {
  readonly ready: {
    readonly dryRun: (db: Database) => Promise<DryRun>;
    readonly commit: (tx: Database, writing: Omit<Writing<unknown>, 'data' | 'asked' | 'file'>) => Promise<Written>;
  } | null;
}

export interface AnyImportKind extends Omit<ImportKind<unknown>, 'read' | 'dryRun' | 'commit'> {
  readonly open: (context: Context, asked: ImportAsked, file: GivenFile, remembered: Remembered) => Promise<ReadImport>;
}

/** A kind without the type of its data, for the list in wiring.ts. */
export function importKind<Data>({ read, dryRun, commit, ...rest }: ImportKind<Data>): AnyImportKind {
  return {
    ...rest,
    open: async (context, asked, file, remembered) => {
      const { data, ...answer } = await read(context, asked, file, remembered);
      const ready =
        data === null
          ? null
          : {
              dryRun: (db: Database) => dryRun(db, context, asked, data),
              commit: (tx: Database, writing: Omit<Writing<unknown>, 'data' | 'asked' | 'file'>) =>
                commit(tx, context, { ...writing, asked, data, file }),
            };
      return { ...answer, ready };
    },
  };
}

export type ImportKinds = readonly AnyImportKind[];
