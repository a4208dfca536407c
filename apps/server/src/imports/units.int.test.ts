// A first set-up from a file: units, accounts with passwords handed out once, offices only proposed; undone while nothing builds on it.
import { createRouterClient } from '@orpc/server';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf, seedUnits } from '../accounts/index.ts';
import type { Caller, SignedIn, Visit } from '../platform/api.ts';
import { type Database, openDatabase, scoped } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { router } from '../router.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { refusalOf } from '../testing.ts';

const today = '2026-11-22';
const rulebook = loadPacks();
let database: TestDatabase;
let serving: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await saveJurisdictions(database.db, readJurisdictions());
  await seedUnits(database.db);
  for (const [id, login, name] of [
    ['p-security', 'anquan', '安全甲'],
    ['p-system', 'xitong', '系统乙'],
  ] as const) {
    await sql`insert into people (id, login, name, added_on) values (${id}, ${login}, ${name}, ${today})`.execute(database.db);
    await sql`insert into people_secrets (person_id, password_hash, must_change) values (${id}, '$argon2id$x', false)`.execute(database.db);
  }
  serving = openDatabase(database.servingUrl);
});
afterAll(async () => {
  await serving?.destroy();
  await database?.drop();
});

const text = { zh: '省', en: 'Province' };

/** A signed-in person of production, fresh from a proof of identity. */
function as(role: 'security-admin' | 'system-admin' | 'province', person: string) {
  const card = { id: role, role, name: text, unit: text, question: text, jurisdiction: '330000', personId: person };
  const signedIn = { person: { id: person, login: person, name: person }, duties: [], viewingAs: null, freshUntil: '2999-01-01' };
  const caller: Caller = { profile: 'production', card, signedIn: signedIn as unknown as SignedIn };
  const db = scoped(serving, scopeOf(caller));
  const visit = {} as unknown as Visit;
  return createRouterClient(router, { context: { db, caller, rulebook, today, requestId: 'test', visit } });
}
const security = () => as('security-admin', 'p-security');
const kind = { kind: 'units', dataset: 'real', on: today } as const;

function setup(units: readonly string[], people: readonly string[]): File {
  const records = (heads: readonly string[], lines: readonly string[]) =>
    lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [heads[at] ?? '', value])));
  const sheets = {
    units: records(['name', 'kind', 'parent', 'function', 'from'], units),
    people: records(['login', 'name', 'unit', 'role', 'from', 'to'], people),
  };
  return new File([JSON.stringify(sheets)], 'setup.json');
}
async function commit(file: File) {
  const { file: seen, state, at } = await security().imports.preview({ ...kind, file });
  return security().imports.commit({ ...kind, file, sha256: seen.sha256, state, at });
}
const reasonOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).message;

const units = ['浦江县某街道办,乡镇（街道）,330726,,2026-12-01', '浦江县自然资源局,部门,浦江县人民政府,land,2026-12-01'];
const people = ['zhang.san,张三,浦江县自然资源局,部门,2026-12-01', 'li-si,李四,浦江县人民政府,县级,2026-12-01,2028-12-01'];

describe('a first set-up', () => {
  it('is the security administrator’s alone', async () => {
    for (const other of [as('system-admin', 'p-system'), as('province', 'p-other')])
      expect((await refusalOf(other.imports.preview({ ...kind, file: setup(units, people) }))).code).toBe('NOT_ALLOWED');
    expect((await security().imports.kinds({ dataset: 'real' })).map((one) => one.kind)).toEqual(['units']);
    expect((await refusalOf(security().imports.preview({ ...kind, kind: 'zones', file: setup(units, people) }))).code).toBe('NOT_ALLOWED');
  });

  it('tells every bad row at once', async () => {
    const bad = await security().imports.preview({
      ...kind,
      file: setup(
        ['甲局,部门,浦江县人民政府,,2026-12-01', '乙局,部门,没有的单位,land,2026-12-01'],
        [
          'a,甲,浦江县人民政府,县级,2026-12-01',
          'wang.wu,王五,浦江县人民政府,部门,2026-12-01',
          'anquan,安全甲,浦江县人民政府,县级,2026-12-01',
        ],
      ),
    });
    expect(bad.counts.refused).toBe(5);
    expect(bad.rows.map(({ reason }) => reason?.en.slice(0, 18))).toEqual([
      'A department has a',
      'There is no unit "',
      'A login has 3 to 4',
      'The role 部门 has no',
      'Nobody proposes an',
    ]);
  });

  it('hands each password out once, and only proposes the offices', async () => {
    const file = setup(units, people);
    const seen = await security().imports.preview({ ...kind, file });
    expect(seen.counts).toEqual({ add: 4, change: 0, same: 0, refused: 0 });
    const send = () => security().imports.commit({ ...kind, file, sha256: seen.file.sha256, state: seen.state, at: seen.at });
    const { batch, handOut } = await send();
    expect(handOut?.people.map(({ login }) => login)).toEqual(['zhang.san', 'li-si']);
    expect(handOut?.people[0]?.password).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect((await send()).handOut, 'a second click shows nothing').toBeNull();
    const offices = await security().accounts.offices();
    expect(offices.map(({ personName, state, mayDecide }) => [personName, state, mayDecide])).toEqual([
      ['张三', 'proposed', false],
      ['李四', 'proposed', false],
    ]);
    expect((await security().imports.preview({ ...kind, file })).counts).toEqual({ add: 0, change: 0, same: 4, refused: 0 });
    const { rows } = await sql<{
      kept: string;
    }>`select json_agg(b)::text || json_agg(s)::text as kept from import_rows b, import_steps s`.execute(database.db);
    expect(rows[0]?.kept).not.toContain(handOut?.people[0]?.password);
    await security().imports.undo({ id: batch.id, reason: '名单有误', on: today });
    const after = await security().accounts.people();
    expect(after.filter(({ login }) => login !== 'anquan' && login !== 'xitong').every(({ endedOn }) => endedOn === today)).toBe(true);
  });

  it('can be brought again after its undo: the same logins, with new passwords', async () => {
    const { batch, handOut } = await commit(setup(units, people));
    expect(handOut?.people).toHaveLength(2);
    const open = (await security().accounts.people()).filter(({ endedOn }) => endedOn === null).map(({ login }) => login);
    expect(open.sort()).toEqual(['anquan', 'li-si', 'xitong', 'zhang.san']);
    // A second person decides on one office: from then on the batch stands.
    const [first] = (await security().accounts.offices()).filter(({ to, from }) => to === null || to > from);
    await as('system-admin', 'p-system').accounts.decideOffice({ id: first?.id ?? '', grant: true });
    expect(await reasonOf(security().imports.undo({ id: batch.id, reason: '太迟', on: today }))).toContain('was decided');
  });

  it('is seen by the security administrator, by no officer', async () => {
    expect((await security().imports.list({ dataset: 'real' })).total).toBe(2);
    expect((await as('province', 'p-other').imports.list({ dataset: 'real' })).total).toBe(0);
    const direct = scoped(serving, { reach: '33', unit: '330000' });
    expect((await sql`select 1 from import_rows`.execute(direct)).rows).toEqual([]);
  });
});
