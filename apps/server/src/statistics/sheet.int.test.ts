// What a sheet shows besides its own cells: the past, what is held already, peers, papers, a workbook out and in; the roster and the burden.
import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { refusalOf } from '../testing.ts';
import { insertPublished, type NewFigure } from './publish.ts';
import { aKey, asCard, aZone, dataset, filing, fill, form, goodMonth, on, period, smallRegister, wholeFilings, zone } from './testing.ts';

let database: TestDatabase;
const as = (card: string) => asCard(database.served, card);
const others = Array.from({ length: 30 }, (_, index) => `xl-330726-${String(index + 10)}`);

beforeAll(async () => {
  database = await createTestDatabase();
  await smallRegister(
    database.db,
    others.map((id) => aZone(id, '330726')),
  );
  await as('province').statistics.openPeriod({ dataset, form, period, on });
  await wholeFilings(database.db, others, { at: '2021-04', steps: 7 });
  await published([figure('2020-05', 'tax_revenue', '5000'), figure('2021-04', 'tax_revenue', '6000')]);
});
afterAll(async () => database?.drop());

const figure = (at: string, indicator: string, value: string): NewFigure => ({
  ...{ unit: zone, jurisdiction: '330726', indicator, period: at, calibre: null, value, missing: null, explanation: null },
});
const published = (figures: readonly NewFigure[]) =>
  database.db.transaction().execute((tx) => {
    const source = { zh: '训练：历史数据', en: 'Training: history' };
    return insertPublished(tx, { dataset, source, approvedOn: '2021-05-20', approvedBy: null, figures });
  });
const sheet = (card = 'zone', id = filing) => as(card).statistics.sheet({ id, on });
const cellOf = async (key: string, id = filing) => (await sheet('zone', id)).cells.find((cell) => cell.key === key);

describe('the past of a cell', () => {
  it('is last period, the same of last year, and the change against it', async () => {
    await fill(as('zone'), filing, { tax_revenue: '6500' });
    expect(await cellOf('tax_revenue')).toMatchObject({ value: '6500', previous: '6000', yearBefore: '5000', growth: '30' });
    expect(await cellOf('exports')).toMatchObject({ value: null, previous: null, growth: null });
  });

  it('a figure published meanwhile is seen at once', async () => {
    await published([figure('2021-04', 'tax_revenue', '6100')]);
    expect((await cellOf('tax_revenue'))?.previous).toBe('6100');
  });
});

describe('already have it', () => {
  it('offers an approved figure of the period with its source and day, and months that make up a quarter', async () => {
    await published([figure(period, 'employees_end', '15300')]);
    expect((await cellOf('employees_end'))?.held).toEqual({
      ...{ value: '15300', source: { zh: '训练：历史数据', en: 'Training: history' }, on: '2021-05-20', link: null },
    });
    expect((await cellOf('exports'))?.held).toBeNull();
    const months = ['2021-01', '2021-02', '2021-03'].map((at, index) => figure(at, 'revenue', String(100 + index)));
    await published(months);
    const forms = await as('province').statistics.forms({ dataset, on });
    expect(forms.find(({ code }) => code === 'zone-quarterly')).toMatchObject({ opens: '2021-Q1', opened: null });
    await as('province').statistics.openPeriod({ dataset, form: 'zone-quarterly', period: '2021-Q1', on });
    const quarter = await sheet('zone', `${dataset}.zone-quarterly.${zone}.2021-Q1`);
    expect(quarter.cells.find(({ key }) => key === 'revenue')?.held?.value).toBe('303');
  });
});

describe('peers', () => {
  it('of a computed row are computed for each of them, and are nobody’s by name', async () => {
    await fill(as('zone'), filing, { ...goodMonth, sales_output: '3000', export_delivery: '100' });
    const { findings } = await sheet();
    expect(findings.map(({ kind, cells }) => [kind, cells[0]])).toContainEqual(['peers', 'sales_rate']);
    expect(JSON.stringify(findings)).not.toContain('xl-330726-1');
  });

  it('a finding to be explained stops until words stand on the cell, and the words travel with the figure', async () => {
    const stops = async () => (await sheet()).findings.filter((one) => one.stops).map(({ kind }) => kind);
    expect(await stops()).toContain('peers');
    await fill(as('zone'), filing, { sales_output: '118000', export_delivery: '20000' });
    const before = await cellOf('tax_revenue');
    const cells = [{ key: 'tax_revenue', explanation: '两家企业汇算清缴', comment: '已与税务核对', seen: before?.revision ?? 0 }];
    await as('zone').statistics.saveCells({ id: filing, cells, key: aKey(), on });
    expect(await cellOf('tax_revenue')).toMatchObject({ explanation: '两家企业汇算清缴', comment: '已与税务核对', value: '6400' });
    expect(await stops()).toEqual([]);
  });
});

