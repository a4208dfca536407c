// What a business noun tells the cases about its subjects, and what happens to a subject when a case is decided (wiring.ts).
import type { Place } from '@zhenghe/contract/kernel';
import type { Day, Place as EnginePlace } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import type { CaseHead } from './record.ts';

export type CellPlace = z.infer<typeof Place>;

/** The contract's place as the engine's: an absent row or field is left out. */
export function placeOf({ table, row, field, label }: CellPlace): EnginePlace {
  return { table, label, ...(row === undefined ? {} : { row }), ...(field === undefined ? {} : { field }) };
}

export interface SubjectNow {
  readonly title: string;
  /** The newest version, and the hash of the version asked for. */
  readonly latest: number;
  readonly sha256: string;
}

export interface Subject {
  /** With `version` absent, the hash is that of the newest. */
  readonly find: (db: Database, id: string, version?: number) => Promise<SubjectNow | null>;
  /** Titles and places of many, for lists. */
  readonly describe: (
    db: Database,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly title: string; readonly place: string }>>;
  /** Its page in the web. */
  readonly link: (id: string) => string;
  /** Throws a refusal when the version may not be handed in on that day. */
  readonly mayHandIn: (
    tx: Database,
    context: Context,
    asked: { readonly id: string; readonly version: number; readonly on: Day },
  ) => Promise<void>;
  /** Cells that open together with the named ones, so that the subject can be made whole again. */
  readonly opened: (db: Database, id: string, version: number, places: readonly CellPlace[]) => Promise<CellPlace[]>;
  /** The one version of the subject that may be named by a case's cells. */
  readonly hasPlace: (db: Database, id: string, version: number, place: CellPlace) => Promise<boolean>;
}

export interface Decision {
  readonly head: CaseHead;
  readonly kind: 'approve' | 'refuse';
  readonly version: number;
  readonly sha256: string;
  readonly on: Day;
  readonly paper: string | null;
}

/** A subject with what follows from its decision, in the same transaction. */
export interface Wired {
  readonly subject: Subject;
  readonly decided: (tx: Database, decision: Decision) => Promise<void>;
}

/** By noun. */
export type Wiring = Readonly<Record<string, Wired>>;
