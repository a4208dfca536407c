// No personal data in logs: marked names, logins, contacts and addresses go through the application and into a database that
// refuses them, and no mark is found in the log of the product nor in that of PostgreSQL.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callerOfVisit, offerSetup, scopeOf, seedUnits } from '../accounts/index.ts';
import { openDatabase, scoped } from '../platform/database.ts';
import { createApp } from '../platform/http/app.ts';
import { router } from '../router.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { type LogRig, openLogRig } from './log-testing.ts';

const mark = 'PERSONMARK';
const marked = new RegExp(mark, 'i');
const today = '2026-11-22';
let rig: LogRig;

beforeAll(async () => {
  rig = await openLogRig();
  await saveJurisdictions(rig.test.db, readJurisdictions());
  await seedUnits(rig.test.db);
});
afterAll(() => rig?.close());

function production({ test, folder, log }: LogRig) {
  const setupFile = join(folder, 'setup-token');
  const rulebook = loadPacks();
  return createApp({
    ...{ router, profile: 'production' as const, secure: false, webFolder: join(folder, 'web'), dataFolder: join(folder, 'data'), log },
    isHealthy: async () => true,
    contextOf: async ({ cookies, requestId, setCookie, agent, expects }) => {
      const visit = { cookies, setCookie, agent, expects, address: `10.9.9.9-${mark}`, secure: false, secret: 's', oidc: null, setupFile };
      const caller = await callerOfVisit(test.served, visit, today);
      return { db: scoped(test.served, scopeOf(caller)), rulebook, requestId, today, caller, visit };
    },
  });
}

function browserOf(app: ReturnType<typeof production>) {
  let cookie = '';
  return async (path: string, body?: unknown) => {
    const headers = { host: '127.0.0.1', origin: 'http://127.0.0.1', cookie, 'user-agent': `${mark} browser`, 'x-forwarded-for': mark };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await app.request(`http://127.0.0.1/api${path}`, {
      ...sent,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return answer.status;
  };
}

async function postgresLog({ test }: LogRig): Promise<string> {
  const client = new Client({ connectionString: test.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  await client.end();
  return readFileSync(join(dirname(rows[0]?.data_directory ?? ''), 'postgres.log'), 'utf8');
}

it('what people are called and how they are reached stays out of both logs, also when something fails', async () => {
  const { test, folder, log } = rig;
  await offerSetup(test.db, join(folder, 'setup-token'), () => undefined);
  const token = readFileSync(join(folder, 'setup-token'), 'utf8').trim();
  const ask = browserOf(production(rig));
  const person = (login: string) => ({ login: `${mark}.${login}`, name: `${mark}名${login}`, password: `Tall-Bamboo-27-${login}` });
  expect(await ask('/setup', { token, security: person('s'), system: person('y') })).toBe(200);
  expect(await ask('/session/sign-in', { login: `${mark}.nobody`, password: `${mark}-pass` })).toBe(403);
  expect(await ask('/session/sign-in', { login: `${mark}.s`, password: 'Tall-Bamboo-27-s' })).toBe(200);
  expect(await ask('/sessions')).toBe(200);
  expect(await ask('/people', { login: mark, name: mark })).toBe(403);
  const comment = {
    aim: { place: null, clause: null },
    text: mark,
    name: mark,
    reach: `${mark} 13800000000`,
    key: randomUUID(),
    on: today,
  };
  expect(await ask(`/consultation/${randomUUID()}/comments`, comment)).toBe(404);
  expect(await ask(`/consultation/receipts/${mark}?on=${today}`)).toBe(404);
  // A database that refuses a row quotes it, and one that cannot read a value quotes that.
  const insert = sql`insert into people (id, login, name, added_on) values ('x', ${`${mark} not a login`}, ${mark}, ${today})`;
  const twice = sql`insert into people (id, login, name, added_on) values ('y', ${`${mark}.S`}, ${mark}, ${today})`;
  for (const db of [test.db, test.served]) {
    for (const one of [insert, twice, sql`select ${`${mark}-value`}::date`, sql.raw(`select '${mark}'::date`)])
      await one.execute(db).then(
        () => expect.unreachable(),
        (fault) => log.fault('r1', 'test', fault),
      );
  }
  const lost = openDatabase(test.servingUrl.replace(/\/\/([^:]+):[^@]+@/, `//$1:${mark}-password@`));
  await sql`select 1`.execute(lost).catch((fault) => log.fault('r2', 'test', fault));
  await lost.destroy();
  await sql`alter table account_sessions rename to account_sessions_gone`.execute(test.db);
  expect(await ask('/sessions')).toBe(500);
  const own = await rig.told();
  expect(own).toContain('account_sessions');
  expect(own.split('\n').filter((line) => marked.test(line))).toEqual([]);
  const postgres = await postgresLog(rig);
  expect(postgres.length).toBeGreaterThan(0);
  expect(postgres.split('\n').filter((line) => marked.test(line))).toEqual([]);
});
