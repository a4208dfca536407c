// Changes of a filing that are not on the server yet: what was typed per cell, the batch under way with its key, and what came of
// it. Pure. The same batch goes again with the same key until it is answered, so that nothing is lost and nothing doubled.
import type { Bilingual } from '@zhenghe/engine/kernel';
import type { CellChange, CellFate, Figure } from '../shapes.ts';

export interface Unread {
  readonly text: string;
  /** What is wrong with it, and the figure that may be meant. */
  readonly message: Bilingual;
  readonly proposal: string | null;
}

export interface Pending extends CellChange {
  /** Typed but no figure: kept as typed, never sent. */
  readonly unread?: Unread;
  /** Somebody else saved the cell first. */
  readonly conflict?: { readonly theirs: Figure; readonly revision: number };
  readonly refused?: Bilingual;
}

export interface Batch {
  readonly key: string;
  readonly cells: readonly CellChange[];
  /** When it was last sent, in ms: another tab waits for it a while. */
  readonly at: number;
}

export interface Queue {
  readonly pending: Readonly<Record<string, Pending>>;
  readonly sending: Batch | null;
}

export const emptyQueue: Queue = { pending: {}, sending: null };

/** At most as many cells as one call takes. */
const most = 500;

/** A new change of a cell over what waits for it; an unread text or a refusal of before is answered by it. */
export function put(queue: Queue, changes: readonly (CellChange & Pick<Pending, 'unread'>)[]): Queue {
  const pending = { ...queue.pending };
  for (const change of changes) {
    const { unread: _unread, refused: _refused, ...before } = pending[change.key] ?? { key: change.key, seen: change.seen };
    // The revision first seen stands: what was typed over something is only true for that.
    pending[change.key] = { ...before, ...change, seen: before.seen };
  }
  return { ...queue, pending };
}

export function drop(queue: Queue, key: string): Queue {
  const { [key]: _dropped, ...pending } = queue.pending;
  return { ...queue, pending };
}

/** What was typed here is to stand over what somebody else saved. */
export function insist(queue: Queue, key: string): Queue {
  const one = queue.pending[key];
  if (!one?.conflict) return queue;
  const { conflict, ...rest } = one;
  return { ...queue, pending: { ...queue.pending, [key]: { ...rest, seen: conflict.revision } } };
}

function mayGo({ unread, conflict, refused }: Pending): boolean {
  return !unread && !conflict && !refused;
}

export function waiting(queue: Queue): number {
  return Object.values(queue.pending).filter(mayGo).length;
}

/** Cells that only a person can help: unread, in conflict or refused. */
export function stuck(queue: Queue): readonly Pending[] {
  return Object.values(queue.pending).filter((one) => !mayGo(one));
}

/** The batch to send now: the one that was not answered yet, or a new one; null when nothing waits. */
export function begin(queue: Queue, key: string, at: number): Queue | null {
  if (queue.sending) return { ...queue, sending: { ...queue.sending, at } };
  const cells = Object.values(queue.pending).filter(mayGo).slice(0, most);
  return cells.length === 0 ? null : { ...queue, sending: { key, cells: cells.map(changeOf), at } };
}

function changeOf({ key, value, explanation, comment, seen }: Pending): CellChange {
  return {
    key,
    seen,
    ...(value !== undefined && { value }),
    ...(explanation !== undefined && { explanation }),
    ...(comment !== undefined && { comment }),
  };
}

/** After the answer: saved cells go, unless something newer was typed meanwhile; the others say why they stay. */
export function settle(queue: Queue, batch: Batch, fates: readonly CellFate[]): Queue {
  const pending = { ...queue.pending };
  for (const fate of fates) {
    const now = pending[fate.key];
    const sent = batch.cells.find(({ key }) => key === fate.key);
    if (!now || !sent) continue;
    if (fate.fate === 'conflict') pending[fate.key] = { ...now, conflict: { theirs: fate.theirs, revision: fate.revision } };
    else if (fate.fate === 'refused') pending[fate.key] = { ...now, ...(fate.reason && { refused: fate.reason }) };
    else {
      const rest = newer(now, sent, fate.revision);
      if (rest) pending[fate.key] = rest;
      else delete pending[fate.key];
    }
  }
  return { pending, sending: null };
}

/** What of a cell was typed after it was sent; null for nothing. */
function newer(now: Pending, sent: CellChange, revision: number): Pending | null {
  const fields = (['value', 'explanation', 'comment'] as const).filter(
    (field) => now[field] !== undefined && JSON.stringify(now[field]) !== JSON.stringify(sent[field]),
  );
  if (fields.length === 0 && !now.unread) return null;
  return {
    key: now.key,
    seen: revision,
    ...Object.fromEntries(fields.map((field) => [field, now[field]])),
    ...(now.unread && { unread: now.unread }),
  };
}

/** The call was refused as a whole: its cells wait on, and the next try is a new batch. */
export function giveBack(queue: Queue): Queue {
  return { ...queue, sending: null };
}
