// Solves groups on all cores: one queue for all threads, the largest group first, so that the cores end together.
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Desk, Group, GroupCurve, GroupPiecePoint, Prices } from '@zhenghe/engine/planner';
import { startThread } from '../platform/thread.ts';
import { openHighs } from './highs.ts';
import { type Asked, type Replied, stopFlag } from './pool-messages.ts';

export type Listening = Pick<Desk, 'tell' | 'stopped'>;

export interface Pool {
  /** For one solve at a time: `stopped` of the newest desk is the one that is heard. */
  readonly desk: (listening?: Listening) => Desk;
  readonly close: () => Promise<void>;
}

/** A thread of the pool ended, or failed for a reason of ours. */
export class PoolFault extends Error {
  override readonly name = 'PoolFault';
}

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (result: Extract<Replied, { result: unknown }>['result']) => void;
  readonly reject: (fault: Error) => void;
}

interface State {
  readonly flag: Int32Array;
  readonly queue: Waiting[];
  readonly threads: Worker[];
  readonly idle: Worker[];
  readonly busy: Map<Worker, Waiting>;
  /** By group, the thread that opened its table last: asked again with other prices, it has it at hand. */
  readonly owners: Map<string, Worker>;
  stopped: () => boolean;
  clock: NodeJS.Timeout | null;
  number: number;
}

const memoryMb = 1024;
const hearEveryMs = 50;
const entry = new URL('./worker.ts', import.meta.url).href;

/** A desk of its own pool, for the command line and the bench. */
export function planningDesk(workers?: number, listening: Listening = {}): Desk & { close(): Promise<void> } {
  const pool = planningPool(workers);
  return { ...pool.desk(listening), close: pool.close };
}

/** Threads start at once and in parallel; they do not keep the process alive by themselves. */
export function planningPool(workers: number = availableParallelism()): Pool {
  const stop = new SharedArrayBuffer(4);
  const state: State = {
    ...{ flag: stopFlag({ stop }), queue: [], threads: [], idle: [], busy: new Map(), owners: new Map(), clock: null, number: 0 },
    stopped: () => false,
  };
  for (let count = 0; count < workers; count += 1) addThread(state, stop);
  return {
    desk: (listening = {}) => deskOf(state, listening),
    close: async () => {
      if (state.clock) clearInterval(state.clock);
      const left = state.threads.splice(0);
      fail(state, new PoolFault('the pool was closed'));
      await Promise.all(left.map((thread) => thread.terminate()));
    },
  };
}

function deskOf(state: State, { tell, stopped = () => false }: Listening): Desk {
  state.stopped = stopped;
  Atomics.store(state.flag, 0, 0);
  return {
    // What a task answers is told by its kind: worker.ts.
    curve: (group, prices) => ask(state, 'curve', group, prices) as Promise<GroupCurve>,
    pieces: (group) => ask(state, 'pieces', group) as Promise<readonly GroupPiecePoint[]>,
    highs: openHighs,
    stopped,
    ...(tell === undefined ? {} : { tell }),
  };
}

function ask(state: State, kind: Asked['kind'], group: Group, ...[prices]: [Prices?]): Promise<unknown> {
  if (state.threads.length === 0) return Promise.reject(new PoolFault('the pool is closed'));
  state.number += 1;
  const asked: Asked = { id: state.number, kind, group, prices };
  return new Promise((resolve, reject) => {
    state.queue.push({ asked, resolve, reject });
    state.clock ??= hearing(state);
    // After all groups of this turn are in the queue.
    queueMicrotask(() => handOut(state));
  });
}

function handOut(state: State): void {
  state.queue.sort((a, b) => b.asked.group.parks.length - a.asked.group.parks.length || a.asked.id - b.asked.id);
  for (const thread of [...state.idle]) {
    const waiting = nextFor(state, thread);
    if (!waiting) continue;
    state.queue.splice(state.queue.indexOf(waiting), 1);
    state.idle.splice(state.idle.indexOf(thread), 1);
    state.busy.set(thread, waiting);
    state.owners.set(waiting.asked.group.code, thread);
    thread.postMessage(waiting.asked);
  }
  if (state.queue.length > 0 || state.busy.size > 0 || !state.clock) return;
  clearInterval(state.clock);
  state.clock = null;
}

/** Its own groups first, then nobody's; another's only where the whole table has to be opened anyway. */
function nextFor({ queue, owners, threads }: State, thread: Worker): Waiting | undefined {
  const ownerOf = ({ asked }: Waiting) => {
    const owner = owners.get(asked.group.code);
    return owner && threads.includes(owner) ? owner : null;
  };
  return (
    queue.find((waiting) => ownerOf(waiting) === thread) ??
    queue.find((waiting) => ownerOf(waiting) === null) ??
    queue.find(({ asked }) => asked.prices === undefined)
  );
}

/** Told to the threads through shared memory: one that computes hears no message. */
function hearing(state: State): NodeJS.Timeout {
  return setInterval(() => {
    if (state.stopped()) Atomics.store(state.flag, 0, 1);
  }, hearEveryMs);
}

function addThread(state: State, stop: SharedArrayBuffer): void {
  const thread = startThread(entry, { memoryMb, data: { stop } });
  state.threads.push(thread);
  // Messages wait until the thread listens: it can be given its first group now.
  state.idle.push(thread);
  thread.on('message', (reply: Replied) => {
    const waiting = state.busy.get(thread);
    if (!waiting || waiting.asked.id !== reply.id) return;
    state.busy.delete(thread);
    state.idle.push(thread);
    if ('fault' in reply) waiting.reject(new PoolFault(reply.fault));
    else waiting.resolve(reply.result);
    handOut(state);
  });
  const gone = (fault: Error) => {
    const place = state.threads.indexOf(thread);
    if (place < 0) return;
    state.threads.splice(place, 1);
    state.idle.splice(0, state.idle.length, ...state.idle.filter((one) => one !== thread));
    state.busy.get(thread)?.reject(fault);
    state.busy.delete(thread);
    // A group that ended one thread may end them all: the others go on, and none left means none comes.
    if (state.threads.length === 0) fail(state, fault);
    else handOut(state);
  };
  thread.on('error', gone);
  thread.on('exit', (code) => gone(new PoolFault(`a thread of the pool ended with code ${code}`)));
}

function fail(state: State, fault: Error): void {
  for (const { reject } of [...state.queue.splice(0), ...state.busy.values()]) reject(fault);
  state.busy.clear();
}
