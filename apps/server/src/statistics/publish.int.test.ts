// Publishing: numbers without gaps under parallel approvals, figures replaced and never changed, plans that do not scan history.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoped } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { figureCell, listFigures } from './figures.ts';
import { headOf, insertPublished, type NewFigure } from './publish.ts';
import { loadRealStatistics } from './real.ts';
import { asCard, aZone, dataset, idOf, on, period, rulebook, smallRegister, wholeFilings, zone } from './testing.ts';
import { deleteTrainingStatistics } from './whole.ts';

let database: TestDatabase;
const twenty = Array.from({ length: 20 }, (_, index) => `xl-330726-${String(index + 10)}`);

beforeAll(async () => {
  database = await createTestDatabase();
  await smallRegister(
    database.db,
    twenty.map((id) => aZone(id, '330726')),
  );
  await wholeFilings(database.db, twenty);
});
afterAll(async () => database?.drop());

const aFigure = (unit: string, value: string, more: Partial<NewFigure> = {}): NewFigure => ({
  ...{ unit, jurisdiction: '330726', indicator: 'tax_revenue', period: '2020-05', calibre: null, value, missing: null, explanation: null },
  ...more,
});
const published = (figures: readonly NewFigure[], db = database.db) =>
  db.transaction().execute((tx) => {
    const source = { zh: '训练', en: 'Training' };
    return insertPublished(tx, { dataset, source, approvedOn: on, approvedBy: null, figures });
  });

describe('publications', () => {
  it('are numbered without a gap when twenty are approved at once', async () => {
    const before = (await headOf(database.db, dataset)).number;
    const province = asCard(database.served, 'province');
    const fates = await Promise.all(twenty.map((unit) => province.statistics.decide({ ids: [idOf(unit)], kind: 'approve', on })));
    expect(fates.flat().filter(({ done }) => !done)).toEqual([]);
    const { rows } = await sql<{ number: number; filing: string }>`
      select number, filing from statistics_publications where dataset = ${dataset} and number > ${before} order by number`.execute(
      database.db,
    );
    expect(rows.map(({ number }) => number)).toEqual(twenty.map((_, index) => before + index + 1));
    expect(rows.map(({ filing }) => filing).sort()).toEqual(twenty.map((unit) => idOf(unit)));
    expect((await headOf(database.db, dataset)).number).toBe(before + 20);
  });

  it('replace what stood before and leave it readable; a missing figure with its reason is one too', async () => {
    const first = await published([aFigure(zone, '1.10'), aFigure(zone, '7', { calibre: 'old' })]);
    const second = await published([aFigure(zone, '2.50')]);
    await published([aFigure(zone, '3', { period: '2020-06', value: null, missing: 'secret' })]);
    const { rows } = await sql<{ value: string; replaced: number | null }>`
      select value::text as value, replaced_in as replaced from statistics_figures
      where unit = ${zone} and period = '2020-05' and calibre = '' order by publication`.execute(database.db);
    expect(rows).toEqual([
      { value: '1.10', replaced: second },
      { value: '2.50', replaced: null },
    ]);
    const asked = { dataset, unit: zone, indicators: ['tax_revenue'], periods: ['2020-05', '2020-06'] };
    const now = await listFigures(database.db, asked);
    expect(now.map((figure) => [figure.period, figure.calibre, figureCell(figure)])).toEqual(
      expect.arrayContaining([
        ['2020-05', '', '2.50'],
        ['2020-05', 'old', '7'],
        ['2020-06', '', { missing: 'secret' }],
      ]),
    );
    expect(first).toBeLessThan(second);
  });

  it('are the province’s alone: a county publishes nothing', async () => {
    const county = scoped(database.served, { reach: '330726', unit: '330726' });
    await expect(published([aFigure(zone, '9')], county)).rejects.toThrow(/row-level security/);
  });

  it('no published figure is changed or deleted by the serving role or by hand', async () => {
    const served = scoped(database.served, { reach: '33', unit: '330000' });
    await expect(sql`update statistics_figures set value = 1 where unit = ${zone}`.execute(served)).rejects.toThrow(/never changed/);
    await expect(sql`update statistics_publications set reason = 'x'`.execute(database.db)).rejects.toThrow(/append-only/);
  });
});

