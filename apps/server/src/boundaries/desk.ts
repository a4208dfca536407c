// Hands long work to a thread and takes back what came of it. One thread, one task at a time; a cancelled task takes its thread with it.
import type { Worker } from 'node:worker_threads';
import { startThread } from '../platform/thread.ts';
import type { Outcome, Task } from './tasks.ts';

export interface Asked {
  readonly signal?: AbortSignal;
  readonly progress?: (share: number) => void;
}

/** The work failed for a reason of ours, or was cancelled: `cancelled` tells which. */
export class ThreadFault extends Error {
  override readonly name = 'ThreadFault';
}

type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly share: number }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly fault: string };

const entry = new URL('./thread.ts', import.meta.url).href;

let worker: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();
let number = 0;

/** Waits for its turn. Rejects with the signal's reason when it is aborted. */
export function work<K extends Task['kind']>(task: Extract<Task, { kind: K }>, asked: Asked = {}): Promise<Outcome[K]> {
  const turn = last.then(() => once<K>(task, asked));
  last = turn.catch(() => undefined);
  return turn;
}

/** Call it when the server stops; the thread does not keep the process alive by itself. */
export async function stopThread(): Promise<void> {
  const running = worker;
  worker = null;
  await running?.terminate();
}

function once<K extends Task['kind']>(task: Extract<Task, { kind: K }>, { signal, progress }: Asked): Promise<Outcome[K]> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  const thread = running();
  number += 1;
  const id = number;
  return new Promise((resolve, reject) => {
    const abort = () => {
      end();
      if (worker === thread) worker = null;
      void thread.terminate();
      reject(signal?.reason);
    };
    const died = (code: number) => {
      end();
      if (worker === thread) worker = null;
      reject(new ThreadFault(`the thread ended with code ${code}`));
    };
    const broke = (fault: Error) => {
      end();
      if (worker === thread) worker = null;
      reject(fault);
    };
    const hear = (reply: Reply) => {
      if (!('id' in reply) || reply.id !== id) return;
      if ('share' in reply) return progress?.(reply.share);
      end();
      if ('fault' in reply) return reject(new ThreadFault(reply.fault));
      // What a task answers is told by its kind: tasks.ts.
      resolve(reply.result as Outcome[K]);
    };
    const end = () => {
      signal?.removeEventListener('abort', abort);
      thread.off('message', hear);
      thread.off('exit', died);
      thread.off('error', broke);
    };
    signal?.addEventListener('abort', abort);
    thread.on('message', hear);
    thread.on('exit', died);
    thread.on('error', broke);
    thread.postMessage({ id, task });
  });
}

function running(): Worker {
  if (worker) return worker;
  worker = startThread(entry, { memoryMb: 1024 });
  return worker;
}
