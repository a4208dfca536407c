// A scenario as its page shows it: a version, the instance it is, and what was last asked of it.
import { PlannerInstance, type PlannerRun, type Scenario, type ScenarioRow } from '@zhenghe/contract/planner';
import type { z } from 'zod';
import type { Context } from '../platform/api.ts';
import { mayChange } from './authority.ts';
import { findScenario, findVersion, listAdoptions, listScenarios, type ScenarioLine } from './queries.ts';
import type { RunHead, ScenarioHead, ScenarioVersion } from './record.ts';
import { standingOf } from './record.ts';
import * as refuse from './refusals.ts';
import { instanceOf, type OneInstance } from './register.ts';
import { findResult, listSteps, newestRun } from './run-queries.ts';

type Row = z.infer<typeof ScenarioRow>;

export async function scenarioRows(context: Context, asked: Parameters<typeof listScenarios>[1]): Promise<Row[]> {
  const lines = await listScenarios(context.db, asked);
  const adopted = await listAdoptions(
    context.db,
    lines.map(({ id }) => id),
  );
  return lines.map((line) => rowOf(context, line, adopted));
}

export async function rowById(context: Context, { id, dataset }: Pick<ScenarioHead, 'id' | 'dataset'>): Promise<Row> {
  const [row] = await scenarioRows(context, { id, dataset, closed: true });
  if (!row) throw refuse.noScenario();
  return row;
}

function rowOf({ caller }: Context, line: ScenarioLine, adopted: Awaited<ReturnType<typeof listAdoptions>>): Row {
  const { id, name, dataset, scope, day, newest, by, at, closed, solved } = line;
  return {
    ...{ id, name, dataset, scope, day, version: newest, by: by.unit, at, closed, solved },
    mayChange: !closed && mayChange(caller, line),
    adopted: adopted
      .filter(({ scenario }) => scenario === id)
      .map(({ jurisdiction, plan, planVersion }) => ({ jurisdiction, plan, version: planVersion })),
  };
}

export interface OpenScenario {
  readonly head: ScenarioHead;
  readonly version: ScenarioVersion;
}

/** The newest version unless one is named. */
export async function openScenario({ db }: Pick<Context, 'db'>, id: string, version?: number): Promise<OpenScenario> {
  const head = await findScenario(db, id);
  if (!head) throw refuse.noScenario();
  const found = await findVersion(db, id, version ?? head.newest);
  if (!found) throw refuse.noVersion(version ?? head.newest);
  return { head, version: found };
}

export function instanceOfScenario({ db, rulebook }: Pick<Context, 'db' | 'rulebook'>, open: OpenScenario): Promise<OneInstance> {
  const { dataset, scope, day, rulesOn } = open.head;
  const { settings, locks, decisions } = open.version;
  return instanceOf(db, rulebook, { dataset, scope, day, rulesOn, settings, locks, decisions });
}

export async function scenarioDetail(context: Context, id: string, version?: number): Promise<Scenario> {
  const open = await openScenario(context, id, version);
  return detailOf(context, open, await instanceOfScenario(context, open));
}

export interface Written {
  readonly id: string;
  readonly version: number;
  readonly made: OneInstance;
}

/** A version just written over that instance, which is not made a second time. */
export async function writtenDetail(context: Context, { id, version, made }: Written): Promise<Scenario> {
  return detailOf(context, await openScenario(context, id, version), made);
}

async function detailOf(context: Context, open: OpenScenario, made: OneInstance): Promise<Scenario> {
  const { id } = open.head;
  const run = await newestRun(context.db, { scenario: id, version: open.version.version, kind: 'solve' });
  const { name, settings, locks, decisions, note, by, at } = open.version;
  const row = await rowById(context, open.head);
  return {
    ...row,
    ...{ name, by: by.unit, at, settings, note, version: open.version.version, newest: open.head.newest },
    ...PlannerInstance.pick({ locks: true }).parse({ locks }),
    decisions: decisions.map(({ plates }) => ({ plates: [...plates] })),
    instance: PlannerInstance.parse(made.instance),
    instanceHash: made.hash,
    missing: [...made.missing],
    adjacencyFrom: { ...made.adjacencyFrom, boundaries: [...made.adjacencyFrom.boundaries] },
    leftOut: [...made.leftOut],
    places: Object.fromEntries(Object.entries(made.places).map(([park, [lon, lat]]) => [park, [lon, lat] as [number, number]])),
    run: run && (await runOnWire(context, run)),
  };
}

export async function runOnWire({ db }: Pick<Context, 'db'>, run: RunHead): Promise<PlannerRun> {
  const computing = run.answeredBy ?? run.id;
  const { state, news, note, endedAt } = standingOf(await listSteps(db, computing));
  const result = state === 'done' ? await findResult(db, computing) : null;
  const { id, kind, instanceHash, engine, askedAt } = run;
  return { ...{ id, kind, instanceHash, engine, askedAt, state, news, note, endedAt }, result };
}

/** The documented format, as `zhenghe planner solve` reads it; what it is and what was missing stands in `about`. */
export async function instanceFile(context: Context, id: string, version?: number): Promise<File> {
  const open = await openScenario(context, id, version);
  const { dataset, scope, day } = open.head;
  const { instance, hash, missing, industries, adjacencyFrom } = await instanceOfScenario(context, open);
  const training = dataset === 'training';
  const { name: title, settings, version: number } = open.version;
  const about = { title: training ? `训练数据 ${title}` : title, training, day, scope, version: number };
  const whole = { about: { ...about, settings, industries, adjacencyFrom, missing }, ...instance };
  const name = `${training ? '训练数据-' : ''}规划实例-${scope}-${hash.slice(0, 8)}.json`;
  return new File([`${JSON.stringify(whole, null, 1)}\n`], name, { type: 'application/json' });
}
