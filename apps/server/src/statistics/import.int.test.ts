// Figures through the one door for files: a zone fills its open sheet, the province brings in history; all or nothing, once, and taken back.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { refusalOf } from '../testing.ts';
import { aKey, asCard, dataset, filing, form, on, period, smallRegister, zone } from './testing.ts';

let database: TestDatabase;
const as = (card: string) => asCard(database.served, card);
const kind = { kind: 'statistics', dataset, on } as const;

beforeAll(async () => {
  database = await createTestDatabase();
  await smallRegister(database.db);
  await as('province').statistics.openPeriod({ dataset, form, period, on });
});
afterAll(async () => database?.drop());

const csv = (...lines: readonly string[]) => new File([['单位编号,指标,报告期,数值,缺失原因,来源', ...lines].join('\n')], 'figures.csv');
const look = (card: string, file: File) => as(card).imports.preview({ ...kind, file });

async function commit(card: string, file: File) {
  const { file: seen, state, at } = await look(card, file);
  return (await as(card).imports.commit({ ...kind, file, sha256: seen.sha256, state, at })).batch;
}

async function cells() {
  const sheet = await as('zone').statistics.sheet({ id: filing, on });
  return Object.fromEntries(sheet.cells.flatMap(({ key, value, computed }) => (value === null || computed ? [] : [[key, value]])));
}

async function current(indicator: string, at: string) {
  const { rows } = await sql<{ value: string | null; missing: string | null; publication: number; source: string }>`
    select f.value::text as value, f.missing, f.publication::int as publication, p.source_zh as source
    from statistics_figures f join statistics_publications p on p.dataset = f.dataset and p.number = f.publication
    where f.unit = ${zone} and f.indicator = ${indicator} and f.period = ${at} and f.replaced_in is null`.execute(database.db);
  return rows[0] ?? null;
}

describe('a zone', () => {
  const file = csv(`${zone},gross_output,2021年5月,"120,000",,`, `${zone},出口交货值,${period},,未统计,`);

  it('sees what a file would do, fills its own open sheet with it, and the same file again is all the same', async () => {
    const seen = await look('zone', file);
    expect(seen.problems).toEqual([]);
    expect(seen.rows).toMatchObject([
      { row: 2, effect: 'add', subject: zone, changes: [{ before: null, after: '120000' }] },
      { row: 3, effect: 'add', changes: [{ after: '未统计' }] },
    ]);
    expect(await cells()).toEqual({});
    const batch = await commit('zone', file);
    expect(batch).toMatchObject({ state: 'committed', counts: { add: 2, change: 0, same: 0, refused: 0 } });
    expect(await cells()).toEqual({ gross_output: '120000', export_delivery: { missing: 'not-collected' } });
    const again = await look('zone', file);
    expect(again.counts).toEqual({ add: 0, change: 0, same: 2, refused: 0 });
    expect(again.stop?.zh).toBeTruthy();
  });

  it('takes the batch back: cells have what stood there before', async () => {
    const batch = await commit('zone', csv(`${zone},gross_output,${period},130000,,`));
    expect(await cells()).toMatchObject({ gross_output: '130000' });
    await as('zone').imports.undo({ id: batch.id, reason: '填错了', on });
    expect(await cells()).toMatchObject({ gross_output: '120000' });
  });

  it('cannot take it back once a cell was changed', async () => {
    const batch = await commit('zone', csv(`${zone},electricity,${period},2300,,`));
    const { cells: list } = await as('zone').statistics.sheet({ id: filing, on });
    const seen = list.find(({ key }) => key === 'electricity')?.revision ?? 0;
    await as('zone').statistics.saveCells({ id: filing, cells: [{ key: 'electricity', value: '2400', seen }], key: aKey(), on });
    const refused = await refusalOf(as('zone').imports.undo({ id: batch.id, reason: '填错了', on }));
    expect(refused.code).toBe('CONFLICT');
    expect(await cells()).toMatchObject({ electricity: '2400' });
  });

  it('is told every bad line at once, and nothing of the file is written', async () => {
    const before = await cells();
    const unread = await look(
      'zone',
      csv(
        `${zone},tax_revenue,${period},1.2.3,,`,
        `${zone},tax_revenue,${period},１２,,`,
        `${zone},tax_revenue,${period},13,,`,
        `${zone},exports,${period},1e15,,`,
        `xl-330726-02,exports,${period},1,,`,
        `${zone},exports,2021-13,1,,`,
        `${zone},sales_rate,${period},98,,`,
        'nobody,exports,2021-05,1,,',
      ),
    );
    expect(unread.problems.map(({ row, column }) => `${column}${row}`)).toEqual(['D2', 'D4', 'D5', 'A6', 'C7', 'B8', 'A9']);
    expect(unread.problems.find(({ row }) => row === 6)?.reason.zh).toContain('已于 2021-03-01 撤销');
    const refused = await look(
      'zone',
      csv(`xl-330782-01,exports,${period},1,,`, `${zone},exports,2020-05,1,,年报`, `${zone},exports,${period},4000,,`),
    );
    expect(refused.rows.map(({ effect }) => effect)).toEqual(['refused', 'refused', 'add']);
    expect(refused.rows[1]?.reason?.zh).toContain('历史数据由省级补录');
    expect(
      (
        await refusalOf(
          as('zone').imports.commit({
            ...kind,
            file: csv(`xl-330782-01,exports,${period},1,,`),
            ...(await stamp('zone', csv(`xl-330782-01,exports,${period},1,,`))),
          }),
        )
      ).code,
    ).toBe('CONFLICT');
    expect(await cells()).toEqual(before);
  });

  it('whose sheet changed after the dry run is told, and nothing is written', async () => {
    const late = csv(`${zone},fdi,${period},300,,`);
    const seen = await stamp('zone', late);
    await as('zone-checker').statistics.saveCells({ id: filing, cells: [{ key: 'fdi', value: '299', seen: 0 }], key: aKey(), on });
    const refused = await refusalOf(as('zone').imports.commit({ ...kind, file: late, ...seen }));
    expect(refused.code).toBe('CONFLICT');
    expect(await cells()).toMatchObject({ fdi: '299' });
  });

  it('sees its own batches alone, not those of its county', async () => {
    const mine = await as('zone').imports.list({ dataset });
    expect(mine.total).toBeGreaterThan(0);
    expect(mine.rows.every(({ kind: one }) => one === 'statistics')).toBe(true);
    expect((await as('yiwu-filler').imports.list({ dataset })).total).toBe(0);
  });

  async function stamp(card: string, given: File) {
    const { file: seen, state, at } = await look(card, given);
    return { sha256: seen.sha256, state, at };
  }
});

