// Row-level security over the whole application: what one unit's requests can read of another's, also when they come all at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Plan } from '@zhenghe/engine/plans';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeOf } from './accounts/index.ts';
import { appendPlanActions, insertPlans, loader } from './plans/index.ts';
import type { Caller } from './platform/api.ts';
import { type Database, openDatabase, scoped, wholeProvince } from './platform/database.ts';
import { createApp } from './platform/http/app.ts';
import { type Log, openLog } from './platform/log.ts';
import { silent } from './platform/say.ts';
import { mustBind } from './platform/serving-role.ts';
import { createTestDatabase, type TestDatabase } from './platform/test-database.ts';
import { router } from './router.ts';
import { dataText, readJurisdictions, saveJurisdictions } from './territory/index.ts';
import { clientOf, refusalOf } from './testing.ts';

const on = '2021-06-10';
const rulebook = loadPacks();
const annex: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));
const unit = { zh: '某单位', en: 'a unit' };

function callerOf(role: RoleCard['role'], jurisdiction: string, unitId?: string): Caller {
  const card = { id: `${role}-${jurisdiction}`, role, name: unit, unit, question: unit, jurisdiction, ...(unitId && { unitId }) };
  return { profile: 'production', card };
}

const callers = {
  province: callerOf('province', '330000'),
  jinhua: callerOf('city', '330700'),
  hangzhou: callerOf('city', '330100'),
  land: callerOf('department', '330700', '330700/land'),
  pujiang: callerOf('county', '330726'),
  yiwu: callerOf('county', '330782'),
  zone: callerOf('zone', '330726'),
  firm: callerOf('firm', '330726'),
  auditor: callerOf('audit-admin', '330000'),
  public: { profile: 'production', card: null },
} as const satisfies Readonly<Record<string, Caller>>;
type Who = keyof typeof callers;

let test: TestDatabase;
let folder: string;
let log: Log;

/** Each plan tells by its title whose it is: no answer to others may hold the word. */
const planOf = (id: string, jurisdiction: string, mark: string): Plan => ({
  ...annex,
  ...{ code: id, jurisdiction, training: true, answers: [], title: `方案${mark}` },
});

beforeAll(async () => {
  test = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-scope-'));
  log = openLog(folder, silent);
  const common = { dataset: 'training', on: '2020-11-02', by: loader, kind: 'saved' } as const;
  await test.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await insertPlans(tx, rulebook, [
      { ...common, id: 'p', plan: planOf('p', '330726', '浦江密') },
      { ...common, id: 'y', plan: planOf('y', '330782', '义乌密') },
      { ...common, id: 'd', plan: planOf('d', '330783', '东阳公开') },
    ]);
    const step = { planId: 'd', dataset: 'training' as const, version: 1, by: loader };
    await appendPlanActions(tx, [
      { ...step, kind: 'submitted', on: '2020-12-01' },
      { ...step, kind: 'accepted', on: '2020-12-10' },
      { ...step, kind: 'approved', on: '2020-12-20', paper: '训练〔2020〕1号' },
    ]);
    await appendPlanActions(tx, [{ ...step, kind: 'revise', on: '2021-01-10', text: '变更' }]);
  });
  const plan = planOf('d', '330783', '东阳密');
  await as('d' as never, callerOf('county', '330783')).plans.save({ id: 'd', basedOn: 1, plan: onWire(plan), on: '2021-02-01' });
});

