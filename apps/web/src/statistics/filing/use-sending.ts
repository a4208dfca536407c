// Sends what waits a moment after it was typed; tries again by itself while there is no line; one tab at a time where the browser
// can tell tabs apart. A refusal stands until somebody tries again.
import type { Bilingual } from '@zhenghe/engine/kernel';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client, oneKey, useView } from '../../shell/index.ts';
import { reasonOf } from '../../ui/index.ts';
import type { SavedCells } from '../shapes.ts';
import { type Batch, begin, giveBack, type Queue, settle, waiting } from './queue.ts';
import type { OwnQueue } from './use-queue.ts';

/** ms after the last change; and between tries without a line, the longest last. */
const pause = 400;
const tries = [2000, 4000, 8000, 15_000, 30_000] as const;
/** ms another tab is given to be answered. */
const patience = 20_000;

export type Line =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'offline'; readonly failed: number }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

interface Sending {
  readonly id: string;
  readonly own: OwnQueue;
  readonly onSaved: (batch: Batch, answer: SavedCells) => void;
}

export function useSending({ id, own, onSaved }: Sending): { readonly line: Line; readonly retry: () => void } {
  const { on } = useView();
  const [line, setLine] = useState<Line>({ kind: 'idle' });
  const saved = useRef(onSaved);
  saved.current = onSaved;
  const { queue, name, step } = own;
  const send = useCallback(
    () =>
      alone(name, async () => {
        const { sending: batch } = step((now) => begin(now, oneKey(), Date.now()) ?? now);
        if (!batch) return setLine({ kind: 'idle' });
        setLine({ kind: 'sending' });
        try {
          const answer = await client.statistics.saveCells({ id, cells: batch.cells.map((cell) => ({ ...cell })), key: batch.key, on });
          saved.current(batch, answer);
          step((now) => (now.sending?.key === batch.key ? settle(now, batch, answer.fates) : now));
          setLine({ kind: 'idle' });
        } catch (error) {
          const reason = reasonOf(error);
          if (reason) step(giveBack);
          setLine((before) =>
            reason ? { kind: 'refused', reason } : { kind: 'offline', failed: before.kind === 'offline' ? before.failed + 1 : 1 },
          );
        }
      }),
    [id, on, name, step],
  );
  // Anew with every change of the queue: typing on puts the sending off.
  const due = useMemo(() => dueIn(line, queue), [line, queue]);
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => void send(), due.ms);
    return () => clearTimeout(timer);
  }, [due, send]);
  const retry = useCallback(() => void send(), [send]);
  useEffect(() => {
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [retry]);
  return { line, retry };
}

/** Until the next sending; null for none by itself. */
function dueIn(line: Line, queue: Queue): { readonly ms: number } | null {
  const { sending: batch } = queue;
  if (line.kind === 'sending' || line.kind === 'refused') return null;
  if (!batch && waiting(queue) === 0) return null;
  if (line.kind === 'offline') return { ms: tries[Math.min(line.failed, tries.length) - 1] ?? tries[0] };
  // Begun by another tab, or before a reload: that may still be answered.
  return { ms: batch && !('locks' in navigator) ? Math.max(pause, patience - (Date.now() - batch.at)) : pause };
}

/** Browsers keep locks for secure pages only; without them a batch of another tab is left alone for a while. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}
