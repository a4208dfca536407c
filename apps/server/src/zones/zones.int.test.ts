import { ORPCError } from '@orpc/server';
import { loadPacks } from '@zhenghe/rulebook';
import excel from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearTraining, loadEverything, resetTraining } from '../load.ts';
import { createLoadedDatabase } from '../load-testing.ts';
import { silent } from '../platform/say.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { clientAs } from '../testing.ts';
import { trainingRegister } from '../training/files.ts';
import { readRealZones, rowsFromRecords } from './files.ts';
import { listZones, type ZoneQuery } from './list.ts';

const rulebook = loadPacks();
const trainingDay = '2021-06-10';
const today = '2026-11-22';
let database: TestDatabase;

beforeAll(async () => {
  database = await createLoadedDatabase();
});

afterAll(async () => database?.drop());

const client = () => clientAs(null, { db: database.db, rulebook, today: trainingDay });

const real = { dataset: 'real', asOf: today, status: 'all' } as const;
const training = { dataset: 'training', asOf: trainingDay } as const;

describe('the list', () => {
  it('finds a zone by Chinese, pinyin, initials, a former name and a plate', async () => {
    const found = async (query: string) => (await client().zones.list({ ...real, query })).rows.map((row) => row.name);
    expect(await found('平阳')).toEqual(['浙江平阳经济开发区']);
    expect(await found('Ping Yang')).toEqual(['浙江平阳经济开发区']);
    expect(await found('zjpy')).toEqual(['浙江平阳经济开发区']);
    expect(await found('钱江')).toEqual(['浙江余杭经济开发区']);
    expect(await found('太湖旅游')).toEqual(['湖州南太湖新区']);
    expect(await found('yueqing')).toContain('浙江乐清经济开发区');
    expect(await found('100%_')).toEqual([]);
  });

  it('filters, sorts and pages, with the whole number beside each page', async () => {
    const jinhua = await client().zones.list({ ...training, jurisdiction: '330700', status: 'all', size: 5, page: 2 });
    expect(jinhua.rows).toHaveLength(5);
    expect(jinhua.total).toBeGreaterThan(50);
    expect(jinhua.rows.every((row) => row.jurisdiction.startsWith('3307'))).toBe(true);
    const largest = await client().zones.list({ ...real, sort: 'area', descending: true, size: 2 });
    expect(largest.rows.map((row) => row.areaKm2)).toEqual(['661.8', '531.7']);
    const past = await client().zones.list({ ...real, page: 99 });
    expect([past.rows, past.total]).toEqual([[], 91]);
  });

  it('shows the province as of the day asked for', async () => {
    const count = async (asOf: string, status: ZoneQuery['status']) =>
      (await client().zones.list({ dataset: 'training', asOf, status })).total;
    expect(await count('2019-12-31', 'counted')).toBe(1010);
    expect(await count('2019-12-30', 'all')).toBe(0);
    expect(await count('2021-12-31', 'counted')).toBe(148);
    const parts = await Promise.all(['counted', 'uncounted', 'gone'].map((status) => count(trainingDay, status as ZoneQuery['status'])));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(await count(trainingDay, 'all'));
    expect(await count(trainingDay, 'all')).toBe(1010);
  });

  it('never shows the two data sets in one list', async () => {
    const ids = (await listZones(database.db, { ...real, sort: 'name', descending: false }, { limit: 5000, offset: 0 })).rows.map(
      (row) => row.id,
    );
    expect(ids.filter((id) => !id.startsWith('zj-'))).toEqual([]);
  });

  it('says the same from the files as from the database, in every order and state', async () => {
    const records = { real: readRealZones().zones, training: trainingRegister().zones };
    for (const sort of ['name', 'type', 'grade', 'jurisdiction', 'area', 'plates', 'from'] as const) {
      for (const status of ['counted', 'uncounted', 'gone', 'all'] as const) {
        for (const [dataset, asOf, descending] of [
          ['real', today, true],
          ['training', trainingDay, false],
        ] as const) {
          const query = { dataset, asOf, status, sort, descending, query: sort === 'type' ? 'h' : undefined };
          const listed = await listZones(database.db, query, { limit: 5000, offset: 0 });
          expect(rowsFromRecords(records[dataset], query).map((row) => row.id)).toEqual(listed.rows.map((row) => row.id));
        }
      }
    }
  });
});

describe('the workbook', () => {
  it('opens again with the same rows and, for training, with the mark in its sheet name and first row', async () => {
    const file = await client().zones.export({ ...training, status: 'counted' });
    const book = new excel.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    const [sheet] = book.worksheets;
    expect(file.name).toContain('训练数据');
    expect(sheet?.name).toContain('训练数据');
    expect(String(sheet?.getCell('A1').value)).toContain('训练数据');
    expect(sheet?.rowCount).toBe(2 + (await client().zones.list({ ...training })).total);
    const again = await client().zones.export({ ...training, status: 'counted' });
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  });

  it('carries real zones without the mark, and says why an area is missing', async () => {
    const file = await client().zones.export({ ...real, query: '富阳' });
    const book = new excel.Workbook();
    await book.xlsx.load(await file.arrayBuffer());
    expect(String(book.worksheets[0]?.getCell('A1').value)).not.toContain('训练');
    expect(book.worksheets[0]?.getCell('I3').value).toBe('未给出');
  });
});

