// Importing a plan from a file: what was handed in is kept, unchanged and once, and only when it holds the plan that is saved (F110).
import { planToWire } from '@zhenghe/contract/plan-wire';
import type { Plan } from '@zhenghe/engine/plans';
import { writePlanWorkbook } from '@zhenghe/exchange/plans';
import { loadPacks } from '@zhenghe/rulebook';
import excel from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { clientAs, refusalOf } from '../testing.ts';
import { deleteTrainingPlans, insertPlans, loader } from './index.ts';

const on = '2021-06-10';
const id = 't-pujiang';
const rulebook = loadPacks();
const annex: Plan = { ...JSON.parse(dataText('plans/pujiang-2021.json')), code: id, training: true };

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await insertPlans(tx, rulebook, [{ id, plan: annex, dataset: 'training', on: '2020-11-02', by: loader, kind: 'saved' }]);
  });
});
afterAll(async () => database?.drop());

const as = (card: string) => clientAs(card, { db: database.served, rulebook, today: on });
const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;

const titled = (title: string): Plan => ({ ...annex, title });
/** As a person's editor may leave it: other spaces than ours, which must come back as they were. */
const fileOf = (plan: Plan, name = 'plan.json') => new File([JSON.stringify(plan, null, 3), '\n\n'], name);

/** What the import page does: reads the file, then saves what was read together with the file. */
async function importFile(file: File, basedOn: number) {
  const { plan } = await as('county').plans.read({ file });
  return as('county').plans.save({ id, basedOn, plan, on, file });
}

async function filesKept(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from source_files`.execute(database.db);
  return rows[0]?.count ?? 0;
}

describe('an imported plan', () => {
  it('keeps its file, shows it in its history, and gives the same bytes back', async () => {
    const file = fileOf(titled('甲'), '方案 v2.json');
    const saved = await importFile(file, 1);
    const action = saved.actions.at(-1);
    expect(action).toMatchObject({ kind: 'imported', version: 2, source: { name: '方案 v2.json', size: file.size } });
    expect(action?.source?.sha256).toBe((await as('county').plans.read({ file })).sha256);
    const back = await as('county').plans.source({ id, version: 2 });
    expect(back.name).toBe('方案 v2.json');
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    const { rows } = await sql<{ action: string }>`select action from audit_entries where object = ${`plans/${id}`}`.execute(database.db);
    expect(rows).toEqual([{ action: 'plans/import' }]);
  });

  it('keeps the same bytes once, however often they come', async () => {
    await as('county').plans.save({ id, basedOn: 2, plan: planToWire(titled('乙')), on });
    const again = await importFile(fileOf(titled('甲'), 'another name.json'), 3);
    expect(again.actions.map(({ kind, source }) => [kind, source?.name ?? null])).toEqual([
      ['saved', null],
      ['imported', '方案 v2.json'],
      ['saved', null],
      ['imported', '方案 v2.json'],
    ]);
    expect(await filesKept()).toBe(1);
  });

  it('is refused with a file that holds another plan, or none, and nothing is written', async () => {
    const save = (file: File) => as('county').plans.save({ id, basedOn: 4, plan: planToWire(titled('丙')), on, file });
    expect(await codeOf(save(fileOf(titled('丁'))))).toBe('CONFLICT');
    expect(await codeOf(save(new File(['not a plan'], 'plan.xlsx')))).toBe('UNREADABLE');
    expect((await as('county').plans.get({ id, on })).latest).toBe(4);
    expect(await filesKept()).toBe(1);
  });

  it('gives its file to the place and those above it, to nobody else, and none where it was typed in', async () => {
    const ask = (card: string, version = 2) => as(card).plans.source({ id, version });
    for (const card of ['county', 'city', 'province', 'zone']) expect((await ask(card)).size).toBeGreaterThan(0);
    expect(await codeOf(ask('public'))).toBe('NOT_ALLOWED');
    expect(await codeOf(ask('county', 3))).toBe('NOT_FOUND');
    expect(await codeOf(as('county').plans.source({ id: 'nowhere', version: 1 }))).toBe('NOT_FOUND');
  });

  it('named its place in words and was read by the command line only', async () => {
    const workbook = new excel.Workbook();
    const bytes = await writePlanWorkbook(annex);
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const cell = workbook.getWorksheet('方案 Plan')?.getCell('B5');
    if (cell) cell.value = '浦江县';
    const file = new File([new Uint8Array(await workbook.xlsx.writeBuffer())], 'annex.xlsx');
    expect((await as('county').plans.read({ file })).plan.jurisdiction).toBe('330726');
  });
});

describe('a kept file', () => {
  it('is never changed, and goes only with the training plans it belongs to', async () => {
    const { db } = database;
    await expect(sql`update source_files set name = ''`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from source_files`.execute(db)).rejects.toThrow('foreign key');
    await expect(
      sql`insert into source_files (sha256, name, size, bytes, recorded_by)
      values (${'0'.repeat(64)}, 'x', 1, 'x'::bytea, '{}')`.execute(db),
    ).rejects.toThrow('check');
    await db.transaction().execute(deleteTrainingPlans);
    expect(await filesKept()).toBe(0);
  });
});