afterAll(async () => {
  await log?.close();
  await test?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const as = (who: Who, caller: Caller = callers[who]) => clientOf(caller, { db: test.served, rulebook, today: on });
const onWire = (plan: Plan) => plan as Parameters<ReturnType<typeof as>['plans']['check']>[0]['plan'];
const rowsFor = (who: Who) => scoped(test.served, scopeOf(callers[who]));
const idsFor = async (who: Who) =>
  (await sql<{ id: string }>`select id from plans order by id`.execute(rowsFor(who))).rows.map(({ id }) => id).join('');

describe('what the database itself gives', () => {
  it.each<[Who, string]>([
    ['province', 'dpy'],
    ['jinhua', 'dpy'],
    ['hangzhou', 'd'],
    ['land', 'dpy'],
    ['pujiang', 'dp'],
    ['yiwu', 'dy'],
    ['zone', 'dp'],
    ['firm', 'd'],
    ['auditor', 'd'],
    ['public', 'd'],
  ])('to %s, asked for all plans: %s', async (who, ids) => expect(await idsFor(who)).toBe(ids));

  it('of versions, actions and cases: nothing that is not in force to those who do not answer for it', async () => {
    for (const who of ['yiwu', 'hangzhou', 'firm', 'public'] as const) {
      const db = rowsFor(who);
      const { rows } = await sql<{ title: string }>`select title from plan_versions where title not like '%义乌%'`.execute(db);
      expect(rows).toEqual([{ title: '方案东阳公开' }]);
      for (const table of ['approval_cases', 'approval_actions', 'approval_tasks'] as const) {
        const { rows: others } = await sql`select from ${sql.table(table)} where subject <> 'y'`.execute(db);
        expect(others, table).toEqual([]);
      }
    }
  });

  it('to a connection that was told nothing: no plan that is not published, no case', async () => {
    const fresh = openDatabase(test.servingUrl);
    expect((await sql`select id from plans`.execute(fresh)).rows).toEqual([{ id: 'd' }]);
    expect((await sql`select from approval_cases`.execute(fresh)).rows).toEqual([]);
    await fresh.destroy();
  });

  it('is what production is not without: it does not serve as the owner', () => {
    expect(() => mustBind(test.url, test.url)).toThrow(/zhenghe_app/);
    expect(mustBind(test.servingUrl, test.url)).toBe(test.servingUrl);
  });

  it('lets nobody write into a place that is not theirs', async () => {
    const db = rowsFor('pujiang');
    const insert = (id: string, place: string) =>
      sql`insert into plans (id, dataset, code, jurisdiction) values (${id}, 'training', ${id}, ${place})`.execute(db);
    await expect(insert('x', '330782')).rejects.toThrow(/row-level security/);
    await expect(
      sql`insert into approval_actions (noun, subject, seq, dataset, kind, unit, by_unit, version, sha256, acted_on, acted_by)
        select 'plans', 'y', 1, 'training', 'submit', '330726', '330726', 1, repeat('a', 64), '2021-06-10', '{}'`.execute(db),
    ).rejects.toThrow(/row-level security/);
    const held = await db.transaction().execute((tx) => sql`select id from plans where id in ('y', 'd') for update`.execute(tx));
    expect(held.rows).toEqual([]);
  });
});

describe('connections that go from caller to caller', () => {
  const settings = (db: Database) =>
    sql<{ pid: number; reach: string | null; plans: number }>`
      select pg_backend_pid() as pid, current_setting('zhenghe.reach', true) as reach, (select count(*)::int from plans) as plans,
        pg_sleep(0.05)`.execute(db);

  it('keep nothing of a transaction that failed', async () => {
    const [all, none] = [scoped(test.served, wholeProvince), test.served];
    const fail = () =>
      all.transaction().execute(async (tx) => {
        await sql`select 1 / 0`.execute(tx);
      });
    await Promise.all(Array.from({ length: 12 }, () => expect(fail()).rejects.toThrow(/zero/)));
    const after = await Promise.all(Array.from({ length: 24 }, () => settings(none)));
    expect(new Set(after.map(({ rows }) => rows[0]?.pid)).size).toBeGreaterThan(6);
    for (const { rows } of after) expect([rows[0]?.reach || '', rows[0]?.plans]).toEqual(['', 1]);
  });

  it('are closed when they could not be told', async () => {
    const lost = scoped(test.served, { reach: 'a\u0000b', unit: '' });
    await expect(sql`select 1`.execute(lost)).rejects.toThrow();
    expect((await settings(scoped(test.served, wholeProvince))).rows[0]?.plans).toBe(3);
  });

  it('of an open transaction keep the caller they began with', async () => {
    await test.served.transaction().execute(async (tx) => {
      expect(() => scoped(tx, wholeProvince)).toThrow(/keeps the scope/);
    });
  });
});

describe('two units at once', () => {
  const words: Readonly<Record<'pujiang' | 'yiwu', { id: string; other: string; not: RegExp }>> = {
    pujiang: { id: 'p', other: 'y', not: /义乌密|东阳密/ },
    yiwu: { id: 'y', other: 'p', not: /浦江密|东阳密/ },
  };

  function appOf() {
    return createApp({
      router,
      profile: 'production',
      webFolder: join(folder, 'web'),
      dataFolder: join(folder, 'data'),
      log,
      isHealthy: async () => true,
      contextOf: async ({ cookies, requestId }) => {
        const caller = cookies === 'yiwu' ? callers.yiwu : callers.pujiang;
        return { db: scoped(test.served, scopeOf(caller)), rulebook, requestId, today: on, caller };
      },
    });
  }

  it('read and write through 200 requests in parallel, and neither sees a word of the other', async () => {
    const app = appOf();
    const ask = (who: string, path: string, body?: unknown) =>
      app.request(`http://127.0.0.1:7300/api${path}`, {
        headers: { host: '127.0.0.1:7300', 'content-type': 'application/json', cookie: who },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
    const asked = Array.from({ length: 200 }, (_, n) => {
      const who = n % 2 === 0 ? 'pujiang' : 'yiwu';
      const { id, other } = words[who];
      const plan = planOf(id, who === 'yiwu' ? '330782' : '330726', `${who === 'yiwu' ? '义乌密' : '浦江密'}${n}`);
      const requests = [
        () => ask(who, `/plans?dataset=training&asOf=${on}`),
        () => ask(who, `/plans/${id}?on=${on}`),
        () => ask(who, `/plans/${other}?on=${on}`),
        () => ask(who, `/my-work?dataset=training&on=${on}`),
        () => ask(who, `/overview?dataset=training&asOf=${on}`),
        () => ask(who, `/plans/${other}/versions`, { basedOn: 1, plan, on }),
        () => ask(who, `/plans/${id}/versions`, { basedOn: 1, plan, on }),
        () => ask(who, `/plans/d?on=${on}`),
      ] as const;
      const kind = Math.floor(n / 2) % requests.length;
      return { who, kind, answer: requests[kind]?.() };
    });
    const seen = await Promise.all(
      asked.map(async ({ who, kind, answer }) => ({
        who,
        kind,
        status: (await answer)?.status,
        text: (await (await answer)?.text()) ?? '',
      })),
    );
    const statuses = (kind: number) => [...new Set(seen.filter((one) => one.kind === kind).map(({ status }) => status))].sort();
    for (const { who, kind, text } of seen) expect(text, `${who} ${kind}`).not.toMatch(words[who as 'pujiang' | 'yiwu'].not);
    expect([0, 1, 2, 3, 4, 5, 7].map(statuses)).toEqual([[200], [200], [404], [200], [200], [404], [200]]);
    expect(statuses(6)).toEqual([200, 409]);
    const { rows } = await sql<{ plan_id: string; title: string }>`select plan_id, title from plan_versions where plan_id <> 'd'`.execute(
      test.db,
    );
    for (const { plan_id, title } of rows) expect(title).toContain(plan_id === 'p' ? '浦江' : '义乌');
    expect(rows).toHaveLength(4);
  });
});

describe('an approved plan with a newer draft', () => {
  it('shows the draft to those who answer for it', async () => {
    for (const who of ['jinhua', 'province', 'land'] as const) {
      expect(await as(who).plans.get({ id: 'd', on })).toMatchObject({
        state: 'draft',
        version: 2,
        latest: 2,
        plan: { title: '方案东阳密' },
      });
    }
  });

  it.each<Who>(['pujiang', 'hangzhou', 'public', 'zone', 'firm'])('shows %s the approved version, and no sign of another', async (who) => {
    const client = as(who);
    const answers = [
      await client.plans.get({ id: 'd', on }),
      await client.plans.list({ dataset: 'training', asOf: on }),
      await client.cockpit.day({ dataset: 'training', asOf: on }),
    ] as const;
    expect(JSON.stringify(answers)).not.toContain('东阳密');
    const line = answers[1].find(({ id }) => id === 'd');
    expect(answers[0]).toMatchObject({ state: 'approved', version: 1, latest: 1, mayEdit: false });
    expect(answers[0].actions.map(({ kind }) => kind)).toEqual(['saved', 'approved']);
    expect(line).toMatchObject({ state: 'approved', version: 1, since: '2020-12-20', lateDays: null, holder: { zh: '东阳市' } });
    expect((await refusalOf(client.plans.get({ id: 'd', version: 2, on }))).code).toBe('NOT_FOUND');
    expect((await refusalOf(client.plans.get({ id: 'd', on: '2020-12-19' }))).code).toBe('NOT_FOUND');
    expect(await client.plans.list({ dataset: 'training', asOf: '2020-12-19', jurisdiction: '330783' })).toEqual([]);
    expect(await client.plans.template({ id: 'd' })).toBeInstanceOf(File);
  });
});

describe('figures of the whole province', () => {
  it('are the same for everyone, whatever they may read', async () => {
    const days = await Promise.all(
      (['public', 'province', 'firm'] as const).map((who) => as(who).cockpit.day({ dataset: 'training', asOf: on })),
    );
    const [first, second] = days;
    expect(first?.meter).toEqual(second?.meter);
    expect(first?.quota).toEqual(second?.quota);
    expect(first?.steps).toEqual(second?.steps);
    expect(second?.steps).toContainEqual({ state: 'draft', count: 3 });
  });
});
