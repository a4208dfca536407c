// The thread in which runs are worked on. Started by run-desk.ts; the groups go on to its own pool.
import { parentPort } from 'node:worker_threads';
import { Unfound } from '@zhenghe/engine/planner';
import { planningPool } from './pool.ts';
import { NothingToExplain, type Solving, solving, type Told } from './solving.ts';

const port = parentPort;
if (!port) throw new Error('run-thread.ts runs in a worker thread');

const pool = planningPool();

port.on('message', async (asked: { readonly id: number; readonly solving: Solving; readonly stop: SharedArrayBuffer }) => {
  const { id } = asked;
  const flag = new Int32Array(asked.stop);
  const tell = (told: Told) => port.postMessage(told);
  const desk = pool.desk({ tell: (news) => tell({ id, news }), stopped: () => Atomics.load(flag, 0) > 0 });
  try {
    tell({ id, kept: await solving(asked.solving, desk) });
  } catch (fault) {
    if (fault instanceof Unfound) return tell({ id, unfound: { stopped: fault.stopped } });
    if (fault instanceof NothingToExplain) return tell({ id, impossible: true });
    tell({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
});
