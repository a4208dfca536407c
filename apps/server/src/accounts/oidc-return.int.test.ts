// Everything a provider or a stranger may get wrong on the way back from a sign-in provider.
import { createServer } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { account, type OidcRig, oidcRig } from './oidc-rig.ts';
import { settingsFor, startFalseProvider } from './oidc-testing.ts';
import { newId } from './secrets.ts';
import { type Browser, browserOf, refusedWith } from './testing.ts';

let rig: OidcRig;
beforeAll(async () => {
  rig = await oidcRig((db) => saveJurisdictions(db, readJurisdictions()));
});
afterAll(() => rig.stop());

describe('what comes back wrongly', () => {
  const begin = async (here: Browser) => (await (await here.ask()).beginOidc({ purpose: 'sign-in', back: '/' })).url;

  it('is refused with a wrong state, from another browser, a second time, or too late', async () => {
    await rig.linked(await rig.aPerson(), 'replayed');
    rig.provider.sits({ subject: 'replayed', amr: ['mfa'] });
    const here = rig.browser();
    const query = await rig.provider.passThrough(await begin(here));
    expect(await here.comeBack(query.replace(/state=[^&]+/, 'state=guessed'))).toBe('/sign-in?oidc=state');
    expect(await rig.browser().comeBack(query)).toBe('/sign-in?oidc=state');
    const other = rig.browser();
    await begin(other);
    expect(await other.comeBack(query)).toBe('/sign-in?oidc=state');
    expect(await here.comeBack(query)).toBe('/');
    expect(await here.comeBack(query)).toBe('/sign-in?oidc=state');
    const late = rig.browser();
    const lateQuery = await rig.provider.passThrough(await begin(late));
    await sql`update identity_flows set started_at = now() - interval '11 minutes'`.execute(rig.test.db);
    expect(await late.comeBack(lateQuery)).toBe('/sign-in?oidc=state');
  });

  it('is refused with a code that was used before, under a state of its own', async () => {
    await rig.linked(await rig.aPerson(), 'code-replay');
    rig.provider.sits({ subject: 'code-replay', amr: ['mfa'] });
    const here = rig.browser();
    const query = await rig.provider.passThrough(await begin(here));
    const used = new URLSearchParams(query).get('code') ?? '';
    expect(await here.comeBack(query)).toBe('/');
    const again = rig.browser();
    const fresh = new URLSearchParams(await rig.provider.passThrough(await begin(again)));
    fresh.set('code', used);
    expect(await again.comeBack(`?${fresh}`)).toBe('/sign-in?oidc=refused');
    expect(await account(again)).toBeNull();
  });

  it('tells when the person said no there, and when another issuer answers', async () => {
    rig.provider.sits({ subject: 'any', refuses: true });
    const here = rig.browser();
    expect(await here.comeBack(await rig.provider.passThrough(await begin(here)))).toBe('/sign-in?oidc=denied');
    rig.provider.sits({ subject: 'any', amr: ['mfa'] });
    const mixed = rig.browser();
    const query = new URLSearchParams(await rig.provider.passThrough(await begin(mixed)));
    query.set('iss', 'https://other.example');
    expect(await mixed.comeBack(`?${query}`)).toBe('/sign-in?oidc=refused');
  });

  it.each([
    ['of another issuer', { iss: 'https://other.example' }],
    ['of another audience', { aud: 'another-product' }],
    ['that has expired', { exp: 1_700_000_000 }],
    ['with a nonce of another way', { nonce: 'another' }],
    ['without a subject', { sub: undefined }],
  ])('refuses an id token %s', async (_, claims) => {
    const wrong = await startFalseProvider(() => claims);
    const here = rig.browser(wrong.settings);
    expect(await here.comeBack(wrong.passThrough(await begin(here)))).toBe('/sign-in?oidc=refused');
    await wrong.stop();
  });

  it('refuses an id token that the provider did not sign, and takes one that it did', async () => {
    const [forged, right] = [await startFalseProvider(() => ({}), true), await startFalseProvider(() => ({}))];
    const [one, other] = [rig.browser(forged.settings), rig.browser(right.settings)];
    expect(await one.comeBack(forged.passThrough(await begin(one)))).toBe('/sign-in?oidc=refused');
    expect(await other.comeBack(right.passThrough(await begin(other)))).toBe('/sign-in?oidc=unlinked');
    await Promise.all([forged.stop(), right.stop()]);
  });

  it('refuses a proof by a sign-in that lies back, whatever was asked of the provider', async () => {
    const lax = await startFalseProvider(() => ({ sub: 'lax', amr: ['mfa'], auth_time: Math.floor(Date.now() / 1000) - 3600 }));
    const who = await rig.aPerson();
    await sql`insert into people_identities (id, issuer, subject, person_id) values (${newId()}, ${lax.settings.issuer}, 'lax', ${who.id})`.execute(
      rig.test.db,
    );
    const here = await rig.signedIn(who, lax.settings);
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(rig.test.db);
    const { url } = await (await here.ask()).beginOidc({ purpose: 'proof', back: '/' });
    expect(await here.comeBack(lax.passThrough(url))).toBe('/sign-in?oidc=stale');
    expect((await account(here))?.freshUntil).toBeNull();
    const later = rig.browser(lax.settings);
    expect(await later.comeBack(lax.passThrough(await begin(later)))).toBe('/');
    expect(await account(later)).toMatchObject({ person: { id: who.id }, freshUntil: null });
    await lax.stop();
  });

  it('says that the provider does not answer, before the way and on it', async () => {
    const gone = await startFalseProvider(() => ({}));
    const here = rig.browser(gone.settings);
    const url = await begin(here);
    const query = gone.passThrough(url);
    await gone.stop();
    expect(await here.comeBack(query)).toBe('/sign-in?oidc=unreachable');
    const never = rig.browser(settingsFor('http://127.0.0.1:9'));
    expect(await refusedWith(begin(never))).toMatch(/does not answer/);
  });

  it('never sends the reader to another site', async () => {
    const here = rig.browser();
    for (const back of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/a\\b',
      '/a b',
      '/a\u0000b',
      '/a\u001bb',
      '/a\u007fb',
      '/a\u0085b',
    ]) {
      expect(await refusedWith((await here.ask()).beginOidc({ purpose: 'sign-in', back }))).toMatch(/^BAD_REQUEST/);
    }
  });

  it('makes an address wait that comes back with nothing good too often', async () => {
    rig.provider.sits({ subject: 'stranger' });
    const here = rig.browser();
    const told: string[] = [];
    for (let n = 0; n < 32; n += 1) told.push(await rig.goWith(here, 'sign-in'));
    expect(told[0]).toMatch(/unlinked/);
    expect(told[31]).toMatch(/oidc=wait/);
  });

  it('writes nothing for a GET that belongs to no way of ours, nor for a way that could not begin, which the log tells', async () => {
    const count = async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit_entries`.execute(rig.test.db);
      return rows[0]?.n;
    };
    const before = await count();
    const here = rig.browser();
    for (const query of ['', '?state=guessed&code=x', '?error=access_denied'])
      expect(await here.comeBack(query)).toBe('/sign-in?oidc=state');
    const told: string[] = [];
    const never = rig.browser(settingsFor('http://127.0.0.1:9'), { event: (what) => told.push(what) });
    expect(await refusedWith(begin(never))).toMatch(/does not answer/);
    expect([await count(), told]).toEqual([before, ['sign-in provider']]);
  });

  it('does not wait for ever for a provider that says nothing, and asks it once, however many begin', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const heard: unknown[] = [];
    mute.on('request', (request) => heard.push(request.url));
    const address = mute.address();
    const settings = settingsFor(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => refusedWith(begin(rig.browser(settings)))));
    expect(answers.every((text) => /does not answer/.test(text))).toBe(true);
    expect(heard).toHaveLength(1);
    mute.closeAllConnections();
    mute.close();
  });

  it('makes an address wait that begins too often and comes back from nowhere, a network of IPv6 as one', async () => {
    const told: string[] = [];
    for (let n = 0; n < 62; n += 1) {
      const here = browserOf(rig.serving, 'no-file', `2001:db8:0:7::${n.toString(16)}`, { oidc: rig.provider.settings });
      told.push(await begin(here).catch((fault: unknown) => String(fault)));
    }
    expect(told.slice(0, 60).every((text) => text.startsWith('http'))).toBe(true);
    expect(told[61]).toMatch(/Too many/);
    const neighbour = browserOf(rig.serving, 'no-file', '2001:db8:0:8::1', { oidc: rig.provider.settings });
    expect(await begin(neighbour)).toMatch(/^http/);
  });

  it('keeps nonce, verifier, state and tokens out of the database', async () => {
    const here = rig.browser();
    const url = new URL(await begin(here));
    const { rows } = await sql<{
      all: string;
    }>`select (select json_agg(f)::text from identity_flows f) || coalesce((select json_agg(i)::text from identity_invitations i), '') as all`.execute(
      rig.test.db,
    );
    for (const name of ['state', 'nonce']) expect(rows[0]?.all).not.toContain(url.searchParams.get(name));
  });
});
