// Works through the runs in the queue, one at a time. A run that a server left behind when it ended is taken up again.
import { randomUUID } from 'node:crypto';
import { type Database, scoped, wholeProvince } from '../platform/database.ts';
import { type Jobs, queueJob } from '../platform/jobs/index.ts';
import { questionOf } from './question.ts';
import { type RunHead, type RunNews, standingOf } from './record.ts';
import { NothingFound, type Running, startSolving } from './run-desk.ts';
import { addStep, findAnswering, findInstance, findResult, findRun, keepResult, listSteps, listUnderWay } from './run-queries.ts';
import type { Earlier } from './solving.ts';

export const queue = 'planner-run';

const underWay = new Map<string, Running>();
const tellEveryMs = 400;

export function stopRun(id: string): void {
  underWay.get(id)?.stop();
}

export async function workOnRuns(jobs: Jobs, db: Database): Promise<void> {
  const whole = scoped(db, wholeProvince);
  await jobs.work(queue, async ({ id, data, last }) => goOn(whole, typeof data.run === 'string' ? data.run : id, last));
  await whole.transaction().execute(async (tx) => {
    for (const run of await listUnderWay(tx)) await queueJob(tx, queue, randomUUID(), { run });
  });
}

async function goOn(db: Database, id: string, last: boolean): Promise<void> {
  const run = await findRun(db, id);
  if (!run || underWay.has(id)) return;
  const steps = await listSteps(db, id);
  if (standingOf(steps).endedAt !== null) return;
  // Asked to stop before it was begun, or by a server that has ended since: there is no best so far.
  if (steps.some(({ kind }) => kind === 'stop')) return addStep(db, run, { kind: 'cancelled', detail: null });
  try {
    await solve(db, run);
  } catch (fault) {
    if (fault instanceof NothingFound) {
      return await addStep(
        db,
        run,
        fault.why === 'stopped' ? { kind: 'cancelled', detail: null } : { kind: 'failed', detail: why[fault.why] },
      );
    }
    if (last) await addStep(db, run, { kind: 'failed', detail: gaveUp });
    throw fault;
  } finally {
    underWay.delete(id);
  }
}

const why = {
  unfound: {
    zh: '在允许的步数内没有找到方案，也没有证明无解。请放宽条件，或按市、县分开求解。',
    en: 'Within what one run takes, neither a plan nor a proof that there is none was found. Loosen a rule, or solve by city or county.',
  },
  impossible: {
    zh: '这一版没有可行的方案，无从解释。请先求解，看哪些要求不能同时成立。',
    en: 'This version has no plan, so there is nothing to explain. Solve it to see what cannot hold together.',
  },
} as const;

const gaveUp = {
  zh: '计算时程序出错，已记入日志。请再算一次，仍不成功的请告诉管理员。',
  en: 'The program failed while computing; it is in the log. Run it again, then tell the administrator.',
};

async function solve(db: Database, run: RunHead): Promise<void> {
  const instance = await findInstance(db, run);
  if (instance === null) throw new Error(`the instance of run ${run.id} is gone`);
  const telling = teller(db, run);
  const earlier = run.kind === 'explain' ? await earlierSolve(db, run) : null;
  const running = startSolving({ kind: run.kind, instance, jurisdiction: run.jurisdiction, earlier }, telling.tell);
  underWay.set(run.id, running);
  await addStep(db, run, { kind: 'begun', detail: null });
  const kept = await running.result;
  await telling.written();
  await db.transaction().execute(async (tx) => {
    await keepResult(tx, run, kept);
    await addStep(tx, run, { kind: 'done', detail: null });
  });
}

async function earlierSolve(db: Database, run: RunHead): Promise<Earlier | null> {
  const question = questionOf({ hash: run.instanceHash, kind: 'solve', jurisdiction: null });
  const answering = await findAnswering(db, { scope: run.scope, question });
  const result = answering === null ? null : await findResult(db, answering);
  return result?.kind === 'solve' && result.answer.status !== 'infeasible' ? { answer: result.answer, curves: result.curves } : null;
}

/** News as they come, a few a second at most; a lost one is made good by the next. */
function teller(db: Database, run: RunHead): { readonly tell: (news: RunNews) => void; readonly written: () => Promise<void> } {
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<void> = Promise.resolve();
  const tell = (news: RunNews) => {
    if (performance.now() - last < tellEveryMs) return;
    last = performance.now();
    writing = writing.then(() => addStep(db, run, { kind: 'news', detail: news })).catch(() => undefined);
  };
  return { tell, written: () => writing };
}
