// One thread in which runs are worked on, so that the server answers others meanwhile; it has its own pool for the groups.
import type { Worker } from 'node:worker_threads';
import { startThread } from '../platform/thread.ts';
import type { Kept, RunNews } from './record.ts';
import type { Solving, Told } from './solving.ts';

export interface Running {
  readonly result: Promise<Kept>;
  /** The work ends as soon as it looks up, with the best so far. */
  readonly stop: () => void;
}

/** stopped: broken off before there was a plan; unfound: neither a plan nor a proof that there is none; impossible: there is none. */
export class NothingFound extends Error {
  override readonly name = 'NothingFound';
  readonly why: 'stopped' | 'unfound' | 'impossible';

  constructor(why: NothingFound['why']) {
    super(`no plan was found: ${why}`);
    this.why = why;
  }
}

/** The thread ended, or failed for a reason of ours. */
class RunFault extends Error {
  override readonly name = 'RunFault';
}

/** The server ends; the run is for the next one. */
export class PlanningStopped extends Error {
  override readonly name = 'PlanningStopped';
}

const entry = new URL('./run-thread.ts', import.meta.url).href;
let thread: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();
let number = 0;

/** Call it when the server stops. */
export async function stopPlanning(): Promise<void> {
  const running = thread;
  thread = null;
  await running?.terminate();
}

export function startSolving(solving: Solving, tell: (news: RunNews) => void): Running {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const mine = turn.then(() => once(solving, { flag, tell }));
  turn = mine.catch(() => undefined);
  return { result: mine, stop: () => void Atomics.store(flag, 0, 1) };
}

function once(solving: Solving, at: { readonly flag: Int32Array; readonly tell: (news: RunNews) => void }): Promise<Kept> {
  const worker = running();
  number += 1;
  const id = number;
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.off('message', hear);
      worker.off('error', broke);
      worker.off('exit', died);
    };
    const broke = (fault: Error) => {
      end();
      if (thread === worker) thread = null;
      reject(fault);
    };
    const died = (code: number) =>
      broke(thread === worker ? new RunFault(`the planner's thread ended with code ${code}`) : new PlanningStopped());
    const hear = (told: Told) => {
      if (told.id !== id) return;
      if ('news' in told) return at.tell(told.news);
      end();
      if ('kept' in told) return resolve(told.kept);
      if (!('impossible' in told)) retire(worker);
      reject(faultOf(told));
    };
    worker.on('message', hear);
    worker.on('error', broke);
    worker.on('exit', died);
    worker.postMessage({ id, solving, stop: at.flag.buffer });
  });
}

function faultOf(told: Exclude<Told, { readonly news: RunNews } | { readonly kept: Kept }>): Error {
  if ('fault' in told) return new RunFault(told.fault);
  return new NothingFound('impossible' in told ? 'impossible' : told.unfound.stopped ? 'stopped' : 'unfound');
}

/** Its pool may have lost threads, or still be at groups that nobody waits for: the next run gets a new one. */
function retire(worker: Worker): void {
  if (thread === worker) thread = null;
  void worker.terminate();
}

function running(): Worker {
  thread ??= startThread(entry, { memoryMb: 1024 });
  return thread;
}
