// Hands questions to the thread of the board. It is begun with the first question and ends with the page that asked.
import type { Answers, Question } from './resolve-tasks.ts';

export interface ResolveDesk {
  readonly ask: <K extends Question['kind']>(question: Extract<Question, { readonly kind: K }>) => Promise<Answers[K]>;
  readonly close: () => void;
}

type Reply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly done: (result: unknown) => void;
  readonly failed: (fault: Error) => void;
}

export function openResolveDesk(): ResolveDesk {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(new URL('./resolve.worker.ts', import.meta.url), { type: 'module' });
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('fault' in data) one?.failed(new Error(data.fault));
    else one?.done(data.result);
  });
  worker.addEventListener('error', () => {
    for (const { failed } of waiting.values()) failed(new Error('the thread of the board could not be started'));
    waiting.clear();
  });
  return {
    ask: <K extends Question['kind']>(question: Extract<Question, { readonly kind: K }>) =>
      new Promise<Answers[K]>((resolve, reject) => {
        last += 1;
        // What a question answers is told by its kind: resolve-tasks.ts.
        waiting.set(last, { done: (result) => resolve(result as Answers[K]), failed: reject });
        worker.postMessage({ id: last, question });
      }),
    close: () => {
      worker.terminate();
      waiting.clear();
    },
  };
}
