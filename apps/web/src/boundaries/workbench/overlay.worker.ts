// The thread of the workbench: opens GEOS once, and answers one task after the other, so that the map never waits.
import { overlayBy } from '@zhenghe/engine/boundaries';
import initGeosJs from 'geos-wasm';
import { answerTask, type TaskKind, type Tasks } from './overlay-tasks.ts';

interface Asked {
  readonly id: number;
  readonly kind: TaskKind;
  readonly task: Tasks[TaskKind];
}

const opened = initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined }).then(overlayBy);

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void opened
    .then((overlay) => ({ id: data.id, result: answerTask(overlay, data.kind, data.task) }))
    .catch((fault: unknown) => ({ id: data.id, fault: String(fault) }))
    .then((reply) => self.postMessage(reply));
});
