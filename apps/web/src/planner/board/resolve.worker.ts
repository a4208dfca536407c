// The thread of the board: the engine, solving counties anew while the page stays free.
import { thisThread } from '@zhenghe/engine/planner';
import { type Question, threadOver } from './resolve-tasks.ts';

interface Asked {
  readonly id: number;
  readonly question: Question;
}

// Groups that need HiGHS are left to the server.
const thread = threadOver(thisThread(() => Promise.reject(new Error('solved on the server'))));

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void thread
    .answer(data.question)
    .then((result) => ({ id: data.id, result }))
    .catch((fault: unknown) => ({ id: data.id, fault: String(fault) }))
    .then((reply) => self.postMessage(reply));
});
