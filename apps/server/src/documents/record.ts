// What is written down of a paper: who asked for what, how the making went, and the file.

import type { DocumentRow } from '@zhenghe/contract/documents';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { PaperContent, PaperKind } from '@zhenghe/exchange/documents';
import type { Actor } from '../accounts/index.ts';

export type StepKind = 'asked' | 'started' | 'drawn' | 'written' | 'kept' | 'stumbled' | 'failed' | 'cancelled';

export interface NewDocument {
  readonly id: string;
  readonly dataset: Dataset;
  readonly code: string;
  readonly kind: PaperKind;
  readonly planId: string;
  readonly version: number;
  readonly content: PaperContent;
  readonly contentSha256: string;
  readonly on: Day;
  readonly by: Actor;
}

/** A paper with its last step and its file, without the content and the bytes. */
export interface DocumentLine {
  readonly id: string;
  readonly dataset: Dataset;
  readonly code: string;
  readonly kind: PaperKind;
  readonly planId: string;
  readonly jurisdiction: string;
  readonly version: number;
  readonly contentSha256: string;
  readonly on: Day;
  readonly by: Actor;
  readonly step: StepKind;
  readonly note: Bilingual | null;
  readonly file: { readonly sha256: string; readonly size: number; readonly name: string } | null;
}

export interface NewFile {
  readonly sha256: string;
  readonly name: string;
  readonly address: string;
  readonly bytes: Uint8Array;
}

const standing: Readonly<Record<StepKind, Pick<DocumentRow, 'state' | 'steps'>>> = {
  asked: { state: 'waiting', steps: 0 },
  started: { state: 'working', steps: 1 },
  drawn: { state: 'working', steps: 2 },
  written: { state: 'working', steps: 3 },
  kept: { state: 'kept', steps: 4 },
  stumbled: { state: 'waiting', steps: 0 },
  failed: { state: 'failed', steps: 0 },
  cancelled: { state: 'cancelled', steps: 0 },
};

/** Nothing follows these. */
export function isOver(step: StepKind): boolean {
  const { state } = standing[step];
  return state !== 'waiting' && state !== 'working';
}

export function onWire({ id, kind, version, on, by, step, note, file, code }: DocumentLine, mayCancel: boolean): DocumentRow {
  return {
    ...{ id, kind, version, on, note },
    ...standing[step],
    by: by.unit,
    file: file && { code, ...file },
    mayCancel: mayCancel && !isOver(step),
  };
}
