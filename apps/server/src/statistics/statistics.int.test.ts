// A filing from the zone's clerk to the published figure and beyond: two people, cells returned, a lock, a correction.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { refusalOf } from '../testing.ts';
import { aKey, asCard, dataset, filing, fill, form, goodMonth, idOf, on, period, smallRegister, way, zone } from './testing.ts';

let database: TestDatabase;
const as = (card: string) => asCard(database.served, card);

beforeAll(async () => {
  database = await createTestDatabase();
  await smallRegister(database.db);
  await as('province').statistics.openPeriod({ dataset, form, period, on });
});
afterAll(async () => database?.drop());

const sheet = (card: string, id = filing) => as(card).statistics.sheet({ id, on });
const decide = (card: string, kind: 'accept' | 'approve', ids = [filing]) => as(card).statistics.decide({ ids, kind, on });
const submit = (card: string, id = filing, text?: string) => as(card).statistics.submit({ id, key: aKey(), on, ...(text ? { text } : {}) });
const cellOf = async (key: string, id = filing) => (await sheet('province', id)).cells.find((cell) => cell.key === key);
const reasonZh = async (promise: Promise<unknown>) => (await refusalOf(promise)).data as { readonly reason: { readonly zh: string } };

async function act(card: string, kind: 'return' | 'revise' | 'withdraw', more: object) {
  const view = await as(card).approvals.get({ noun: 'statistics', id: filing, on });
  return as(card).approvals.act({ noun: 'statistics', id: filing, kind, version: view.version, seen: view.seen, on, ...more });
}

const returned = (keys: readonly string[]) => ({
  reasons: keys.map((key) => ({ place: { table: 'cells', row: key, label: key }, text: '与税务数据不符' })),
});

async function current(indicator: string, unit = zone) {
  const { rows } = await sql<{ value: string; publication: number }>`
    select value::text as value, publication from statistics_figures
    where unit = ${unit} and indicator = ${indicator} and period = ${period} and replaced_in is null`.execute(database.db);
  return rows;
}

describe('opening a period', () => {
  it('asks every zone alive at its end, and nobody twice', async () => {
    const board = await as('province').statistics.board({ dataset, on, form });
    expect(board.rows.map(({ unit }) => unit)).toEqual(['xl-330700-01', zone, 'xl-330782-01']);
    expect(await as('province').statistics.openPeriod({ dataset, form, period, on })).toEqual({ opened: 0, standing: 3 });
  });

  it.each([
    ['2021-Q1', '不是这张报表的报告期'],
    ['2021-06', '结束后才能布置'],
    ['2015-12', '不统计'],
  ])('refuses %s', async (wrong, words) => {
    const data = await reasonZh(as('province').statistics.openPeriod({ dataset, form, period: wrong, on }));
    expect(data.reason.zh).toContain(words);
  });
});

describe('saving cells', () => {
  const save = (cells: Parameters<ReturnType<typeof as>['statistics']['saveCells']>[0]['cells'], key = aKey()) =>
    as('zone').statistics.saveCells({ id: filing, cells, key, on });

  it('gives each cell its own fate, and one never stops another', async () => {
    const { fates } = await save([
      { key: 'gross_output', value: '120000', seen: 0 },
      { key: 'sales_rate', value: '98', seen: 0 },
      { key: 'tax_revenue', value: '1.2.3', seen: 0 },
      { key: 'exports', value: '1000000000000000', seen: 0 },
      { key: 'firms_above_scale', value: '85.5', seen: 0 },
      { key: 'output_of_another_year', value: '1', seen: 0 },
      { key: 'new_jobs', value: { missing: 'not-collected' }, seen: 0 },
    ]);
    expect(fates.map(({ fate }) => fate)).toEqual(['saved', 'refused', 'refused', 'refused', 'refused', 'refused', 'saved']);
    expect(fates[3]?.reason?.zh).toContain('至多 15 位');
    expect((await cellOf('gross_output'))?.value).toBe('120000');
    expect((await cellOf('new_jobs'))?.value).toEqual({ missing: 'not-collected' });
  });

  it('answers the same key as the first time and writes nothing', async () => {
    const cells = [{ key: 'electricity', value: '2300', seen: 0 }];
    const first = await save(cells, 'the-same-key');
    expect(await save(cells, 'the-same-key')).toEqual(first);
    expect((await cellOf('electricity'))?.revision).toBe(1);
    const other = await reasonZh(save([{ key: 'electricity', value: '9', seen: 1 }], 'the-same-key'));
    expect(other.reason.zh).toContain('请求编号');
  });

  it('two people in one sheet: what came first stands, and the second is told', async () => {
    const theirs = await as('zone-checker').statistics.saveCells({
      ...{ id: filing, cells: [{ key: 'fdi', value: '300', seen: 0 }], key: aKey(), on },
    });
    expect(theirs.fates[0]?.fate).toBe('saved');
    const mine = await save([
      { key: 'fdi', value: '250', seen: 0 },
      { key: 'imports', value: '1200', seen: 0 },
    ]);
    expect(mine.fates).toMatchObject([{ fate: 'conflict', theirs: '300', revision: 1 }, { fate: 'saved' }]);
    expect((await save([{ key: 'fdi', value: '300.00', seen: 0 }])).fates[0]?.fate).toBe('same');
  });

  it('is closed to everybody but the zone itself', async () => {
    for (const card of ['county', 'county-statistics', 'province'])
      expect((await refusalOf(fill(as(card), filing, { fdi: '1' }))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(fill(as('yiwu-filler'), filing, { fdi: '1' }))).code).toBe('NOT_FOUND');
  });
});

