import { Bilingual, Finding } from '@zhenghe/contract/kernel';
import type { CheckResult } from '@zhenghe/contract/plans';
import type { Plan } from '@zhenghe/engine/plans';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, refusalOf as refused } from '../testing.ts';
import { appendPlanActions, insertPlans, loader, loadRealPlans } from './index.ts';

const on = '2021-06-10';
const rulebook = loadPacks();
const annex: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));
const trainingPlan = (code: string, jurisdiction: string): Plan => ({ ...annex, code, jurisdiction, training: true, answers: [] });

const sumsCheck = rulebook.packs.flatMap(({ checks }) => checks).find(({ kind }) => kind === 'sums-balance')?.id;

const Refused = z.object({ reason: Bilingual, findings: z.array(Finding).default([]) });

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await loadRealPlans(tx, rulebook);
    const plans = [
      { id: 't-pujiang', plan: trainingPlan('t-pujiang', '330726') },
      { id: 't-yiwu', plan: trainingPlan('t-yiwu', '330782') },
      { id: 't-hangzhou', plan: trainingPlan('t-hangzhou', '330100') },
    ].map((item) => ({ ...item, dataset: 'training' as const, on: '2020-11-02', by: loader, kind: 'saved' as const }));
    await insertPlans(tx, rulebook, plans);
    const step = { planId: 't-yiwu', dataset: 'training' as const, version: 1, by: loader };
    await appendPlanActions(tx, [
      { ...step, kind: 'submitted', on: '2020-12-20' },
      { ...step, kind: 'accepted', on: '2021-01-15' },
    ]);
  });
});

afterAll(async () => database?.drop());

const as = (card: string) => clientAs(card, { db: database.served, rulebook, today: on });

async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ code: string; data: { reason: { zh: string }; findings: CheckResult['findings'] } }> {
  const { code, data } = await refused(promise);
  return { code, data: Refused.parse(data) };
}

const county = () => as('county');
const current = () => county().plans.get({ id: 't-pujiang', on });

describe('the list of plans', () => {
  it('shows each plan with its counts, its holder and its delay, training apart from real', async () => {
    const rows = await as('province').plans.list({ dataset: 'training', asOf: on });
    expect(rows.map(({ id, state, holder }) => [id, state, holder.zh])).toEqual([
      ['t-hangzhou', 'draft', '杭州市'],
      ['t-pujiang', 'draft', '浦江县'],
      ['t-yiwu', 'accepted', '浙江省'],
    ]);
    const pujiang = rows[1];
    expect(pujiang).toMatchObject({ zones: 1, parks: 8, areaBefore: '33.86', areaAfter: '42.20', due: '2020-12-31', lateDays: 161 });
    expect(pujiang).toMatchObject({ jurisdictionName: '浦江县', city: '金华市', since: '2020-11-02' });
    expect(pujiang?.blocking).toBeGreaterThan(0);
    expect(pujiang?.unknown).toBeGreaterThan(0);
    expect(rows[2]?.lateDays).toBeNull();
    expect((await as('public').plans.list({ dataset: 'real', asOf: on })).map(({ id }) => id)).toEqual(['real-pujiang-2021']);
  });

  it('goes back in time, and narrows to a city and a state', async () => {
    const before = await as('city').plans.list({ dataset: 'training', asOf: '2020-12-25', jurisdiction: '330700' });
    expect(before.map(({ id, state, holder }) => [id, state, holder.zh])).toEqual([
      ['t-pujiang', 'draft', '浦江县'],
      ['t-yiwu', 'submitted', '金华市'],
    ]);
    expect(await as('city').plans.list({ dataset: 'training', asOf: '2020-11-01' })).toEqual([]);
    expect((await as('city').plans.list({ dataset: 'training', asOf: on, state: 'accepted' })).map(({ id }) => id)).toEqual(['t-yiwu']);
  });
});

