import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartFault } from './fault.ts';
import { migrate, readMigrations } from './migrate.ts';
import { silent } from './say.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('migrations', () => {
  it('apply nothing a second time', async () => {
    expect(await migrate(test.db, silent)).toEqual([]);
  });

  it('take turns when two starts come at once', async () => {
    const extra = { name: '9998-twice.sql', sql: 'create table only_once (id int primary key)', sha256: 'a'.repeat(64) };
    const all = [...readMigrations(), extra];
    const both = await Promise.all([migrate(test.db, silent, all), migrate(test.db, silent, all)]);
    expect(both.flat()).toEqual(['9998-twice.sql']);
    await sql`drop table only_once`.execute(test.db);
    await sql`delete from schema_migrations where name = '9998-twice.sql'`.execute(test.db);
  });

  it('refuse an applied file that was changed, and one that is unknown, naming both', async () => {
    const [first, ...rest] = readMigrations();
    if (!first) throw new Error('no migrations');
    const changed = [{ ...first, sha256: 'b'.repeat(64) }, ...rest.slice(1)];
    const fault = await migrate(test.db, silent, changed).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(fault).toBeInstanceOf(StartFault);
    expect(String(fault)).toContain(`${first.name} was applied with another content`);
    expect(String(fault)).toContain(`${rest[0]?.name} was applied, and this version does not know it`);
  });

  it('undo a failing file as a whole', async () => {
    const broken = { name: '9999-broken.sql', sql: 'create table half (id int); select no_such_thing;', sha256: 'c'.repeat(64) };
    await expect(migrate(test.db, silent, [...readMigrations(), broken])).rejects.toThrow(/9999-broken.sql failed and was undone/);
    const { rows } = await sql<{ found: string | null }>`select to_regclass('half')::text as found`.execute(test.db);
    expect(rows[0]?.found).toBeNull();
  });

  it('leave no table and no column without a comment', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname || coalesce('.' || a.attname, '') as name
      from pg_class c
      left join lateral (select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped
        union all select null, 0) a on true
      where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace
        and coalesce(trim(case when a.attnum = 0 then obj_description(c.oid, 'pg_class') else col_description(c.oid, a.attnum) end), '') = ''`.execute(
      test.db,
    );
    expect(rows.map((row) => row.name)).toEqual([]);
  });
});

describe('audit entries', () => {
  const entry = { dataset: 'training', actor: 'county', role: 'county', unit: '浦江', jurisdiction: '330726' };

  it('cannot be changed, not even by the owner of the database or its superuser', async () => {
    await test.db
      .insertInto('audit_entries')
      .values({ ...entry, action: 'plans/save', object: 'plans/x', request_id: 'r1' })
      .execute();
    const admin = new Client({ connectionString: test.adminUrl });
    await admin.connect();
    try {
      for (const change of ["update audit_entries set actor = 'other'", 'delete from audit_entries', 'truncate audit_entries cascade']) {
        await expect(sql.raw(change).execute(test.db)).rejects.toThrow(/append-only/);
        await expect(admin.query(change)).rejects.toThrow(/append-only/);
      }
    } finally {
      await admin.end();
    }
  });
});

describe('values', () => {
  it('come as exact text, calendar days and safe numbers, also inside arrays', async () => {
    const { rows } = await sql`select 11.60::numeric as area, date '2020-12-31' as due, 9007199254740991::int8 as big,
      array[1.50, null]::numeric[] as areas, timestamptz '2020-12-31 08:00+08' as at`.execute(test.db);
    expect(rows[0]).toEqual({
      area: '11.60',
      due: '2020-12-31',
      big: 9_007_199_254_740_991,
      areas: ['1.50', null],
      at: '2020-12-31T00:00:00.000Z',
    });
    await expect(sql`select 'NaN'::numeric as n`.execute(test.db)).rejects.toThrow(/not a finite decimal/);
  });
});