describe('handing in', () => {
  it('is stopped while a finding stops it, each with its place', async () => {
    const data = await reasonZh(submit('zone'));
    expect(data.reason.zh).toContain('不能报送');
    const { findings } = await sheet('zone');
    expect(findings.filter(({ stops }) => stops).flatMap(({ cells }) => cells)).toContain('tax_revenue');
  });

  it('freezes a version; the same key again hands nothing in twice', async () => {
    await fill(as('zone'), filing, goodMonth);
    const key = aKey();
    const first = await as('zone').statistics.submit({ id: filing, key, on });
    expect(first).toMatchObject({ version: 1, state: 'review', late: false });
    expect(await as('zone').statistics.submit({ id: filing, key, on })).toEqual(first);
    expect(await as('zone').statistics.versions({ id: filing })).toHaveLength(1);
  });

  it('is checked by another person than who handed it in', async () => {
    const [own] = await decide('zone', 'accept');
    expect(own?.reason?.zh).toContain('两人');
    expect((await as('zone').statistics.board({ dataset, on, form })).rows).toMatchObject([{ id: filing, may: null }]);
    expect((await as('zone-checker').statistics.board({ dataset, on, form, state: 'mine' })).rows).toMatchObject([{ may: 'accept' }]);
    expect(await decide('zone-checker', 'accept')).toEqual([{ id: filing, done: true, reason: null }]);
  });

  it('locks every cell', async () => {
    const seen = await sheet('zone');
    expect(seen.cells.some(({ unlocked }) => unlocked)).toBe(false);
    expect(seen.readOnly?.zh).toContain('已锁定');
    expect((await refusalOf(fill(as('zone'), filing, { fdi: '1' }))).code).toBe('NOT_ALLOWED');
  });
});

describe('a return by cell', () => {
  it('unlocks the two named cells and nothing else', async () => {
    await act('county-statistics', 'return', returned(['tax_revenue', 'tax_industrial']));
    const open = (await sheet('zone')).cells.filter(({ unlocked }) => unlocked).map(({ key }) => key);
    expect(open).toEqual(['tax_revenue', 'tax_industrial']);
    const { fates } = await fill(as('zone'), filing, { tax_revenue: '6500', exports: '4001' });
    expect(fates).toMatchObject([{ fate: 'saved' }, { fate: 'refused' }]);
    expect((await as('zone').approvals.work({ dataset, on })).returned.items).toMatchObject([
      { id: filing, link: `/statistics/filings/${encodeURIComponent(filing)}` },
    ]);
  });

  it('a computed cell or one that is not there cannot be returned', async () => {
    await submit('zone');
    await decide('zone-checker', 'accept');
    for (const key of ['sales_rate', 'nothing'])
      expect((await refusalOf(act('county-statistics', 'return', returned([key])))).code).toBe('CONFLICT');
  });
});

