// A plan's workbook through the wizard's door: cell by cell what would change, one new version, undone by a version like the one before.
import type { Plan } from '@zhenghe/engine/plans';
import { writePlanWorkbook } from '@zhenghe/exchange/plans';
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertPlans, loader } from '../plans/index.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, refusalOf } from '../testing.ts';

const on = '2021-06-10';
const target = 't-pujiang';
const rulebook = loadPacks();
const annex: Plan = { ...JSON.parse(dataText('plans/pujiang-2021.json')), code: target, training: true };
let database: TestDatabase;
let serving: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    const common = { dataset: 'training' as const, on: '2020-11-02', by: loader, kind: 'saved' as const };
    const yiwu = { ...annex, code: 't-yiwu', jurisdiction: '330782' };
    await insertPlans(tx, rulebook, [
      { ...common, id: target, plan: annex },
      { ...common, id: 't-yiwu', plan: yiwu },
    ]);
  });
  serving = openDatabase(database.servingUrl);
});
afterAll(async () => {
  await serving?.destroy();
  await database?.drop();
});

const as = (card: string) => clientAs(card, { db: serving, rulebook, today: on });
const county = () => as('county');
const kind = { kind: 'plans', dataset: 'training', on, target } as const;
const book = async (plan: Plan, name = '方案.xlsx') => new File([new Uint8Array(await writePlanWorkbook(plan))], name);
const reasonOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).message;
const plan = async () => county().plans.get({ id: target, on });

async function withArea(areaAfter: string, name?: string): Promise<File> {
  const [first, ...others] = annex.blocks;
  if (!first) throw new Error('no blocks');
  return book({ ...annex, blocks: [{ ...first, areaAfter }, ...others] }, name);
}

async function commit(file: File) {
  const { file: seen, state, at } = await county().imports.preview({ ...kind, file });
  return (await county().imports.commit({ ...kind, file, sha256: seen.sha256, state, at })).batch;
}

describe('a plan from a workbook', () => {
  it('is shown cell by cell with its place in the file', async () => {
    const seen = await county().imports.preview({ ...kind, file: await withArea('17.25') });
    expect(seen.rows).toHaveLength(1);
    expect(seen.rows[0]).toMatchObject({ sheet: '区块 Blocks', row: 3, effect: 'change', subject: target });
    expect(seen.rows[0]?.changes[0]).toMatchObject({
      before: '17.24',
      after: '17.25',
      field: { zh: expect.stringContaining('整合后面积') },
    });
    expect((await county().imports.preview({ ...kind, file: await book(annex) })).stop?.zh).toContain('没有要写入');
  });

  it('is refused with every bad cell, of another place, and to who does not write it', async () => {
    const [first, second, ...others] = annex.blocks;
    if (!first || !second) throw new Error('no blocks');
    const bad = await book({ ...annex, blocks: [{ ...first, areaAfter: '200000' }, { ...second, areaBefore: '-1' }, ...others] });
    const seen = await county().imports.preview({ ...kind, file: bad });
    expect(seen.problems.map(({ value }) => value)).toEqual(['200000', '-1']);
    expect(seen.stop?.zh).toContain('2 处');
    const elsewhere = await county().imports.preview({ ...kind, file: await book({ ...annex, jurisdiction: '330782' }) });
    expect(elsewhere.rows[0]).toMatchObject({ effect: 'refused', reason: { en: expect.stringContaining('another place') } });
    const file = await withArea('17.25');
    for (const card of ['province', 'city', 'zone', 'public'])
      expect((await refusalOf(as(card).imports.preview({ ...kind, file }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(county().imports.preview({ ...kind, target: 't-yiwu', file }))).code).toMatch(/NOT_/);
    expect((await refusalOf(county().imports.preview({ ...kind, target: 'nowhere', file }))).code).toBe('NOT_FOUND');
    expect(await reasonOf(county().imports.preview({ ...kind, target: undefined, file }))).toContain('what it is for');
  });

  it('becomes one version, tells where each cell came from, and is undone by a version like the one before', async () => {
    const batch = await commit(await withArea('17.25'));
    expect(batch).toMatchObject({ state: 'committed', target, note: { zh: '存为第 2 版' }, targetTitle: annex.title });
    const saved = await plan();
    expect([saved.version, saved.plan.blocks[0]?.areaAfter]).toEqual([2, '17.25']);
    expect(saved.actions.at(-1)).toMatchObject({ kind: 'imported', source: { name: '方案.xlsx', sha256: batch.file.sha256 } });
    expect((await county().imports.origins({ kind: 'plans', subject: target }))[0]).toMatchObject({ sheet: '区块 Blocks', row: 3 });
    expect(await as('public').imports.origins({ kind: 'plans', subject: target })).toEqual([]);
    await county().imports.undo({ id: batch.id, reason: '面积填错', on });
    const back = await plan();
    expect([back.version, back.plan.blocks[0]?.areaAfter]).toEqual([3, '17.24']);
    expect(back.actions.at(-1)).toMatchObject({ kind: 'saved', note: '撤销导入：面积填错' });
  });

  it('is not undone once there is a newer version, nor once it was handed in', async () => {
    const batch = await commit(await withArea('17.26'));
    const now = await plan();
    await county().plans.save({ id: target, basedOn: now.version, plan: { ...now.plan, title: '改题' }, on });
    expect(await reasonOf(county().imports.undo({ id: batch.id, reason: '试试', on }))).toContain('later work builds on it');
  });

  it('is refused when somebody saved meanwhile, and says who', async () => {
    const file = await withArea('17.27');
    const { file: seen, state, at } = await county().imports.preview({ ...kind, file });
    const now = await plan();
    await county().plans.save({ id: target, basedOn: now.version, plan: { ...now.plan, title: '又改题' }, on });
    const late = county().imports.commit({ ...kind, file, sha256: seen.sha256, state, at });
    expect(await reasonOf(late)).toMatch(/changed after the dry run: Pujiang task force .* saved version/);
  });
});

describe('what is no plan', () => {
  it.each([
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'plan.xlsx')],
    ['nothing', new File([], 'plan.xlsx')],
    ['JSON of another kind', new File(['{"format":"x"}'], 'plan.json')],
  ])('%s is refused in words and nothing is kept', async (_, file) => {
    const seen = await county().imports.preview({ ...kind, file });
    expect(seen.unreadable?.zh.length).toBeGreaterThan(5);
    const again = county().imports.commit({ ...kind, file, sha256: seen.file.sha256, state: seen.state, at: seen.at });
    expect((await refusalOf(again)).code).toBe('CONFLICT');
  });
});
