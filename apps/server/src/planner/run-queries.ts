// SQL of runs: what was asked, its steps, its result.
import { RunResult } from '@zhenghe/contract/planner';
import type { Instance } from '@zhenghe/engine/planner';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';
import type { Kept, RunHead, RunStep, TimedStep } from './record.ts';

const json = (value: unknown) => (value === null ? null : sql`${JSON.stringify(value)}::jsonb`);

export async function keepInstance(
  tx: Database,
  row: { readonly scope: string; readonly hash: string; readonly dataset: string; readonly content: unknown },
): Promise<void> {
  await sql`
    insert into planner_instances (scope, hash, dataset, content)
    values (${row.scope}, ${row.hash}, ${row.dataset}, ${json(row.content)}) on conflict (scope, hash) do nothing`.execute(tx);
}

export async function findInstance(
  db: Database,
  { scope, instanceHash }: Pick<RunHead, 'scope' | 'instanceHash'>,
): Promise<Instance | null> {
  const { rows } = await sql<{ content: Instance }>`
    select content from planner_instances where scope = ${scope} and hash = ${instanceHash}`.execute(db);
  return rows[0]?.content ?? null;
}

export async function insertRun(tx: Database, run: Omit<RunHead, 'askedAt'>, by: Actor): Promise<void> {
  const { id, scenario, version, dataset, scope, kind, jurisdiction, instanceHash, question, engine, answeredBy } = run;
  await sql`
    insert into planner_runs (id, scenario_id, version, dataset, scope, kind, jurisdiction, instance_hash, question, engine, answered_by, asked_by)
    values (${id}, ${scenario}, ${version}, ${dataset}, ${scope}, ${kind}, ${jurisdiction}, ${instanceHash}, ${question}, ${engine},
      ${answeredBy}, ${json(by)})`.execute(tx);
}

const columns = sql`r.id, r.scenario_id as scenario, r.version, r.dataset, r.scope, r.kind, r.jurisdiction, r.instance_hash as "instanceHash",
  r.question, r.engine, r.answered_by as "answeredBy", r.asked_at as "askedAt"`;

export async function findRun(db: Database, id: string): Promise<RunHead | null> {
  const { rows } = await sql<RunHead>`select ${columns} from planner_runs r where r.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Holds a question against others who ask it at the same time. */
export async function holdQuestion(tx: Database, question: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`planner-question/${question}`}, 0))`.execute(tx);
}

/** A run that answered the question, or is at it; not one that was broken off, or failed. */
export async function findAnswering(tx: Database, { scope, question }: Pick<RunHead, 'scope' | 'question'>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select r.id from planner_runs r left join planner_results p on p.run_id = r.id
    where r.scope = ${scope} and r.question = ${question} and r.answered_by is null and not coalesce(p.stopped, false)
      and not exists (select from planner_run_steps s where s.run_id = r.id and s.kind in ('stop', 'cancelled', 'failed'))
    order by (p.run_id is null), r.asked_at limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** The newest of that version and kind; of any state. */
export async function newestRun(db: Database, of: Pick<RunHead, 'scenario' | 'version' | 'kind'>): Promise<RunHead | null> {
  const { rows } = await sql<RunHead>`
    select ${columns} from planner_runs r where r.scenario_id = ${of.scenario} and r.version = ${of.version} and r.kind = ${of.kind}
    order by r.asked_at desc, r.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The newest solve of that version with a result: a plan, or the proof that there is none. */
export async function newestAnswered(db: Database, of: Pick<RunHead, 'scenario' | 'version'>): Promise<RunHead | null> {
  const { rows } = await sql<RunHead>`
    select ${columns} from planner_runs r join planner_results p on p.run_id = coalesce(r.answered_by, r.id)
    where r.scenario_id = ${of.scenario} and r.version = ${of.version} and r.kind = 'solve'
    order by r.asked_at desc, r.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Holds a run: it is not begun and stopped at the same time. */
export async function holdRun(tx: Database, run: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`planner-run/${run}`}, 0))`.execute(tx);
}

/** In their order; of the news only the newest, since a long run tells hundreds and each look would read them all. */
export async function listSteps(db: Database, run: string): Promise<readonly TimedStep[]> {
  const { rows } = await sql<TimedStep>`
    select kind, detail, recorded_at as at from planner_run_steps
    where run_id = ${run} and (kind <> 'news'
      or seq = (select max(n.seq) from planner_run_steps n where n.run_id = ${run} and n.kind = 'news')) order by seq`.execute(db);
  return rows;
}

export async function addStep(db: Database, run: Pick<RunHead, 'id' | 'dataset'>, { kind, detail }: RunStep): Promise<void> {
  await sql`insert into planner_run_steps (run_id, dataset, kind, detail) values (${run.id}, ${run.dataset}, ${kind}, ${json(detail)})`.execute(
    db,
  );
}

export async function findResult(db: Database, run: string): Promise<z.infer<typeof RunResult> | null> {
  const { rows } = await sql<{ result: unknown }>`select result from planner_results where run_id = ${run}`.execute(db);
  return rows[0] ? RunResult.parse(rows[0].result) : null;
}

/** What the plans of a frontier are put together from. */
export async function findBeside(db: Database, run: string): Promise<unknown> {
  const { rows } = await sql<{ beside: unknown }>`select beside from planner_results where run_id = ${run}`.execute(db);
  return rows[0]?.beside ?? null;
}

export async function keepResult(tx: Database, run: Pick<RunHead, 'id' | 'dataset'>, { result, beside }: Kept): Promise<void> {
  const answer = result.kind === 'solve' ? result.answer : null;
  const solved = answer && answer.status !== 'infeasible' ? answer : null;
  await sql`
    insert into planner_results (run_id, dataset, result, status, cost, zones, stopped, beside)
    values (${run.id}, ${run.dataset}, ${json(result)}, ${answer?.status ?? null}, ${solved?.cost ?? null}, ${solved?.zones ?? null},
      ${solved?.stopped ?? false}, ${json(beside ?? null)})`.execute(tx);
}

/** Runs that have not ended: after a restart they are queued again. */
export async function listUnderWay(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from planner_runs r where r.answered_by is null
      and not exists (select from planner_run_steps s where s.run_id = r.id and s.kind in ('done', 'cancelled', 'failed'))
    order by r.asked_at`.execute(db);
  return rows.map(({ id }) => id);
}
