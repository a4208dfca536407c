// SQL of scenarios, their versions and what was adopted from them; all rows are only added.
import type { Dataset } from '@zhenghe/contract/kernel';
import { PlannerSettings } from '@zhenghe/contract/planner';
import { sql } from 'kysely';
import type { Actor } from '../accounts/index.ts';
import type { Database } from '../platform/database.ts';
import type { ScenarioHead, ScenarioVersion } from './record.ts';

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

const head = sql`s.id, s.dataset, s.scope, s.day::text as day, s.rules_on::text as "rulesOn",
  exists (select from planner_closings c where c.scenario_id = s.id) as closed,
  (select max(v.version) from planner_versions v where v.scenario_id = s.id)::int as newest`;

export async function insertScenario(
  tx: Database,
  scenario: Pick<ScenarioHead, 'id' | 'dataset' | 'scope' | 'day' | 'rulesOn'>,
  by: Actor,
): Promise<void> {
  const { id, dataset, scope, day, rulesOn } = scenario;
  await sql`
    insert into planner_scenarios (id, dataset, scope, day, rules_on, recorded_by)
    values (${id}, ${dataset}, ${scope}, ${day}::date, ${rulesOn}::date, ${json(by)})`.execute(tx);
}

export async function findScenario(db: Database, id: string): Promise<ScenarioHead | null> {
  const { rows } = await sql<ScenarioHead>`select ${head} from planner_scenarios s where s.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Holds a scenario against other writers until the transaction ends. */
export async function holdScenario(tx: Database, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`planner/${id}`}, 0))`.execute(tx);
}

export async function insertVersion(
  tx: Database,
  of: Pick<ScenarioHead, 'id' | 'dataset'>,
  version: Omit<ScenarioVersion, 'at'>,
): Promise<void> {
  const { name, settings, locks, decisions, note, by } = version;
  await sql`
    insert into planner_versions (scenario_id, version, dataset, name, settings, locks, decisions, note, recorded_by)
    values (${of.id}, ${version.version}, ${of.dataset}, ${name}, ${json(settings)}, ${json(locks)}, ${json(decisions)}, ${note},
      ${json(by)})`.execute(tx);
}

const versionColumns = sql`v.version, v.name, v.settings, v.locks, v.decisions, v.note, v.recorded_by as by, v.recorded_at as at`;

export async function findVersion(db: Database, id: string, version: number): Promise<ScenarioVersion | null> {
  const { rows } = await sql<ScenarioVersion>`
    select ${versionColumns} from planner_versions v where v.scenario_id = ${id} and v.version = ${version}`.execute(db);
  const [row] = rows;
  return row ? { ...row, settings: PlannerSettings.parse(row.settings) } : null;
}

export interface ScenarioLine extends ScenarioHead {
  readonly name: string;
  readonly by: Actor;
  readonly at: string;
  readonly solved: {
    readonly status: 'optimal' | 'bounded' | 'infeasible';
    readonly cost: number | null;
    readonly zones: number | null;
  } | null;
}

/** The newest first, each by its newest version; `solved` is the newest result of that version. */
export async function listScenarios(
  db: Database,
  asked: { readonly dataset: Dataset; readonly scope?: string | undefined; readonly closed: boolean; readonly id?: string },
): Promise<readonly ScenarioLine[]> {
  const { rows } = await sql<ScenarioLine>`
    select t.*, v.name, v.recorded_by as by, v.recorded_at as at,
      (select json_build_object('status', r.status, 'cost', r.cost, 'zones', r.zones)
        from planner_runs q join planner_results r on r.run_id = coalesce(q.answered_by, q.id)
        where q.scenario_id = t.id and q.version = t.newest and q.kind = 'solve'
        order by q.asked_at desc, r.recorded_at desc limit 1) as solved
    from (select ${head} from planner_scenarios s where s.dataset = ${asked.dataset}
      and (${asked.scope ?? null}::text is null or s.scope = ${asked.scope ?? null})
      and (${asked.id ?? null}::uuid is null or s.id = ${asked.id ?? null}::uuid)) t
    join planner_versions v on v.scenario_id = t.id and v.version = t.newest
    where ${asked.closed} or not t.closed
    order by v.recorded_at desc, t.id`.execute(db);
  return rows;
}

export async function insertClosing(tx: Database, of: Pick<ScenarioHead, 'id' | 'dataset'>, reason: string, by: Actor): Promise<void> {
  await sql`insert into planner_closings (scenario_id, dataset, reason, recorded_by)
    values (${of.id}, ${of.dataset}, ${reason}, ${json(by)})`.execute(tx);
}

export interface Adoption {
  readonly scenario: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly plan: string;
  readonly planVersion: number;
  readonly made: 'new' | 'version';
}

/** Adopted again without a change, the draft has no new version, and what stands of it stays. */
export async function insertAdoptions(
  tx: Database,
  adoptions: readonly Adoption[],
  common: { readonly dataset: Dataset; readonly run: string; readonly reason: string; readonly by: Actor },
): Promise<void> {
  const { dataset, run, reason, by } = common;
  await sql`
    insert into planner_adoptions (scenario_id, version, jurisdiction, plan_id, plan_version, dataset, made, run_id, reason, recorded_by)
    select scenario, version, jurisdiction, plan, "planVersion", ${dataset}, made, ${run}, ${reason}, ${json(by)}
    from jsonb_to_recordset(${JSON.stringify(adoptions)}::jsonb) as t (scenario uuid, version int, jurisdiction text, plan text,
      "planVersion" int, made text)
    on conflict do nothing`.execute(tx);
}

/** Of these scenarios, in the order of their places. */
export async function listAdoptions(db: Database, scenarios: readonly string[]): Promise<readonly Adoption[]> {
  const { rows } = await sql<Adoption>`
    select scenario_id as scenario, version, jurisdiction, plan_id as plan, plan_version as "planVersion", made
    from planner_adoptions where scenario_id = any(${[...scenarios]}::uuid[]) order by jurisdiction, recorded_at`.execute(db);
  return rows;
}

/** All training scenarios with their runs; call it before the training plans go. */
export async function deleteTrainingScenarios(tx: Database): Promise<void> {
  await sql`delete from planner_scenarios where dataset = 'training'`.execute(tx);
  await sql`delete from planner_instances where dataset = 'training'`.execute(tx);
}