describe('the meter', () => {
  it('goes from 1010 to the cap of 150 by month, with labels beside it', async () => {
    const meter = await client().zones.meter({ ...training });
    expect([meter.base.count, meter.cap.count, meter.now.complete]).toEqual([1010, 150, true]);
    expect(meter.course[0]).toEqual({ on: '2019-12-31', count: 1010 });
    expect(meter.course.at(-1)).toEqual({ on: trainingDay, count: meter.now.count });
    expect(meter.byGrade.reduce((sum, grade) => sum + grade.count, 0)).toBe(meter.now.count);
    expect(meter.byCity.reduce((sum, city) => sum + city.base, 0)).toBe(1010);
    expect(meter.byCity.reduce((sum, city) => sum + city.now, 0)).toBe(meter.now.count);
    expect(meter.labelChanges.length).toBe(meter.excluded.reduce((sum, label) => sum + label.count, 0));
    const end = await client().zones.meter({ dataset: 'training', asOf: '2021-12-31' });
    expect(end.now.count).toBe(148);
  });

  it('says that the real register is not the whole province', async () => {
    const meter = await client().zones.meter({ dataset: 'real', asOf: today });
    expect(meter.now).toMatchObject({ count: 89, complete: false });
    expect(meter.now.note?.zh).toContain('不是全省总数');
  });
});

describe('one zone', () => {
  it('tells only what was known on the day', async () => {
    const before = await client().zones.get({ id: 'xl-330726-01', asOf: trainingDay });
    expect([before.names.length, before.blocks.length, before.acts.length]).toEqual([1, 1, 0]);
    const after = await client().zones.get({ id: 'xl-330726-01', asOf: '2021-12-31' });
    expect(after.areas.map((area) => area.areaKm2)).toEqual(['11.60', '33.86']);
    expect(after.blocks).toHaveLength(8);
    expect(after.name).toBe('训练·浦江经济开发区');
  });

  it('names its parties as they were called then', async () => {
    const zone = await client().zones.get({ id: 'zj-068', asOf: today });
    expect(zone.acts[0]).toMatchObject({ kind: 'rename', from: [{ name: '杭州钱江经济开发区' }], to: [{ name: '浙江余杭经济开发区' }] });
  });

  it('shows predecessors and successors as trees', async () => {
    const { predecessors } = await client().zones.lineage({ id: 'xl-330726-01', asOf: '2021-12-31' });
    expect(predecessors.next).toHaveLength(7);
    expect(predecessors.next[0]?.by).toMatchObject({ kind: 'merge', on: '2021-10-31' });
    const { successors } = await client().zones.lineage({ id: 'zj-042', asOf: today });
    expect(successors.next.map((node) => node.name)).toEqual(['台州湾经济技术开发区']);
  });

  it('answers an unknown zone, and one that is not yet there, with what it knows', async () => {
    await expect(client().zones.get({ id: 'nope', asOf: today })).rejects.toThrow(ORPCError);
    await expect(client().zones.get({ id: 'zj-083', asOf: '2019-01-01' })).rejects.toThrow('from 2019-04-01');
  });

  it('puts every body of the day on the map', async () => {
    const points = await client().zones.points({ ...training });
    const { total } = await client().zones.list({ ...training, status: 'gone' });
    expect(points).toHaveLength(1010 - total);
    expect((await client().territory.list()).length).toBe(102);
  });
});

describe('loading', () => {
  it('loads nothing the second time', async () => {
    const said: string[] = [];
    await loadEverything(database.db, { profile: 'demo', say: (line) => said.push(line), rulebook });
    expect(said).toEqual([]);
  });

  it('removes every training row and no real one, and brings the province back when told', async () => {
    const left = async (dataset: string) => {
      const tables = [
        'zones',
        'zone_facts',
        'zone_names',
        'zone_plates',
        'zone_areas',
        'zone_blocks',
        'zone_acts',
        'zone_act_parties',
        'plans',
        'plan_versions',
        'plan_actions',
      ];
      const counts = tables.map((table) => sql`select count(*) as n from ${sql.table(table)} where dataset = ${dataset}`);
      const { rows } = await sql<{ n: number }>`${sql.join(counts, sql` union all `)}`.execute(database.db);
      return rows.map((row) => row.n);
    };
    const [trained, untouched] = [await left('training'), await left('real')];
    await clearTraining(database.db);
    expect(new Set(await left('training'))).toEqual(new Set([0]));
    expect(await left('real')).toEqual(untouched);
    await loadEverything(database.db, { profile: 'demo', say: silent, rulebook });
    expect(new Set(await left('training'))).toEqual(new Set([0]));
    await resetTraining(database.db, rulebook, silent);
    expect(await left('training')).toEqual(trained);
    // The log stays when the rows go, and says what was done to them.
    const { rows } = await sql`select action, actor, role, before_sha256 is null as bare, after_sha256 is null as gone
      from audit_entries where object = 'training/province' order by id`.execute(database.db);
    const operator = { actor: 'operator', role: 'operator' };
    expect(rows).toEqual([
      { ...operator, action: 'training/remove', bare: false, gone: true },
      { ...operator, action: 'training/reset', bare: false, gone: false },
    ]);
  });

  it('gives production no training rows', async () => {
    const fresh = await createTestDatabase();
    try {
      await loadEverything(fresh.db, { profile: 'production', say: silent, rulebook });
      const { rows } = await sql<{ n: number }>`select count(*) as n from zones where dataset = 'training'`.execute(fresh.db);
      expect(rows[0]?.n).toBe(0);
    } finally {
      await fresh.drop();
    }
  });
});
