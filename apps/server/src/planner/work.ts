// Works through the runs in the queue, one at a time. A run that a server left behind when it ended is taken up again.
import { randomUUID } from 'node:crypto';
import { type Database, scoped, wholeProvince } from '../platform/database.ts';
import { type Jobs, queueJob } from '../platform/jobs/index.ts';
import { questionOf } from './question.ts';
import { type RunHead, type RunNews, standingOf } from './record.ts';
import { NothingFound, PlanningStopped, type Running, startSolving } from './run-desk.ts';
import { addStep, findAnswering, findInstance, findResult, findRun, holdRun, keepResult, listSteps, listUnderWay } from './run-queries.ts';
import type { Earlier } from './solving.ts';

export const queue = 'planner-run';

const underWay = new Map<string, Running>();
const tellEveryMs = 400;
/** A run that ends its server each time is not begun for ever. */
const mostBegun = 4;

export function stopRun(id: string): void {
  underWay.get(id)?.stop();
}

export async function workOnRuns(jobs: Jobs, db: Database): Promise<void> {
  const whole = scoped(db, wholeProvince);
  await jobs.work(queue, async ({ id, data }) => goOn(whole, typeof data.run === 'string' ? data.run : id));
  await whole.transaction().execute(async (tx) => {
    for (const run of await listUnderWay(tx)) await queueJob(tx, queue, randomUUID(), { run });
  });
}

async function goOn(db: Database, id: string): Promise<void> {
  const run = await findRun(db, id);
  if (!run || underWay.has(id) || !(await begin(db, run))) return;
  try {
    await attempt(db, run, { again: true });
  } finally {
    underWay.delete(id);
  }
}

/** False where it has ended by now, or ends here: stopped before it began, by a server that is gone, or begun too often without an end. */
function begin(db: Database, run: RunHead): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await holdRun(tx, run.id);
    const steps = await listSteps(tx, run.id);
    if (standingOf(steps).endedAt !== null) return false;
    const begun = steps.filter(({ kind }) => kind === 'begun').length;
    const stopped = steps.some(({ kind }) => kind === 'stop');
    if (stopped) await addStep(tx, run, { kind: 'cancelled', detail: null });
    else if (begun >= mostBegun) await addStep(tx, run, { kind: 'failed', detail: gaveUp });
    else await addStep(tx, run, { kind: 'begun', detail: null });
    return !stopped && begun < mostBegun;
  });
}

/**
 * A fault of ours is tried once more, in a new thread, and then told. Not left to the queue, whose own second try has come and gone when a
 * long run fails.
 */
async function attempt(db: Database, run: RunHead, { again }: { readonly again: boolean }): Promise<void> {
  try {
    await solve(db, run);
  } catch (fault) {
    // The next server takes it up; or it went with the training province.
    if (fault instanceof PlanningStopped || !(await findRun(db, run.id))) return;
    if (fault instanceof NothingFound) {
      const end =
        fault.why === 'stopped' ? ({ kind: 'cancelled', detail: null } as const) : { kind: 'failed' as const, detail: why[fault.why] };
      return await addStep(db, run, end);
    }
    if (again) return await attempt(db, run, { again: false });
    await addStep(db, run, { kind: 'failed', detail: gaveUp });
    throw fault;
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
  // Stopped after it was begun and before anybody could tell the thread.
  if ((await listSteps(db, run.id)).some(({ kind }) => kind === 'stop')) running.stop();
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