describe('a plan on one day', () => {
  it('is checked by the rules of that day, and says who may change it', async () => {
    const plan = await current();
    expect(plan.check.totals).toMatchObject({ before: '33.86', after: '42.20', growth: '8.34', growthPercent: '24.6' });
    expect(plan.check.packs.map(({ id }) => id)).toContain('zj-2020-guidance');
    expect(plan.context).toEqual({ class: 'county', zonesElsewhere: null });
    expect([plan.mayEdit, plan.maySubmit]).toEqual([true, true]);
    for (const card of ['province', 'city', 'zone', 'land']) {
      expect(await as(card).plans.get({ id: 't-pujiang', on })).toMatchObject({ mayEdit: false, maySubmit: false });
    }
    expect((await refusalOf(as('public').plans.get({ id: 't-pujiang', on }))).code).toBe('NOT_FOUND');
  });

  it('is refused by name when there is none, or none yet', async () => {
    expect((await refusalOf(county().plans.get({ id: 'nowhere', on }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(county().plans.get({ id: 't-pujiang', on: '2020-10-01' }))).data.reason.zh).toContain('2020-11-02');
  });

  it('is checked the same unsaved as saved', async () => {
    const { plan, check } = await current();
    expect(await as('public').plans.check({ plan, on, dataset: 'training' })).toEqual(check);
  });
});

describe('who may save', () => {
  it('refuses a county clerk on another county, a city on its county, and everyone on real records', async () => {
    const { plan } = await as('city').plans.get({ id: 't-yiwu', on });
    const yiwu = { id: 't-yiwu', basedOn: 1, plan, on };
    expect((await refusalOf(county().plans.save(yiwu))).code).toBe('NOT_FOUND');
    expect((await refusalOf(as('city').plans.save(yiwu))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(as('public').plans.save(yiwu))).code).toBe('NOT_ALLOWED');
    const real = await county().plans.get({ id: 'real-pujiang-2021', on });
    const refused = await refusalOf(county().plans.save({ id: 'real-pujiang-2021', basedOn: 1, plan: real.plan, on }));
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: { zh: expect.stringContaining('真实资料') } } });
  });

  it('refuses to move a plan to another place', async () => {
    const { plan } = await current();
    const moved = { id: 't-pujiang', basedOn: 1, plan: { ...plan, jurisdiction: '330782' }, on };
    expect((await refusalOf(county().plans.save(moved))).code).toBe('CONFLICT');
  });
});

