// The thread in which boundaries are read and measured, so that the server answers others meanwhile. Started by desk.ts.
import { parentPort } from 'node:worker_threads';
import { overlayBy } from '@zhenghe/engine/boundaries';
import initGeosJs from 'geos-wasm';
import { type Desk, doing, type Task } from './tasks.ts';

const port = parentPort;
if (!port) throw new Error('thread.ts runs in a worker thread');
const everyMs = 100;

const overlay = overlayBy(await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined }));

port.on('message', async ({ id, task }: { readonly id: number; readonly task: Task }) => {
  let last = 0;
  const progress = (share: number) => {
    if (performance.now() - last < everyMs) return;
    last = performance.now();
    port.postMessage({ id, share });
  };
  try {
    port.postMessage({ id, result: await run(task, { overlay, progress }) });
  } catch (fault) {
    port.postMessage({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
});
port.postMessage({ ready: true });

function run(task: Task, desk: Desk): Promise<unknown> {
  switch (task.kind) {
    case 'read':
      return doing.read(task, desk);
    case 'measure':
      return doing.measure(task, desk);
    case 'redraw':
      return doing.redraw(task, desk);
    case 'check':
      return doing.check(task, desk);
  }
}
