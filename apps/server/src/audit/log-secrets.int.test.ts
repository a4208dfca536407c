// No personal data and no secrets in logs: marked secrets go through the whole application, and no mark is found in what it logs.
import { join } from 'node:path';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDemoDesk } from '../accounts/index.ts';
import { createApp } from '../platform/http/app.ts';
import { router } from '../router.ts';
import { type LogRig, openLogRig } from './log-testing.ts';

const mark = 'SECRETMARK';
let rig: LogRig;

beforeAll(async () => {
  rig = await openLogRig();
});
afterAll(() => rig?.close());

it('what people send stays out of the log, also when the request fails or the product does', async () => {
  const { test, folder, log } = rig;
  const demoDesk = await loadDemoDesk();
  const rulebook = loadPacks();
  const app = createApp({
    router,
    profile: 'demo',
    secure: false,
    webFolder: join(folder, 'web'),
    dataFolder: join(folder, 'data'),
    log,
    isHealthy: async () => true,
    contextOf: async ({ cookies, requestId, setCookie }) => {
      const { desk, card } = demoDesk(cookies, `${mark}-cookie-secret`, setCookie);
      return { db: test.db, rulebook, requestId, today: '2021-06-10', caller: { profile: 'demo', card }, demo: desk };
    },
  });
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = { host: '127.0.0.1', origin: 'http://127.0.0.1', cookie: `zhenghe_card=county.${mark}`, ...init.headers };
    return app.request(`http://127.0.0.1${path}`, { ...init, headers });
  };
  const json = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const chosen = await ask('/api/session/role', json({ card: 'county' }));
  const cookie = chosen.headers.get('set-cookie')?.split(';')[0] ?? '';
  const clerk = { cookie, 'content-type': 'application/json' };
  const form = new FormData();
  form.append('file', new File([`${mark} content`], `${mark}.xlsx`));
  await ask('/api/session/role', json({ card: mark }));
  await ask('/api/session/role', { method: 'POST', body: `{"card": "${mark}`, headers: { 'content-type': 'application/json' } });
  await ask('/api/plans/read', { method: 'POST', body: form, headers: { cookie } });
  await ask('/api/plans/x/versions', { method: 'POST', headers: clerk, body: JSON.stringify({ plan: { title: mark }, note: mark }) });
  await ask(`/api/plans?q=${mark}&on=${mark}`);
  await ask(`/api/zones?dataset=real&asOf=2021-06-10&query=%00${mark}`);
  // A product that fails: its database refuses everything.
  await test.db.schema.dropTable('plans').cascade().execute();
  const failed = await ask(`/api/plans?dataset=training&asOf=2021-06-10&query=${mark}`);
  expect(failed.status).toBe(500);
  // PostgreSQL quotes what it could not read.
  await sql`select ${`${mark}-value`}::date`.execute(test.db).catch((fault) => log.fault('r1', 'test', fault));
  const id = failed.headers.get('x-request-id') ?? 'none';
  const text = await rig.told();
  expect(text).toContain(id);
  expect(text).toContain('could not read a value (22007)');
  expect(text).not.toContain(mark);
  expect(text).not.toContain(cookie.slice(-20));
});
