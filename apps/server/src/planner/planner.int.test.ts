import type { PlannerRun, Scenario } from '@zhenghe/contract/planner';
import { ruleBreaks } from '@zhenghe/engine/planner';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoadedDatabase } from '../load-testing.ts';
import { type Jobs, startJobs } from '../platform/jobs/index.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientAs, refusalOf } from '../testing.ts';
import { loadTraining, removeTraining, trainingDay } from '../training/index.ts';
import { stopPlanning, workOnRuns } from './index.ts';

const on = trainingDay;
const day = '2019-12-31';
const dataset = 'training';
const rulebook = loadPacks();
let database: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  database = await createLoadedDatabase();
  jobs = await startJobs(database.servingUrl, () => undefined);
  await workOnRuns(jobs, database.served);
}, 120_000);

afterAll(async () => {
  await jobs?.stop();
  await stopPlanning();
  await database?.drop();
});

const as = (card: string) => clientAs(card, { db: database.served, rulebook, today: on });

async function ended(card: string, { id }: Pick<PlannerRun, 'id'>): Promise<PlannerRun> {
  for (let look = 0; look < 600; look += 1) {
    const run = await as(card).planner.running({ id });
    if (run.endedAt !== null) return run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the run did not end');
}

function planIn({ result }: PlannerRun) {
  if (result?.kind !== 'solve' || result.answer.status === 'infeasible') throw new Error(JSON.stringify(result));
  return result.answer;
}

const saved = ({ name, settings, locks, decisions, note }: Scenario) => ({ name, settings, locks, decisions, note });
const ofJinhua = (name: string) => as('city').planner.create({ name, dataset, scope: '330700', day });

describe('the training province', () => {
  it('comes with two scenarios; each unit sees those of its place and below', async () => {
    const names = async (card: string) => (await as(card).planner.scenarios({ dataset })).map(({ scope, mayChange }) => [scope, mayChange]);
    expect(await names('province')).toEqual(
      expect.arrayContaining([
        ['330000', true],
        ['330700', false],
      ]),
    );
    expect(await names('city')).toEqual([['330700', true]]);
    expect(await names('county')).toEqual([]);
  });

  it('is not for departments, zones and the public', async () => {
    for (const card of ['land', 'zone', 'public']) {
      expect((await refusalOf(as(card).planner.scenarios({ dataset }))).code).toBe('NOT_ALLOWED');
    }
  });
});

describe('a scenario', () => {
  it('begins with the defaults, is saved as a new version, and answers a stale save with who came before', async () => {
    const made = await ofJinhua('甲');
    expect(made).toMatchObject({ version: 1, newest: 1, mayChange: true, run: null });
    expect(made.instance.parks.length).toBeGreaterThan(60);
    const next = await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), settings: { ...made.settings, zoneCost: '2' } });
    expect([next.version, next.instance.costs.zone]).toEqual([2, 2]);
    expect(next.instanceHash).not.toBe(made.instanceHash);
    const stale = await refusalOf(as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), name: '乙' }));
    expect(stale.code).toBe('CONFLICT');
    expect((await as('city').planner.scenario({ id: made.id, version: 1 })).settings.zoneCost).toBe('1');
  });

  it('refuses a lock on a park that is not there, naming every place', async () => {
    const made = await ofJinhua('锁');
    const locks = [{ together: ['nobody', 'xl-330726-01'] }, { outcome: 'merge' as const, park: 'no-one' }];
    const refused = await refusalOf(as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), locks }));
    expect(refused.code).toBe('UNREADABLE');
    expect(refused.data).toMatchObject({
      problems: [{ value: expect.stringContaining('nobody') }, { value: expect.stringContaining('no-one') }],
    });
  });

  it('refuses settings that mean nothing by their names: a distance below nothing once left every park alone, without a word', async () => {
    const made = await ofJinhua('负');
    const quotas = { '330726': { min: 2, max: 1 } };
    const settings = { ...made.settings, touchKm: '-1', protectedShare: '5', abolishOutput: '-0.1', quotas };
    const refused = await refusalOf(as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), settings }));
    const columns = ['settings.touchKm', 'settings.abolishOutput', 'settings.protectedShare', 'settings.quotas.330726'];
    expect(refused.data).toMatchObject({ problems: columns.map((column) => ({ column })) });
    const locks = [{ together: Array.from({ length: 20_001 }, () => 'xl-330726-01') }];
    expect((await refusalOf(as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), locks }))).code).toBe('BAD_REQUEST');
  });

  it('belongs to its own place: the province reads it, a county below does not, and neither changes it', async () => {
    const made = await ofJinhua('乙');
    expect((await as('province').planner.scenario({ id: made.id })).mayChange).toBe(false);
    expect((await refusalOf(as('county').planner.scenario({ id: made.id }))).code).toBe('NOT_FOUND');
    const close = { id: made.id, reason: '不再比较' };
    expect((await refusalOf(as('province').planner.close(close))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(as('county').planner.create({ name: '丙', dataset, scope: '330700', day }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(as('city').planner.create({ name: '丙', dataset: 'real', scope: '330700', day }))).code).toBe('NOT_ALLOWED');
    expect((await as('city').planner.close(close)).closed).toBe(true);
    expect((await refusalOf(as('city').planner.run({ id: made.id, version: 1, kind: 'solve' }))).code).toBe('CONFLICT');
  });

  it('needs parks', async () => {
    const empty = as('city').planner.create({ name: '早', dataset, scope: '330700', day: '2010-01-01' });
    expect((await refusalOf(empty)).code).toBe('CONFLICT');
  });
});

