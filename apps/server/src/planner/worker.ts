// A thread that solves groups, one after another. Started by pool.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { thisThread } from '@zhenghe/engine/planner';
import { openHighs } from './highs.ts';
import { type Asked, stopFlag } from './pool-messages.ts';

const port = parentPort;
if (!port) throw new Error('worker.ts runs in a worker thread');

const flag = stopFlag(workerData);
const desk = thisThread(openHighs, { stopped: () => Atomics.load(flag, 0) > 0 });

port.on('message', async ({ id, kind, group, prices }: Asked) => {
  try {
    port.postMessage({ id, result: kind === 'curve' ? await desk.curve(group, prices) : await desk.pieces(group) });
  } catch (fault) {
    port.postMessage({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
});