describe('papers beside a cell', () => {
  const paper = (name: string, bytes: string) => new File([Buffer.from(bytes)], name);
  const attach = (card: string, file: File, key = 'tax_revenue') => as(card).statistics.attach({ id: filing, key, file, on });

  it('are kept once, read by those above, and by nobody else', async () => {
    const [kept] = await attach('zone', paper('税票.pdf', '%PDF-1.7 训练'));
    expect(await attach('zone', paper('税票.pdf', '%PDF-1.7 训练'))).toHaveLength(1);
    const sha256 = kept?.sha256 ?? '';
    const read = await as('county').statistics.evidence({ id: filing, sha256 });
    expect([read.name, await read.text()]).toEqual(['税票.pdf', '%PDF-1.7 训练']);
    expect((await refusalOf(as('yiwu-checker').statistics.evidence({ id: filing, sha256 }))).code).toBe('NOT_FOUND');
  });

  it('must be what their name says, of bounded size, by the zone itself, beside a cell that is open', async () => {
    expect((await refusalOf(attach('zone', paper('a.pdf', 'MZ program')))).code).toBe('CONFLICT');
    expect((await refusalOf(attach('zone', paper('a.exe', 'MZ')))).code).toBe('CONFLICT');
    expect((await refusalOf(attach('zone', paper('a.pdf', `%PDF${'x'.repeat(6_000_000)}`)))).code).toBe('CONFLICT');
    expect((await refusalOf(attach('county', paper('a.pdf', '%PDF-')))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(attach('zone', paper('a.pdf', '%PDF-'), 'sales_rate'))).code).toBe('NOT_FOUND');
  });
});

describe('a workbook', () => {
  it('goes out and comes back cell by cell, and writes nothing', async () => {
    const file = await as('zone').statistics.template({ id: filing, on, language: 'zh' });
    expect(file.name).toContain('训练数据');
    await fill(as('zone'), filing, { exports: '4100', imports: '1100' });
    const before = await sheet();
    const read = await as('zone').statistics.readFile({ id: filing, file, on });
    expect(read.problems).toEqual([]);
    expect(read.cells.map(({ key, value, before: was }) => [key, value, was])).toEqual([
      ['exports', '4000', '4100'],
      ['imports', '1200', '1100'],
    ]);
    expect((await sheet()).cells).toEqual(before.cells);
  });
});

describe('the roster', () => {
  it('is the register until a list is kept; then who is on it is asked', async () => {
    const first = await as('county').statistics.roster({ dataset, on });
    expect(first.find(({ unit }) => unit === zone)).toMatchObject({ mayChange: true, to: null });
    const enrol = (card: string, more: object) =>
      as(card).statistics.enrol({ dataset, unit: zone, from: '2021-01-01', to: null, reason: '新纳入', on, ...more });
    expect((await refusalOf(enrol('county-land', {}))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(enrol('zone', {}))).code).toBe('NOT_ALLOWED');
    expect((await refusalOf(enrol('county', { to: '2020-01-01' }))).code).toBe('CONFLICT');
    expect(await enrol('county', {})).toEqual({ unit: zone, from: '2021-01-01', to: null });
    expect((await refusalOf(enrol('county', { from: '2021-03-01' }))).code).toBe('CONFLICT');
    expect(await as('province').statistics.openPeriod({ dataset, form, period: '2021-03', on })).toEqual({ opened: 1, standing: 0 });
    await enrol('county', { to: '2021-02-10', reason: '停产退出' });
    expect(await as('province').statistics.openPeriod({ dataset, form, period: '2021-02', on })).toEqual({ opened: 0, standing: 0 });
  });
});

describe('the burden', () => {
  it('tells what each kind of unit is asked, and what is asked twice', async () => {
    const burden = await as('province').statistics.burden({ dataset, on });
    const monthly = burden.forms.find(({ code }) => code === form);
    expect(monthly).toMatchObject({ perYear: 12, filled: 18 });
    const zones = burden.audiences.find(({ audience }) => audience === 'zones');
    expect(zones?.cells).toBeGreaterThan(12 * 17);
    expect(burden.twice).toContainEqual(expect.objectContaining({ indicator: 'trade_total', how: 'derivable' }));
  });
});