describe('a run', () => {
  it('proves a plan; the same question is answered from it, another one is computed', async () => {
    const made = await ofJinhua('解');
    const first = await ended('city', await as('city').planner.run({ id: made.id, version: 1, kind: 'solve' }));
    const plan = planIn(first);
    expect([first.state, plan.status, first.instanceHash]).toEqual(['done', 'optimal', made.instanceHash]);
    expect(ruleBreaks(made.instance, plan)).toEqual([]);
    const twin = await ofJinhua('解二');
    const again = await as('city').planner.run({ id: twin.id, version: 1, kind: 'solve' });
    expect([again.state, again.askedAt === first.askedAt, again.endedAt]).toEqual(['done', false, first.endedAt]);
    expect(again.result).toEqual(first.result);
    const [row] = (await as('city').planner.scenarios({ dataset })).filter(({ id }) => id === twin.id);
    expect(row?.solved).toEqual({ status: 'optimal', cost: plan.cost, zones: plan.zones });
  });

  it('asked twice at the same time is computed once', async () => {
    const made = await ofJinhua('同时');
    const other = { ...saved(made), settings: { ...made.settings, zoneCost: '3' } };
    await as('city').planner.save({ id: made.id, basedOn: 1, ...other });
    const asked = { id: made.id, version: 2, kind: 'solve' } as const;
    const runs = await Promise.all([as('city').planner.run(asked), as('city').planner.run(asked)]);
    const [one, two] = await Promise.all(runs.map((run) => ended('city', run)));
    expect(one?.result).toEqual(two?.result);
    const { rows } =
      await sql`select from planner_results r join planner_runs q on q.id = r.run_id where q.scenario_id = ${made.id}`.execute(database.db);
    expect(rows).toHaveLength(1);
  });

  it('draws the frontier, and gives the plan at one of its points', async () => {
    const made = await ofJinhua('前沿');
    const run = await ended('city', await as('city').planner.run({ id: made.id, version: 1, kind: 'frontier' }));
    if (run.result?.kind !== 'frontier') throw new Error(JSON.stringify(run));
    const [point] = run.result.points.slice(-1);
    if (!point) throw new Error('no point');
    expect(point.lowerBound).toBe(point.cost);
    const plan = await as('city').planner.frontierPlan({ id: run.id, ...point });
    expect([plan.plan.length, plan.cost]).toEqual([point.zones, expect.closeTo(point.cost, 6)]);
    const off = as('city').planner.frontierPlan({ id: run.id, zones: 99, detachedPieces: 0 });
    expect((await refusalOf(off)).code).toBe('NOT_FOUND');
  });

  it('explains a place: its next best choices, none of them cheaper', async () => {
    const made = await ofJinhua('解释');
    await ended('city', await as('city').planner.run({ id: made.id, version: 1, kind: 'solve' }));
    const asked = { id: made.id, version: 1, kind: 'explain' } as const;
    const run = await ended('city', await as('city').planner.run({ ...asked, jurisdiction: '330726' }));
    if (run.result?.kind !== 'explain') throw new Error(JSON.stringify(run));
    expect(run.result.nextBest.map(({ park }) => park)).toEqual(
      made.instance.parks.flatMap(({ code }) => (code.startsWith('xl-330726') ? [code] : [])),
    );
    expect(run.result.nextBest.filter(({ extraCost }) => extraCost !== null && extraCost < 0)).toEqual([]);
    expect((await refusalOf(as('city').planner.run(asked))).code).toBe('CONFLICT');
    expect((await refusalOf(as('city').planner.run({ ...asked, jurisdiction: '330100' }))).code).toBe('NOT_FOUND');
  });

  it('names the locks that cannot hold together', async () => {
    const made = await ofJinhua('矛盾');
    const locks = [{ together: ['xl-330726-01', 'xl-330726-02'] }, { outcome: 'abolish' as const, park: 'xl-330726-02' }];
    await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), locks });
    const run = await ended('city', await as('city').planner.run({ id: made.id, version: 2, kind: 'solve' }));
    expect(run.result).toMatchObject({ answer: { status: 'infeasible', conflict: [{ rule: 'lock' }, { rule: 'lock' }] } });
  });

  it('can be stopped before it begins, answers nobody later, and is told to have been stopped', async () => {
    const made = await ofJinhua('停');
    await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), settings: { ...made.settings, zoneCost: '4' } });
    const asked = { id: made.id, version: 2, kind: 'solve' } as const;
    // The queue looks up twice a second: the stop is there first, or finds the run at work or ended.
    const { id } = await as('city').planner.run(asked);
    const stopped = await as('city')
      .planner.stop({ id })
      .catch(() => null);
    const run = await ended('city', { id });
    expect(['cancelled', 'done']).toContain(run.state);
    const again = await ended('city', await as('city').planner.run(asked));
    expect(planIn(again).status).toBe('optimal');
    if (stopped) expect(again.id).not.toBe(id);
    expect((await refusalOf(as('city').planner.stop({ id }))).code).toBe('CONFLICT');
  });

  it('that waits is cancelled as soon as it is stopped, not when its turn comes; one that ended four servers is given up', async () => {
    const made = await ofJinhua('等');
    const settings = { ...made.settings, zoneCost: '7' };
    await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), settings });
    await as('city').planner.save({ id: made.id, basedOn: 2, ...saved(made), settings: { ...settings, zoneCost: '8' } });
    await jobs.stop();
    const waiting = await as('city').planner.run({ id: made.id, version: 2, kind: 'solve' });
    expect((await as('city').planner.stop({ id: waiting.id })).state).toBe('cancelled');
    const fatal = await as('city').planner.run({ id: made.id, version: 3, kind: 'solve' });
    const news = (done: number) => JSON.stringify({ stage: 'groups', done, of: 9, cost: null, lowerBound: null });
    await sql`insert into planner_run_steps (run_id, dataset, kind, detail)
      select ${fatal.id}, ${dataset}, kind, detail from unnest(array['begun', 'news', 'begun', 'begun', 'news', 'begun'],
        array[null, ${news(1)}::jsonb, null, null, ${news(2)}::jsonb, null]) as t (kind, detail)`.execute(database.db);
    expect(await as('city').planner.running({ id: fatal.id })).toMatchObject({ state: 'working', news: { done: 2 } });
    jobs = await startJobs(database.servingUrl, () => undefined);
    await workOnRuns(jobs, database.served);
    expect((await ended('city', fatal)).state).toBe('failed');
    expect((await ended('city', waiting)).result).toBeNull();
  });

  it('left behind by a server that ended is taken up by the next', async () => {
    const made = await ofJinhua('断');
    await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), settings: { ...made.settings, zoneCost: '5' } });
    await jobs.stop();
    const { id, state } = await as('city').planner.run({ id: made.id, version: 2, kind: 'solve' });
    expect(state).toBe('waiting');
    await sql`delete from pgboss.job where id = ${id}`.execute(database.served);
    jobs = await startJobs(database.servingUrl, () => undefined);
    await workOnRuns(jobs, database.served);
    expect((await ended('city', { id })).state).toBe('done');
  });
});

