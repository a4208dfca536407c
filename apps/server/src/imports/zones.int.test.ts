// A file of corrections through the wizard's door, as the role that answers requests: looked at, written whole or not at all, taken
// back so that the register says what it said, and told of each record where it came from.
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoadedDatabase } from '../load-testing.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import type { TestDatabase } from '../platform/test-database.ts';
import { clientAs, refusalOf, until } from '../testing.ts';
import { hold } from './queries.ts';

const on = '2021-06-10';
const rulebook = loadPacks();
let database: TestDatabase;
let serving: Database;

beforeAll(async () => {
  database = await createLoadedDatabase();
  serving = openDatabase(database.servingUrl);
});
afterAll(async () => {
  await serving?.destroy();
  await database?.drop();
});

const as = (card: string) => clientAs(card, { db: serving, rulebook, today: on });
const province = () => as('province');
const kind = { kind: 'zones', dataset: 'training', on } as const;
const csv = (name: string, ...lines: readonly string[]) => new File([lines.join('\n')], `${name}.csv`);
const reasonOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).message;

const look = (file: File, card = 'province') => as(card).imports.preview({ ...kind, file });
async function commit(file: File, card = 'province') {
  const { file: seen, state, at } = await look(file, card);
  return as(card).imports.commit({ ...kind, file, sha256: seen.sha256, state, at });
}
const zone = (id: string) => as('public').zones.get({ id, asOf: on });

