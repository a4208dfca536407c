// Hands tasks to the thread of the workbench. A thread is begun with the first task and ends with the page that asked.
import type { Outcomes, TaskKind, Tasks } from './overlay-tasks.ts';

/** What came through a thread is a copy of one's own: nothing of it is read-only any more. */
export type Fresh<T> = T extends object ? { -readonly [K in keyof T]: Fresh<T[K]> } : T;

export interface OverlayDesk {
  readonly ask: <K extends TaskKind>(kind: K, task: Tasks[K]) => Promise<Fresh<Outcomes[K]>>;
  readonly close: () => void;
}

type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly done: (result: unknown) => void;
  readonly failed: (fault: Error) => void;
}

export function openDesk(): OverlayDesk {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const hear = ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('fault' in data) one?.failed(new Error(data.fault));
    else one?.done(data.result);
  };
  const broke = () => {
    for (const { failed } of waiting.values()) failed(new Error('the overlay thread could not be started'));
    waiting.clear();
  };
  const running = () => {
    if (worker) return worker;
    worker = new Worker(new URL('./overlay.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', hear);
    worker.addEventListener('error', broke);
    return worker;
  };
  return {
    ask: <K extends TaskKind>(kind: K, task: Tasks[K]) =>
      new Promise<Fresh<Outcomes[K]>>((resolve, reject) => {
        last += 1;
        // What a task answers is told by its kind: overlay-tasks.ts.
        waiting.set(last, { done: (result) => resolve(result as Fresh<Outcomes[K]>), failed: reject });
        running().postMessage({ id: last, kind, task });
      }),
    close: () => {
      worker?.terminate();
      worker = null;
      waiting.clear();
    },
  };
}
