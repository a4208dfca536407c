// The whole application over real PostgreSQL: what a browser, another system or a stranger gets from it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadDemoDesk } from './accounts/index.ts';
import type { Context } from './platform/api.ts';
import { createApp } from './platform/http/app.ts';
import { type Log, openLog } from './platform/log.ts';
import { productRoot } from './platform/product.ts';
import { silent } from './platform/say.ts';
import { createTestDatabase, type TestDatabase } from './platform/test-database.ts';
import { router } from './router.ts';

type Profile = 'demo' | 'production';

let test: TestDatabase;
let folder: string;
let log: Log;
let demoDesk: Awaited<ReturnType<typeof loadDemoDesk>>;
const rulebook = loadPacks();

beforeAll(async () => {
  test = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-app-'));
  log = openLog(folder, silent);
  demoDesk = await loadDemoDesk();
});
afterAll(async () => {
  await log.close();
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

function appOf(profile: Profile, breaks = false) {
  return createApp({
    router,
    profile,
    webFolder: join(folder, 'web'),
    dataFolder: join(folder, 'data'),
    log,
    isHealthy: async () => true,
    contextOf: async ({ cookies, requestId, setCookie }): Promise<Context> => {
      const shared = { db: test.db, rulebook: breaks ? brokenRulebook : rulebook, requestId, today: '2021-06-10' };
      if (profile === 'production') return { ...shared, caller: { profile, card: null } };
      const { desk, card } = demoDesk(cookies, 'secret', setCookie);
      return { ...shared, caller: { profile, card }, demo: desk };
    },
  });
}

const brokenRulebook: Context['rulebook'] = {
  ...rulebook,
  get packs(): never {
    throw new Error('the secret inside of a bug');
  },
};

function ask(profile: Profile, path: string, init: RequestInit & { cookie?: string; breaks?: boolean } = {}) {
  const { cookie, breaks, ...rest } = init;
  const headers = { host: '127.0.0.1:7300', 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  return appOf(profile, breaks).request(`http://127.0.0.1:7300${path}`, { headers, ...rest });
}

const choose = (card: string) => ({ method: 'POST', body: JSON.stringify({ card }) });

describe('the role cards', () => {
  it('are chosen in the demo, and stay chosen by their cookie', async () => {
    const answer = await ask('demo', '/api/session/role', choose('county'));
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    const session = await (await ask('demo', '/api/session', { cookie })).json();
    expect(session).toMatchObject({ profile: 'demo', card: { id: 'county', jurisdiction: '330726' } });
  });

  it('do not exist in production, whatever is sent', async () => {
    expect((await ask('production', '/api/role-cards')).status).toBe(404);
    expect((await ask('production', '/api/session/role', choose('province'))).status).toBe(404);
    const rpc = { method: 'POST', body: JSON.stringify({ json: { card: 'province' } }) };
    expect((await ask('production', '/rpc/accounts/chooseRole', rpc)).status).toBe(404);
  });

  it('of the demo mean nothing in production', async () => {
    const cookie = (await ask('demo', '/api/session/role', choose('county'))).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await ask('production', '/api/session', { cookie })).json()).toMatchObject({ profile: 'production', card: null });
  });

  it('that do not exist are refused by name', async () => {
    const answer = await ask('demo', '/api/session/role', choose('emperor'));
    expect(answer.status).toBe(404);
    expect(JSON.stringify(await answer.json())).toContain('emperor');
  });
});

describe('the public', () => {
  it.each(['/api/plans/x/submit', '/api/plans/x/withdraw'])('may not post to %s, in production or in the demo', async (path) => {
    const body = JSON.stringify({ version: 1, on: '2021-06-10' });
    for (const profile of ['production', 'demo'] as const) {
      const answer = await ask(profile, path, { method: 'POST', body });
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        code: 'NOT_ALLOWED',
        data: { reason: { en: expect.any(String), zh: expect.any(String) } },
      });
    }
  });
});

describe('a read by GET', () => {
  it('is all that GET can do: a writing procedure is not reached by it', async () => {
    const data = encodeURIComponent(JSON.stringify({ json: { card: 'province' } }));
    const answer = await ask('demo', `/rpc/accounts/chooseRole?data=${data}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('a fault of ours', () => {
  it('is shown with its number and without its inside, and logged with both', async () => {
    const answer = await ask('demo', '/api/policy/packs', { breaks: true });
    const id = answer.headers.get('x-request-id') ?? 'none';
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain(id);
    expect(text).not.toContain('secret inside');
    await expect.poll(() => readFileSync(log.path, 'utf8')).toContain(`"requestId":"${id}"`);
    expect(readFileSync(log.path, 'utf8')).toContain('secret inside');
  });
});

describe('bad requests', () => {
  it('larger than 10 MB are not read', async () => {
    const body = JSON.stringify({ card: 'x'.repeat(10 * 1024 * 1024) });
    expect((await ask('demo', '/api/session/role', { method: 'POST', body })).status).toBe(413);
  });

  it.each([
    ['no JSON', '{'],
    ['of another shape', '{"card":5}'],
    ['empty', ''],
  ])('that are %s are told so', async (_what, body) => {
    const answer = await ask('demo', '/api/session/role', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ data: { reason: { en: expect.any(String), zh: expect.any(String) } } });
  });

  it('say in both languages which fields are wrong', async () => {
    const answer = await ask('demo', '/api/zones?dataset=other&asOf=2021-06-10');
    const reason = { zh: '请求的内容不合要求：dataset。', en: expect.stringContaining('dataset: Invalid option') };
    expect(await answer.json()).toMatchObject({ data: { reason } });
  });

  it.each([
    ['a day of the year 0', '/api/zones/x?asOf=0000-01-01'],
    ['the character U+0000', '/api/plans/template.xlsx?id=%00'],
    ['a version beyond counting', '/api/plans/x?on=2021-06-10&version=2147483648'],
  ])('with %s are refused before they become a fault of ours', async (_what, path) => {
    expect((await ask('demo', path)).status).toBe(400);
  });

  it.each(['a\u0000b', 'a\ud800b'])('with a plan whose title cannot be kept name the field', async (title) => {
    const plan = { ...JSON.parse(readFileSync(join(productRoot, 'data/plans/pujiang-2021.json'), 'utf8')), title };
    const body = JSON.stringify({ plan, on: '2021-06-10', dataset: 'real' });
    const answer = await ask('demo', '/api/plans/check', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('请求的内容不合要求：plan.title。');
  });

  it('by a method that only writes or only reads are told so', async () => {
    const answer = await ask('demo', '/rpc/plans/submit');
    expect(answer.status).toBe(405);
    expect(await answer.text()).toContain('这个接口不接受这种请求方法');
  });

  it('for what is not there get 404', async () => {
    for (const path of ['/api/none', '/rpc/none', '/data/none.geojson', '/data/../package.json', '/app.js']) {
      expect((await ask('demo', path)).status).toBe(404);
    }
  });
});

describe('the description for other systems', () => {
  it('names every path, and its reads need no body', async () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
      .parse(await (await ask('demo', '/api/openapi.json')).json());
    expect(Object.keys(paths)).toContain('/plans/{id}/submit');
    expect(paths['/zones']?.get).not.toHaveProperty('requestBody');
  });
});