describe('from a wrong sum to a submission and back', () => {
  it('saves a version with a sum off by 0.01, and refuses one that was based on the version before', async () => {
    const { plan } = await current();
    const wrong = { ...plan, blocks: plan.blocks.map((block, n) => (n === 0 ? { ...block, areaAfter: '17.25' } : block)) };
    const saved = await county().plans.save({ id: 't-pujiang', basedOn: 1, plan: wrong, note: '试改', on });
    expect(saved).toMatchObject({ version: 2, latest: 2, state: 'draft' });
    const failed = saved.check.findings.filter(({ check, outcome }) => check === sumsCheck && outcome === 'fail');
    expect(failed.map(({ measured, allowed }) => [measured, allowed])).toEqual([
      ['28.65 km²', '28.64 km²'],
      ['42.21 km²', '42.20 km²'],
    ]);
    const again = await refusalOf(county().plans.save({ id: 't-pujiang', basedOn: 1, plan, on }));
    expect(again).toMatchObject({ code: 'CONFLICT', data: { reason: { zh: expect.stringContaining('第 2 版') } } });
    expect((await county().plans.save({ id: 't-pujiang', basedOn: 2, plan: wrong, on })).latest).toBe(2);
  });

  it('does not hand in what blocks, and says what does', async () => {
    const refused = await refusalOf(county().plans.submit({ id: 't-pujiang', version: 2, on }));
    expect(refused.code).toBe('BLOCKED');
    expect(refused.data.findings.some(({ check }) => check === sumsCheck)).toBe(true);
    expect((await current()).state).toBe('draft');
  });

  it('hands it in once the sum is mended and every departure is answered', async () => {
    const { plan } = await county().plans.get({ id: 't-pujiang', version: 1, on });
    await county().plans.save({ id: 't-pujiang', basedOn: 2, plan, on });
    const { data } = await refusalOf(county().plans.submit({ id: 't-pujiang', version: 3, on }));
    expect(data.findings.some(({ check }) => check === sumsCheck)).toBe(false);
    const answers = data.findings.map(({ id, strength }) => ({
      finding: id,
      kind: strength === 'must' ? ('exception' as const) : ('reason' as const),
      text: '训练说明',
      paper: '训练〔2021〕1号',
      by: '训练经办人',
    }));
    const saved = await county().plans.save({ id: 't-pujiang', basedOn: 3, plan: { ...plan, answers }, on });
    expect(saved.check.findings.filter(({ blocking }) => blocking)).toEqual([]);
    const submitted = await county().plans.submit({ id: 't-pujiang', version: 4, on });
    expect(submitted).toMatchObject({ state: 'submitted', mayEdit: false, maySubmit: false });
    expect(submitted.actions.at(-1)).toMatchObject({ kind: 'submitted', version: 4, at: on });
    const row = (await as('city').plans.list({ dataset: 'training', asOf: on, jurisdiction: '330726' }))[0];
    expect(row).toMatchObject({ holder: { zh: '金华市' }, lateDays: null });
  });

  it('does not change while it is handed in, and comes back when its own unit takes it back', async () => {
    const { plan } = await current();
    const save = { id: 't-pujiang', basedOn: 4, plan: { ...plan, title: '另一个题目' }, on };
    expect((await refusalOf(county().plans.save(save))).code).toBe('CONFLICT');
    expect((await refusalOf(as('city').plans.withdraw({ id: 't-pujiang', on }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(county().plans.withdraw({ id: 't-pujiang', on: '2021-06-09' }))).code).toBe('CONFLICT');
    expect(await county().plans.withdraw({ id: 't-pujiang', on })).toMatchObject({ state: 'draft', mayEdit: true });
    expect((await refusalOf(county().plans.withdraw({ id: 't-pujiang', on }))).code).toBe('CONFLICT');
  });

  it('left an audit entry for each change, in the same transaction', async () => {
    const { rows } = await sql<{ action: string; actor: string }>`
      select action, actor from audit_entries where object = 'plans/t-pujiang' order by id`.execute(database.db);
    expect(rows.map(({ action }) => action)).toEqual(['plans/save', 'plans/save', 'plans/save', 'plans/submit', 'plans/withdraw']);
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(['county']));
  });

  it('lets two savers at once have one version', async () => {
    const { plan, latest } = await current();
    const save = (title: string) => county().plans.save({ id: 't-pujiang', basedOn: latest, plan: { ...plan, title }, on });
    const results = await Promise.allSettled([save('甲'), save('乙'), save('丙')]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('what is written stays', () => {
  it('refuses to change or delete a version or an action of a real plan', async () => {
    const { db } = database;
    await expect(sql`update plan_versions set title = '' where dataset = 'training'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from plan_actions where dataset = 'real'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from plans where dataset = 'real'`.execute(db)).rejects.toThrow('append-only');
  });
});

describe('files', () => {
  it('writes a workbook that reads back to the same plan', async () => {
    const file = await county().plans.template({ id: 't-pujiang', version: 1 });
    expect(file.name).toContain('训练数据');
    const read = await county().plans.read({ file });
    const { plan } = await county().plans.get({ id: 't-pujiang', version: 1, on });
    expect(read.plan).toEqual(plan);
    expect((await county().plans.template({})).size).toBeGreaterThan(1000);
  });

  it('answers an unreadable file with its problems and writes nothing', async () => {
    const file = new File(['not a workbook'], 'annex.xlsx');
    expect((await refusalOf(county().plans.read({ file }))).code).toBe('UNREADABLE');
  });
});