describe('a report', () => {
  it('is written of a solved version in both formats; of an unsolved one there is none', async () => {
    const made = await ofJinhua('报告 / 一');
    const asked = { id: made.id, version: 1, language: 'zh' } as const;
    await ended('city', await as('city').planner.run({ id: made.id, version: 1, kind: 'solve' }));
    const docx = await as('city').planner.report({ ...asked, format: 'docx' });
    const xlsx = await as('province').planner.report({ ...asked, format: 'xlsx', language: 'en' });
    expect([docx.name, xlsx.name]).toEqual(['训练数据-规划报告-报告_一-第1版.docx', '训练数据-规划报告-报告_一-第1版.xlsx']);
    for (const file of [docx, xlsx]) expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 2)]).toEqual([0x50, 0x4b]);
    const next = await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), name: '报告二' });
    expect((await refusalOf(as('city').planner.report({ ...asked, version: next.version, format: 'docx' }))).code).toBe('CONFLICT');
    const file = await as('city').planner.instance({ id: made.id });
    expect(JSON.parse(await file.text()).parks).toHaveLength(made.instance.parks.length);
  });
});

describe('adoption', () => {
  it('writes the draft that the county clerk finds, and refuses all where one place is beyond its draft', async () => {
    const made = await ofJinhua('采用');
    await ended('city', await as('city').planner.run({ id: made.id, version: 1, kind: 'solve' }));
    const asked = { id: made.id, version: 1, reason: '作为草稿', on };
    const before = await as('county').plans.get({ id: 'training-330726', on });
    const refused = await refusalOf(as('city').planner.adopt({ ...asked, jurisdictions: ['330726', '330702', '330782'] }));
    expect(refused.code).toBe('UNREADABLE');
    expect(refused.data).toMatchObject({ problems: [{ column: '330702' }, { column: '330782' }] });
    expect((await as('county').plans.get({ id: 'training-330726', on })).latest).toBe(before.latest);

    const adopted = await as('city').planner.adopt({ ...asked, jurisdictions: ['330726'] });
    expect(adopted).toEqual([{ jurisdiction: '330726', plan: 'training-330726', version: before.latest + 1, made: 'version' }]);
    const draft = await as('county').plans.get({ id: 'training-330726', on });
    expect([draft.latest, draft.state, draft.mayEdit, draft.plan.training]).toEqual([before.latest + 1, 'draft', true, true]);
    expect(draft.plan.parks.map(({ outcomes }) => outcomes.length)).toEqual(draft.plan.parks.map(() => 1));
    expect(draft.plan.townships).toEqual(before.plan.townships);
    expect(draft.check.findings.filter(({ check, outcome }) => check === 'structure' && outcome === 'fail')).toEqual([]);
    expect(await as('city').planner.adopt({ ...asked, jurisdictions: ['330726'] }), 'once a server error').toEqual(adopted);
    const [row] = (await as('city').planner.scenarios({ dataset })).filter(({ id }) => id === made.id);
    expect(row?.adopted).toEqual([{ jurisdiction: '330726', plan: 'training-330726', version: before.latest + 1 }]);
  });

  it('needs a solved version, and places of the scenario', async () => {
    const made = await ofJinhua('未解');
    await as('city').planner.save({ id: made.id, basedOn: 1, ...saved(made), settings: { ...made.settings, zoneCost: '6' } });
    const asked = { id: made.id, version: 2, reason: '作为草稿', on };
    expect((await refusalOf(as('city').planner.adopt({ ...asked, jurisdictions: ['330726'] }))).code).toBe('CONFLICT');
    await ended('city', await as('city').planner.run({ id: made.id, version: 2, kind: 'solve' }));
    expect((await refusalOf(as('city').planner.adopt({ ...asked, jurisdictions: ['330100'] }))).code).toBe('NOT_FOUND');
  });

  it('begins the plan of a place that has none', async () => {
    await database.db.deleteFrom('plans').where('id', '=', 'training-330784').execute();
    const made = await ofJinhua('新');
    await ended('city', await as('city').planner.run({ id: made.id, version: 1, kind: 'solve' }));
    const [adopted] = await as('city').planner.adopt({ id: made.id, version: 1, jurisdictions: ['330784'], reason: '新编', on });
    expect(adopted).toMatchObject({ jurisdiction: '330784', version: 1, made: 'new' });
    const plan = await as('city').plans.get({ id: adopted?.plan ?? '', on });
    expect(plan.plan).toMatchObject({ jurisdiction: '330784', training: true, milestones: [] });
    expect(plan.plan.zones.length).toBeLessThanOrEqual(1);
  });
});

it('is not solved where no park has a figure: the answer was once a proof that all of them should end', async () => {
  await sql`delete from zone_figures where dataset = ${dataset} and jurisdiction = '330726'`.execute(database.db);
  const made = await as('county').planner.create({ name: '无数据', dataset, scope: '330726', day });
  expect(made.leftOut.some(({ zh }) => zh.startsWith(`${made.instance.parks.length} 个园区既没有产值也没有`))).toBe(true);
  const refused = await refusalOf(as('county').planner.run({ id: made.id, version: 1, kind: 'solve' }));
  expect([refused.code, refused.message]).toEqual(['CONFLICT', expect.stringContaining('no park has a figure')]);
});

it('takes training scenarios away with the training province, and brings them back', async () => {
  await database.db.transaction().execute(async (tx) => {
    await removeTraining(tx);
    await loadTraining(tx, rulebook);
  });
  expect(await as('province').planner.scenarios({ dataset })).toHaveLength(2);
}, 60_000);
