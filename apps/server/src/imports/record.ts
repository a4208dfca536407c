// What is written down of a batch, and how the contract tells it.

import { RoleCard } from '@zhenghe/contract/accounts';
import type { ImportBatch } from '@zhenghe/contract/imports';
import type { Dataset } from '@zhenghe/contract/kernel';
import { batchState, type Counts, type StepKind } from '@zhenghe/engine/imports';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { z } from 'zod';
import { type Actor, actorOf } from '../accounts/index.ts';
import type { Caller } from '../platform/api.ts';
import * as refuse from './refusals.ts';

/** Also the person, where somebody is signed in: passwords are handed to whoever asked. */
export interface SendingActor extends Actor {
  readonly person: string | null;
}

export function sendingActorOf({ card, signedIn }: Caller): SendingActor {
  if (!card) throw refuse.notYours();
  return { ...actorOf(card), person: signedIn?.person.id ?? null };
}

/** Kept with the order of a queued import, so that it is written with the rights it was asked with. */
export const Order = z.object({
  card: RoleCard,
  profile: z.enum(['demo', 'production']),
  person: z.string().nullable(),
  today: z.string(),
});
export type Order = z.infer<typeof Order>;

export interface NewBatch {
  readonly id: string;
  readonly dataset: Dataset;
  readonly kind: ImportBatch['kind'];
  readonly target: string | null;
  readonly targetTitle: string | null;
  readonly unit: string;
  readonly ticket: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };
  readonly mapping: object;
  readonly state: string;
  readonly on: Day;
  readonly by: SendingActor;
}

export interface Step {
  readonly kind: StepKind;
  readonly detail: StepDetail;
  readonly by: SendingActor;
  readonly at: string;
}

export interface StepDetail {
  readonly counts?: Counts;
  readonly progress?: { readonly done: number; readonly of: number };
  readonly note?: Bilingual;
  readonly reason?: string;
  readonly memo?: Readonly<Record<string, unknown>>;
  readonly order?: Order;
}

export interface BatchLine {
  readonly id: string;
  readonly number: number;
  readonly dataset: Dataset;
  readonly kind: ImportBatch['kind'];
  readonly target: string | null;
  readonly targetTitle: string | null;
  readonly jurisdiction: string;
  readonly unit: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly fileSize: number;
  readonly mapping: unknown;
  readonly state: string;
  readonly on: Day;
  readonly by: SendingActor;
  readonly at: string;
  readonly steps: readonly Step[];
}

const none: Counts = { add: 0, change: 0, same: 0, refused: 0 };

export function stateOf(line: BatchLine): ImportBatch['state'] {
  return batchState(line.steps.map(({ kind }) => kind)) ?? 'failed';
}

export function committedStep(line: BatchLine): Step | undefined {
  return line.steps.find(({ kind }) => kind === 'committed');
}

export function onWire(line: BatchLine, title: Bilingual, may: { readonly undo: boolean; readonly cancel: boolean }): ImportBatch {
  const state = stateOf(line);
  const last = line.steps.at(-1);
  const undone = line.steps.find(({ kind }) => kind === 'undone');
  return {
    ...{ id: line.id, number: line.number, kind: line.kind, title, dataset: line.dataset, on: line.on, at: line.at, state },
    ...{ target: line.target, targetTitle: line.targetTitle, by: { ...line.by.unit } },
    file: { name: line.fileName, size: line.fileSize, sha256: line.fileSha256 },
    progress: state === 'waiting' || state === 'working' ? (last?.detail.progress ?? null) : null,
    counts: line.steps.findLast(({ detail }) => detail.counts)?.detail.counts ?? none,
    note: last?.detail.note ?? null,
    undone: undone ? { by: { ...undone.by.unit }, at: undone.at, reason: undone.detail.reason ?? '' } : null,
    mayUndo: may.undo && state === 'committed',
    mayCancel: may.cancel && (state === 'waiting' || state === 'working'),
  };
}