/** What the register said at a moment, all of it. */
async function registerAt(at: string): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select md5(string_agg(t::text, '|' order by t::text)) as said from (
      select zone_id, valid_from, name, type, grade, area_km2, life_from, from_precision from zone_facts
      where recorded_at <= ${at}::timestamptz and (replaced_at is null or replaced_at > ${at}::timestamptz)) t`.execute(database.db);
  return rows[0]?.said ?? '';
}
const moment = async () => (await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(database.db)).rows[0]?.at ?? '';

const names = '编号,名称,起始,依据';
const areas = '编号,口径,面积（公顷）,起始,依据';
const jinhua = 'xl-330700-01';

describe('a dry run', () => {
  it('says row by row what would happen, and writes nothing', async () => {
    const { rows } = await province().zones.list({ dataset: 'training', asOf: on, jurisdiction: '330700', size: 3 });
    const [first, second] = rows;
    if (!first || !second) throw new Error('no training zones');
    const file = csv(
      'areas',
      areas,
      `${first.id},核准面积,1234,2021-03-01,浙政函〔2021〕1号`,
      `nowhere,核准面积,1,2021,文`,
      `${second.id},规划面积,12,2031,文`,
    );
    const seen = await look(file);
    expect(seen.rows.map(({ effect, row, label }) => [effect, row, label])).toEqual([
      ['change', 2, first.name],
      ['refused', 3, 'nowhere'],
      ['refused', 4, second.name],
    ]);
    expect(seen.rows[0]?.changes).toContainEqual({ field: { zh: '核准面积 km²', en: 'Approved area km²' }, before: null, after: '12.34' });
    expect(seen.counts).toEqual({ add: 0, change: 1, same: 0, refused: 2 });
    expect(seen.stop?.zh).toContain('2 行');
    expect(seen.notes.map(({ note }) => note.zh).join()).toContain('换算');
    expect(await reasonOf(commit(file))).toContain('2 rows are refused');
    expect((await province().imports.list({ dataset: 'training' })).total).toBe(0);
  });

  it('takes the filled template back untouched, and asks a paper only of rows that change or add', async () => {
    const [zone] = (await province().zones.list({ dataset: 'training', asOf: on, jurisdiction: '330700', size: 1 })).rows;
    if (!zone) throw new Error('no training zones');
    const head = '编号,名称,设立日,依据';
    const untouched = await look(await province().imports.template({ ...kind, filled: true }));
    expect(untouched).toMatchObject({ problems: [], stop: { en: expect.anything() }, counts: { add: 0, change: 0, refused: 0 } });
    expect(untouched.rows.map(({ effect, subject }) => [effect, subject])).toContainEqual(['same', expect.any(String)]);
    const precision = { day: zone.from, month: zone.from.slice(0, 7), year: zone.from.slice(0, 4), 'on-record': '' }[zone.fromPrecision];
    const said = await look(csv('开发区', head, `${zone.id},${zone.name},${precision},`, `,新设无据,2020,`));
    expect(said.rows.map(({ effect }) => effect)).toEqual(['same', 'refused']);
    const moved = await look(csv('开发区', head, `${zone.id},${zone.name},1999,`));
    expect(moved.rows[0]).toMatchObject({ effect: 'refused', reason: { zh: expect.stringContaining('没有写依据') } });
  });

  it('is not for those who do not keep the register, nor for real records in the demo, nor for places of others', async () => {
    const file = csv('names', names, `${jinhua},甲,2021-01-01,文`);
    for (const card of ['county', 'zone', 'public']) expect((await refusalOf(look(file, card))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(province().imports.preview({ ...kind, dataset: 'real', file }))).message).toContain('Demo cards');
    const { rows } = await province().zones.list({ dataset: 'training', asOf: on, jurisdiction: '330100', size: 1 });
    const seen = await look(csv('names', names, `${rows[0]?.id},甲,2021-01-01,文`), 'city');
    expect(seen.rows[0]).toMatchObject({ effect: 'refused', reason: { zh: expect.stringContaining('不在您负责的地区') } });
    expect((await province().imports.kinds({ dataset: 'real' })).map((one) => [one.kind, one.refused !== null])).toEqual([
      ['zones', true],
      ['figures', true],
      ['statistics', true],
    ]);
  });
});

describe('a batch', () => {
  it('writes every row beside the old ones, tells of each where it came from, keeps the file, and is undone', async () => {
    const id = jinhua;
    const before = await zone(id);
    const start = await moment();
    const said = await registerAt(start);
    const file = csv('names', names, `${id},新名甲,2021-05-01,金政函1号`);
    const { batch } = await commit(file);
    expect(batch).toMatchObject({ state: 'committed', counts: { change: 1 }, mayUndo: true, by: { zh: '浙江省商务厅开发区处' } });
    expect((await zone(id)).name).toBe('新名甲');
    expect((await zone(id)).names.map(({ name }) => name)).toEqual([...before.names.map(({ name }) => name), '新名甲']);
    expect(await registerAt(start)).toBe(said);
    const [origin] = await as('public').imports.origins({ kind: 'zones', subject: id });
    expect(origin).toMatchObject({ number: batch.number, file: 'names.csv', sheet: 'names', row: 2, state: 'committed', open: false });
    expect((await province().imports.origins({ kind: 'zones', subject: id }))[0]?.open).toBe(true);
    const back = await province().imports.file({ id: batch.id });
    expect([back.name, await back.text()]).toEqual(['names.csv', await file.text()]);
    expect((await province().imports.rows({ id: batch.id })).rows[0]).toMatchObject({ effect: 'change', subject: id });
    const undone = await province().imports.undo({ id: batch.id, reason: '文件弄错了', on });
    expect(undone).toMatchObject({ state: 'undone', undone: { reason: '文件弄错了' }, mayUndo: false });
    expect(await zone(id)).toEqual(before);
    expect(await registerAt(start)).toBe(said);
    expect(await registerAt(await moment())).toBe(said);
    expect((await as('public').imports.origins({ kind: 'zones', subject: id }))[0]?.state).toBe('undone');
    expect(await reasonOf(province().imports.undo({ id: batch.id, reason: '再来', on }))).toContain('not undone yet');
    const { rows } = await sql<{
      action: string;
    }>`select action from audit_entries where object = ${`imports/${batch.id}`} order by id`.execute(database.db);
    expect(rows.map(({ action }) => action)).toEqual(['imports/commit', 'imports/undo']);
  });

  it('can be brought again after its undo', async () => {
    const { batch } = await commit(csv('names', names, `${jinhua},新名甲,2021-05-01,金政函1号`));
    expect(batch.state).toBe('committed');
    await province().imports.undo({ id: batch.id, reason: '清理', on });
  });

  it('adds a body, which is gone again after the undo', async () => {
    const heads = '名称,地区,类型,级别,设立日,依据';
    const file = csv('开发区', heads, '新设训练园,浦江县,省级经济开发区,省级,2020年3月,训练文件');
    const { batch } = await commit(file);
    const find = async () => (await province().zones.list({ dataset: 'training', asOf: on, query: '新设训练园' })).rows;
    const [made] = await find();
    expect(made).toMatchObject({ jurisdiction: '330726', from: '2020-03-01', fromPrecision: 'month', plates: 1 });
    expect((await province().imports.rows({ id: batch.id })).rows[0]?.subject).toBe(made?.id);
    expect((await look(file)).rows[0]).toMatchObject({ effect: 'refused', reason: { zh: expect.stringContaining('已有同名') } });
    await province().imports.undo({ id: batch.id, reason: '不是新设', on });
    expect(await find()).toEqual([]);
  });

  it('is one however often it is sent, also at once', async () => {
    const file = csv('names', names, `${jinhua},双击,2021-05-02,文`);
    const { file: seen, state, at } = await look(file);
    const send = () => province().imports.commit({ ...kind, file, sha256: seen.sha256, state, at });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map(({ batch }) => batch.id)).size).toBe(1);
    expect((await send()).batch.id).toBe(answers[0]?.batch.id);
    await province().imports.undo({ id: answers[0]?.batch.id ?? '', reason: '清理', on });
  });

  it('is refused when the records changed after the dry run, with what changed, and when the file is another', async () => {
    const file = csv('names', names, `${jinhua},迟到,2021-05-03,文`);
    const { file: seen, state, at } = await look(file);
    const { batch } = await commit(csv('names', names, `${jinhua},先到,2021-05-02,文`), 'city');
    const late = province().imports.commit({ ...kind, file, sha256: seen.sha256, state, at });
    expect(await reasonOf(late)).toMatch(/changed after the dry run: "先到" was corrected/);
    const other = csv('names', names, `${jinhua},别的,2021-05-03,文`);
    expect(await reasonOf(province().imports.commit({ ...kind, file: other, sha256: seen.sha256, state, at }))).toContain('not the file');
    await as('city').imports.undo({ id: batch.id, reason: '清理', on });
  });

  it('is the same batch when its id is sent in capitals: it waits for who holds it, and is undone once', async () => {
    const { batch } = await commit(csv('names', names, `${jinhua},大写,2021-05-04,文`));
    const undo = (id: string) => province().imports.undo({ id, reason: '清理', on });
    let done = false;
    const held = database.db.transaction().execute(async (tx) => {
      await hold(tx, batch.id);
      const undone = undo(batch.id.toUpperCase()).finally(() => {
        done = true;
      });
      // It stands at the lock now, so it has not gone round it.
      await until(
        async () => (await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(database.db)).rows.length,
        (waiting) => waiting > 0,
      );
      expect(done).toBe(false);
      return { undone };
    });
    expect((await (await held).undone).state).toBe('undone');
    expect(await reasonOf(undo(batch.id))).toContain('not undone yet');
    const { rows } = await sql<{ action: string }>`
      select action from audit_entries where object = ${`imports/${batch.id}`} order by id`.execute(database.db);
    expect(rows.map(({ action }) => action)).toEqual(['imports/commit', 'imports/undo']);
  });

  it('is not undone while later work stands on it', async () => {
    const first = await commit(csv('names', names, `${jinhua},一,2021-05-01,文`));
    const second = await commit(csv('names', names, `${jinhua},二,2021-05-02,文`));
    expect(await reasonOf(province().imports.undo({ id: first.batch.id, reason: '试试', on }))).toContain('later work builds on it');
    await province().imports.undo({ id: second.batch.id, reason: '清理', on });
    expect((await zone(jinhua)).name).toBe('一');
    expect((await province().imports.undo({ id: first.batch.id, reason: '清理', on })).state).toBe('undone');
  });

  it('of a city is seen by the city and the province, and by no county', async () => {
    const { batch } = await commit(csv('names', names, `${jinhua},市改,2021-05-09,文`), 'city');
    expect((await province().imports.get({ id: batch.id })).number).toBe(batch.number);
    expect((await as('county').imports.list({ dataset: 'training' })).rows).toEqual([]);
    expect((await refusalOf(as('county').imports.get({ id: batch.id }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(as('county').imports.file({ id: batch.id }))).code).toBe('NOT_FOUND');
    expect((await as('county').imports.origins({ kind: 'zones', subject: jinhua }))[0]).toMatchObject({
      number: batch.number,
      open: false,
    });
  });
});

describe('columns named in the sender’s own words', () => {
  it('are remembered for the unit that said what they are', async () => {
    const file = new File(['序,称呼,从何时,文\n', `${jinhua},记住的名,2021-05-20,乙`], 'own.csv');
    const mapping = { own: { sheet: 'names', columns: { id: '序', name: '称呼', since: '从何时', document: '文' } } };
    expect((await look(file)).problems[0]?.reason.zh).toContain('没有读到');
    const seen = await province().imports.preview({ ...kind, file, mapping });
    expect(seen.sheets[0]?.columns.map(({ by }) => by)).toEqual(['chosen', 'chosen', 'chosen', 'chosen']);
    await province().imports.commit({ ...kind, file, mapping, sha256: seen.file.sha256, state: seen.state, at: seen.at });
    expect((await look(file)).sheets[0]).toMatchObject({ sheet: 'names', columns: [{ by: 'remembered' }, {}, {}, {}] });
    expect((await look(file, 'city')).sheets[0]?.sheet).toBeNull();
  });
});

describe('what is written', () => {
  it('is never changed by the role that serves, nor by the owner', async () => {
    for (const db of [database.db]) {
      await expect(sql`update import_batches set file_name = 'x'`.execute(db)).rejects.toThrow('append-only');
      await expect(sql`update import_rows set label = 'x'`.execute(db)).rejects.toThrow('append-only');
      await expect(sql`update zone_names set name = 'x' where zone_id = ${jinhua}`.execute(db)).rejects.toThrow('keeps what it said');
    }
  });
});