describe('the way to the province', () => {
  it('goes county, city, province in two steps each, each by its own unit', async () => {
    expect((await decide('city', 'approve'))[0]?.done).toBe(false);
    for (const [card, kind] of way.slice(1)) {
      expect((await as(card).statistics.board({ dataset, on, form, state: 'mine' })).rows).toMatchObject([{ may: kind }]);
      expect(await decide(card, kind)).toEqual([{ id: filing, done: true, reason: null }]);
    }
    expect((await sheet('province')).state).toBe('approved');
  });

  it('publishes in the transaction of the approval, and only what was filed', async () => {
    expect(await current('tax_revenue')).toMatchObject([{ value: '6500' }]);
    expect(await current('sales_rate')).toEqual([]);
    expect((await cellOf('tax_revenue'))?.approved).toBe('6500');
    expect((await as('province').statistics.board({ dataset, on, form })).rates).toMatchObject({ due: 3, submitted: 1, approved: 1 });
  });
});

describe('a correction', () => {
  it('after a lock needs its reason, is a new version, and replaces only what changed', async () => {
    const locked = await as('province').statistics.lockPeriod({ dataset, form, period, on, reason: '月报截止' });
    expect(locked).toEqual({ locked: 3 });
    await act('zone', 'revise', { text: '税务数据更正' });
    await fill(as('zone'), filing, { tax_revenue: '6600' });
    expect(await submit('zone')).toMatchObject({ version: 3, late: false });
    for (const [card, kind] of way) expect((await decide(card, kind))[0]?.reason ?? null).toBeNull();
    const [newest] = await as('county').statistics.versions({ id: filing });
    expect(newest).toMatchObject({ version: 3, afterLock: true, reason: '税务数据更正', approved: on });
    expect(newest?.changes).toMatchObject([{ key: 'tax_revenue', before: '6500', after: '6600' }]);
    const [tax] = await current('tax_revenue');
    const [exports] = await current('exports');
    expect([tax?.value, tax?.publication, exports?.publication]).toEqual(['6600', 2, 1]);
  });

  it('a late filing after the lock needs a reason too', async () => {
    const id = idOf('xl-330782-01');
    await fill(as('yiwu-filler'), id, goodMonth);
    expect((await reasonZh(submit('yiwu-filler', id))).reason.zh).toContain('原因');
    expect(await submit('yiwu-filler', id, '台风停报')).toMatchObject({ version: 1 });
  });
});

describe('a zone that is no longer', () => {
  it('is not asked for a period it did not see the end of, and keeps what it filed', async () => {
    const opened = await as('province').statistics.openPeriod({ dataset, form, period: '2021-02', on });
    expect(opened).toEqual({ opened: 4, standing: 0 });
    const gone = await as('province').statistics.sheet({ id: idOf('xl-330726-02', '2021-02'), on });
    expect(gone.unit.name).toBe('训练·xl-330726-02');
    const board = await as('province').statistics.board({ dataset, on, form, period });
    expect(board.rows.map(({ unit }) => unit)).not.toContain('xl-330726-02');
  });
});

describe('the board', () => {
  it('filters, sorts, searches and pages, with rates over all', async () => {
    const board = (more: object) => as('province').statistics.board({ dataset, on, form, period, ...more });
    expect((await board({ state: 'approved' })).rows.map(({ id }) => id)).toEqual([filing]);
    expect((await board({ search: '330782' })).rows).toMatchObject([{ unit: 'xl-330782-01', state: 'review' }]);
    const page = await board({ sort: 'filled', size: 1, page: 2 });
    expect([page.rows.length, page.total, page.rates.due]).toEqual([1, 3, 3]);
    expect((await as('province').statistics.timeliness({ dataset, on, form })).map((one) => one.period)).toEqual(['2021-05', '2021-02']);
    expect((await as('province').statistics.timeliness({ dataset, on, form }))[1]).toMatchObject({ due: 4, submitted: 0, late: 4 });
  });
});

describe('who sees what', () => {
  it('another county, and another zone of the county, read nothing of a filing', async () => {
    for (const card of ['county-land', 'yiwu-checker']) {
      expect((await refusalOf(sheet(card))).code).toBe('NOT_FOUND');
      expect((await as(card).statistics.board({ dataset, on, form, period })).rows.map(({ unit }) => unit)).not.toContain(zone);
      expect((await refusalOf(as(card).statistics.versions({ id: filing }))).code).toBe('NOT_FOUND');
    }
    expect((await as('county').statistics.board({ dataset, on, form, period })).rows).toHaveLength(1);
    expect((await as('city').statistics.board({ dataset, on, form, period })).rows).toHaveLength(3);
  });

  it('the serving role reads no figure, cell or version for nobody', async () => {
    for (const table of ['figures', 'cells', 'versions', 'filings', 'publications', 'requests']) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`statistics_${table}`)}`.execute(
        database.served,
      );
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
  });
});
