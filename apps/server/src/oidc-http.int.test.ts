// The way back from a sign-in provider as a browser meets it: over HTTP, through the whole application.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPacks } from '@zhenghe/rulebook';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOfVisit, returnFromProvider } from './accounts/index.ts';
import { type OidcRig, oidcRig } from './accounts/oidc-rig.ts';
import { today } from './accounts/testing.ts';
import { createApp } from './platform/http/app.ts';
import { type Log, openLog } from './platform/log.ts';
import { oidcReturnPath } from './platform/oidc-settings.ts';
import { silent } from './platform/say.ts';
import { router } from './router.ts';
import { readJurisdictions, saveJurisdictions } from './territory/index.ts';

let rig: OidcRig;
let folder: string;
let log: Log;
beforeAll(async () => {
  rig = await oidcRig((db) => saveJurisdictions(db, readJurisdictions()));
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-oidc-'));
  log = openLog(folder, silent);
});
afterAll(async () => {
  await log.close();
  await rig.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('over http', () => {
  it('comes back by a GET, is sent on within the product, and gets its cookie', async () => {
    await rig.linked(await rig.aPerson(), 'by-http');
    rig.provider.sits({ subject: 'by-http', amr: ['mfa'] });
    const here = rig.browser();
    const query = await rig.provider.passThrough((await (await here.ask()).beginOidc({ purpose: 'sign-in', back: '/plans' })).url);
    const app = createApp({
      ...{ router, profile: 'production', webFolder: 'none', dataFolder: 'none', log },
      isHealthy: async () => true,
      returns: [{ path: oidcReturnPath, answer: returnFromProvider }],
      contextOf: async ({ cookies, requestId, setCookie, address }) => {
        const visit = { ...here.visit, cookies, setCookie, address };
        return { db: rig.serving, rulebook: loadPacks(), requestId, today, visit, caller: await callerOfVisit(rig.serving, visit, today) };
      },
    });
    const come = (cookie: string) =>
      app.request(`http://127.0.0.1:7300${oidcReturnPath}${query}`, { headers: { cookie, host: 'evil.example' } });
    const stranger = await come('');
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/sign-in?oidc=state']);
    const answer = await come(here.visit.cookies ?? '');
    expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([303, '/plans', 'no-store']);
    expect(answer.headers.get('set-cookie')).toMatch(/^zhenghe_session=.*HttpOnly; SameSite=Lax/);
    const posted = await app.request(`http://127.0.0.1:7300${oidcReturnPath}${query}`, { method: 'POST' });
    expect(posted.status).toBe(404);
  });
});
