// Asks a question of a scenario: the same question again is answered from what was computed before; a new one waits in the queue, tells
// how far it is, and can be stopped.
import { randomUUID } from 'node:crypto';
import type { PlannerRun } from '@zhenghe/contract/planner';
import { instanceProblems } from '@zhenghe/engine/planner';
import type { Context } from '../platform/api.ts';
import { queueJob } from '../platform/jobs/index.ts';
import { audit } from './actions.ts';
import { writerOf } from './authority.ts';
import { weighedByNothing } from './left-out.ts';
import { engineName, questionOf } from './question.ts';
import type { RunHead, RunKind } from './record.ts';
import { standingOf } from './record.ts';
import * as refuse from './refusals.ts';
import { addStep, findAnswering, findRun, holdQuestion, holdRun, insertRun, keepInstance, listSteps } from './run-queries.ts';
import { instanceOfScenario, openScenario, runOnWire } from './view.ts';
import { queue, stopRun } from './work.ts';

interface RunAsked {
  readonly id: string;
  readonly version: number;
  readonly kind: RunKind;
  readonly jurisdiction?: string | undefined;
}

export async function askRun(context: Context, asked: RunAsked): Promise<PlannerRun> {
  const open = await openScenario(context, asked.id, asked.version);
  const { head } = open;
  const by = writerOf(context.caller, head);
  if (head.closed) throw refuse.closed();
  const { instance, hash, missing } = await instanceOfScenario(context, open);
  const problems = instanceProblems(instance);
  if (problems.length > 0) throw refuse.unsound(problems);
  if (weighedByNothing(missing).length === instance.parks.length) throw refuse.nothingKnown(head.day);
  const jurisdiction = placeOf(asked, new Set(instance.jurisdictions.map(({ code }) => code)));
  const question = questionOf({ hash, kind: asked.kind, jurisdiction });
  const run = {
    ...{ id: randomUUID(), scenario: head.id, version: asked.version, dataset: head.dataset, scope: head.scope },
    ...{ kind: asked.kind, jurisdiction, instanceHash: hash, question, engine: engineName },
  };
  await context.db.transaction().execute(async (tx) => {
    await holdQuestion(tx, question);
    await keepInstance(tx, { scope: head.scope, hash, dataset: head.dataset, content: instance });
    const answeredBy = await findAnswering(tx, run);
    await insertRun(tx, { ...run, answeredBy }, by);
    if (answeredBy === null) await queueJob(tx, queue, run.id);
    await audit(tx, context, { id: head.id, dataset: head.dataset, action: 'planner/run', after: question });
  });
  return runningOf(context, run.id);
}

function placeOf({ kind, jurisdiction }: RunAsked, known: ReadonlySet<string>): string | null {
  if (kind !== 'explain') return null;
  if (jurisdiction === undefined) throw refuse.wantsJurisdiction();
  if (!known.has(jurisdiction)) throw refuse.notInInstance(jurisdiction);
  return jurisdiction;
}

export async function runningOf({ db }: Pick<Context, 'db'>, id: string): Promise<PlannerRun> {
  return runOnWire({ db }, await oneRun({ db }, id));
}

/** The thread hears of it at once; the run then ends with the best so far. One that still waits has ended with it, whatever is before it. */
export async function stopAsked(context: Context, id: string): Promise<PlannerRun> {
  const run = await oneRun(context, id);
  writerOf(context.caller, run);
  await context.db.transaction().execute(async (tx) => {
    const computing = run.answeredBy === null ? run : await oneRun({ db: tx }, run.answeredBy);
    await holdRun(tx, computing.id);
    const steps = await listSteps(tx, computing.id);
    if (standingOf(steps).endedAt !== null) throw refuse.ended();
    await addStep(tx, computing, { kind: 'stop', detail: null });
    if (!steps.some(({ kind }) => kind === 'begun')) await addStep(tx, computing, { kind: 'cancelled', detail: null });
    await audit(tx, context, { id: run.scenario, dataset: run.dataset, action: 'planner/stop', before: run.question });
  });
  stopRun(run.answeredBy ?? run.id);
  return runningOf(context, id);
}

export async function oneRun({ db }: Pick<Context, 'db'>, id: string): Promise<RunHead> {
  const run = await findRun(db, id);
  if (!run) throw refuse.noRun();
  return run;
}