describe('the province', () => {
  const history = csv(`${zone},gross_output,2020-05,100000,,2020 年统计月报`, `${zone},electricity,2020-05,,保密,2020 年统计月报`);

  it('brings in figures of history as one publication with its source; the same file twice changes nothing', async () => {
    const batch = await commit('province', history);
    expect(batch.note?.zh).toContain('次公布');
    const [output, power] = [await current('gross_output', '2020-05'), await current('electricity', '2020-05')];
    expect(output).toMatchObject({ value: '100000', source: '2020 年统计月报' });
    expect(power).toMatchObject({ value: null, missing: 'secret', publication: output?.publication });
    expect((await look('province', history)).counts).toEqual({ add: 0, change: 0, same: 2, refused: 0 });
  });

  it('corrects them, and takes the correction back: the one before stands again', async () => {
    const batch = await commit('province', csv(`${zone},gross_output,2020-05,100001,,更正`));
    expect(await current('gross_output', '2020-05')).toMatchObject({ value: '100001' });
    await as('province').imports.undo({ id: batch.id, reason: '更正有误', on });
    expect(await current('gross_output', '2020-05')).toMatchObject({ value: '100000', source: expect.stringContaining('撤销') });
  });

  it('takes back what was new: it stands as not given, and may come in again', async () => {
    const fresh = csv(`${zone},exports,2020-05,5,,月报`);
    const batch = await commit('province', fresh);
    await as('province').imports.undo({ id: batch.id, reason: '不该补录', on });
    expect(await current('exports', '2020-05')).toMatchObject({ value: null, missing: 'not-given' });
    expect((await look('province', fresh)).rows).toMatchObject([{ effect: 'add' }]);
  });

  it('is refused without a source, for what a filing answers for, and for a period that is not over', async () => {
    const { rows } = await look(
      'province',
      csv(`${zone},exports,2019-05,5,,`, `${zone},exports,${period},5,,月报`, `${zone},exports,2021-06,5,,月报`),
    );
    expect(rows.map(({ effect }) => effect)).toEqual(['refused', 'refused', 'refused']);
    expect(rows.map(({ reason }) => reason?.zh ?? '')).toEqual([
      expect.stringContaining('须写明来源'),
      expect.stringContaining('自己填报'),
      expect.stringContaining('还没有结束'),
    ]);
  });
});

describe('others', () => {
  it('may not: a county, a department that is not of statistics, the public', async () => {
    for (const card of ['county', 'land', 'public']) expect((await refusalOf(look(card, csv()))).code).toBe('NOT_ALLOWED');
  });

  it('get a form of what they are asked, which reads back as nothing to do', async () => {
    const file = await as('zone').imports.template({ ...kind, filled: true });
    expect(file.name).toBe('训练数据-统计数据-待填.xlsx');
    const { problems } = await look('zone', file);
    expect(problems.map(({ reason }) => reason.zh).join()).toContain('没有读到任何数');
  });
});