describe('history that grows', () => {
  beforeAll(async () => {
    await sql`insert into statistics_publications (dataset, number, jurisdiction, source_zh, source_en, approved_on)
      values ('training', 900000, '330000', 'x', 'x', '2021-01-01')`.execute(database.db);
    await sql`insert into statistics_figures (dataset, unit, jurisdiction, indicator, period, publication, value)
      select 'training', 'old-' || u, '330726', 'indicator_' || i, (1990 + p / 12) || '-' || lpad((p % 12 + 1)::text, 2, '0'), 900000, 1
      from generate_series(1, 60) u, generate_series(1, 20) i, generate_series(0, 59) p`.execute(database.db);
    await sql`analyze statistics_figures`.execute(database.db);
  });

  const county = () => scoped(database.served, { reach: '330726', unit: '330726' });
  const planText = (rows: readonly { readonly 'QUERY PLAN': string }[]) => rows.map((row) => row['QUERY PLAN']).join('\n');

  it('is not scanned for the figures of a unit', async () => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select indicator, value from statistics_figures
      where unit = ${zone} and dataset = ${dataset} and indicator = any(${['tax_revenue', 'exports']}::text[])
        and period = any(${['2020-05', period]}::text[]) and replaced_in is null`.execute(county());
    expect(planText(rows)).toContain('Index');
    expect(planText(rows)).not.toContain('Seq Scan');
  });

  it('is not scanned for the peers of a period, nor for what a cube reads anew', async () => {
    const peers = await sql<{ 'QUERY PLAN': string }>`explain select value from statistics_figures f
      where f.dataset = ${dataset} and f.period = ${period} and f.indicator = any(${['tax_revenue']}::text[]) and f.replaced_in is null
        and f.value is not null`.execute(database.db);
    const fresh = await sql<{ 'QUERY PLAN': string }>`explain select * from statistics_figures
      where dataset = ${dataset} and publication > 899999999`.execute(database.db);
    for (const { rows } of [peers, fresh]) {
      expect(planText(rows)).toContain('Index');
      expect(planText(rows)).not.toContain('Seq Scan');
    }
  });

  it('is not scanned when an approval replaces figures', async () => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain update statistics_figures f set replaced_in = 900001
      from unnest(${[zone]}::text[], ${['tax_revenue']}::text[], ${[period]}::text[], ${['']}::text[]) as t (unit, indicator, period, calibre)
      where f.dataset = ${dataset} and f.unit = t.unit and f.indicator = t.indicator and f.period = t.period and f.calibre = t.calibre
        and f.replaced_in is null`.execute(database.db);
    expect(planText(rows)).not.toContain('Seq Scan');
  });
});

describe('real figures', () => {
  it('are loaded once, with their source, and the same files again write nothing', async () => {
    const load = () => database.db.transaction().execute((tx) => loadRealStatistics(tx, rulebook));
    expect(await load()).toBeGreaterThan(10);
    expect(await load()).toBe(0);
    const [fdi] = await listFigures(database.db, { dataset: 'real', unit: '330000', indicators: ['fdi'], periods: ['2020'] });
    expect(fdi?.value).toBe('941600');
  });
});

describe('removing the training province', () => {
  it('takes its statistics, leaves the real ones, and never gives a number twice', async () => {
    const before = await headOf(database.db, dataset);
    await database.db.transaction().execute(deleteTrainingStatistics);
    const { rows } = await sql<{ dataset: string }>`
      select distinct dataset from statistics_figures union select dataset from statistics_filings`.execute(database.db);
    expect(rows).toEqual([{ dataset: 'real' }]);
    const after = await headOf(database.db, dataset);
    expect(after).toEqual({ number: before.number, epoch: before.epoch + 1 });
    expect(await published([aFigure(zone, '5')])).toBe(before.number + 1);
  });
});
