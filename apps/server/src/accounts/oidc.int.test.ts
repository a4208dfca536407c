// Sign-in with an OpenID Connect provider, a real one, over real PostgreSQL; and everything a provider or a stranger may get wrong.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../platform/database.ts';
import type { OidcSettings } from '../platform/oidc-settings.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { settingsFor, startFalseProvider, startProvider, type TestProvider } from './oidc-testing.ts';
import { insertPerson, setFactor, setPassword, setPendingFactor } from './person-queries.ts';
import { newFactor, newId, passwordHash, seal } from './secrets.ts';
import { seedUnits } from './seed.ts';
import { type Browser, browserOf, codeOf, copySecret, refusedWith, today } from './testing.ts';

let test: TestDatabase;
/** As requests are served. */
let serving: Database;
let provider: TestProvider;
const password = 'Red-Maple-Hill-91';

beforeAll(async () => {
  test = await createTestDatabase();
  serving = openDatabase(test.servingUrl);
  provider = await startProvider();
  await saveJurisdictions(test.db, readJurisdictions());
  await seedUnits(test.db);
});
afterAll(async () => {
  await provider.stop();
  await serving.destroy();
  await test.drop();
});

let addresses = 0;
function browser(oidc: OidcSettings = provider.settings, expects: string | null = null): Browser {
  addresses += 1;
  return browserOf(serving, 'no-file', `10.3.${addresses >> 8}.${addresses & 255}`, { oidc, expects });
}

interface Someone {
  readonly id: string;
  readonly login: string;
  readonly secret: string;
  steps: number;
}

let count = 0;
/** With a password of one's own and, unless said, an authenticator. */
async function aPerson({ factor = true, role = '' } = {}): Promise<Someone> {
  count += 1;
  const [id, login, secret] = [newId(), `person${count}`, newFactor()];
  const hash = await passwordHash(password);
  await test.db.transaction().execute(async (tx) => {
    await insertPerson(tx, { id, login, name: `人员${count}`, hash, on: today });
    await setPassword(tx, id, hash, false);
    if (!factor) return;
    await setPendingFactor(tx, id, seal(secret, copySecret, id));
    await setFactor(tx, id, 0, []);
  });
  if (role) {
    await sql`insert into offices (id, person_id, unit_id, role, valid_from, origin, granted)
      values (${newId()}, ${id}, 'gov-330000', ${role}, ${today}, 'setup', true)`.execute(test.db);
  }
  return { id, login, secret, steps: -2 };
}

/** A code that was not used yet. */
function nextCode(who: Someone): Promise<string> {
  who.steps += 1;
  return codeOf(who.secret, who.steps);
}

async function signedIn(who: Someone, oidc?: OidcSettings): Promise<Browser> {
  const here = browser(oidc);
  await (await here.ask()).signIn({ login: who.login, password, code: await nextCode(who) });
  return here;
}

type Purpose = 'sign-in' | 'proof' | 'link';

/** To the provider and back. */
async function goWith(here: Browser, purpose: Purpose, more: { invitation?: string } = {}): Promise<string> {
  const { url } = await (await here.ask()).beginOidc({ purpose, back: '/plans?lang=zh', ...more });
  return here.comeBack(await provider.passThrough(url));
}

const account = async (here: Browser) => (await (await here.ask()).session()).account;

async function linked(who: Someone, subject: string): Promise<Browser> {
  const here = await signedIn(who);
  provider.sits({ subject });
  expect(await goWith(here, 'link')).toBe('/plans?lang=zh');
  return here;
}

async function actions(object: string): Promise<readonly string[]> {
  const { rows } = await sql<{ action: string }>`select action from audit_entries where object like ${object} order by id`.execute(test.db);
  return rows.map((row) => row.action);
}

describe('an identity of the provider', () => {
  it('opens nothing while it is tied to nobody, whatever it is called, and makes no account', async () => {
    const who = await aPerson();
    const before = await sql`select from people`.execute(test.db);
    const here = browser();
    provider.sits({ subject: who.login });
    expect(await goWith(here, 'sign-in')).toBe('/sign-in?oidc=unlinked&lang=zh');
    expect(await account(here)).toBeNull();
    expect((await sql`select from people`.execute(test.db)).rows).toHaveLength(before.rows.length);
  });

  it('is tied by the signed-in person after a fresh proof, and untied again; both on record', async () => {
    const who = await aPerson();
    const here = await linked(who, 'tied-one');
    const [identity] = await (await here.ask()).identities();
    expect(identity).toMatchObject({ issuer: provider.settings.issuer, invited: false });
    expect(await account(here)).toMatchObject({ hasIdentity: true });
    await sql`update account_sessions set proved_at = now() - interval '5 minutes' where person_id = ${who.id}`.execute(test.db);
    const ask = await here.ask();
    expect(await refusedWith(ask.unlinkIdentity({ id: identity?.id ?? '' }))).toMatch(/^PROOF_NEEDED/);
    expect(await refusedWith(ask.beginOidc({ purpose: 'link', back: '/account' }))).toMatch(/^PROOF_NEEDED/);
    await ask.proveAgain({ password, code: await nextCode(who) });
    expect(await (await here.ask()).unlinkIdentity({ id: identity?.id ?? '' })).toEqual([]);
    expect(await actions(`identities/${identity?.id}`)).toEqual(['accounts/link-identity', 'accounts/unlink-identity']);
    provider.sits({ subject: 'tied-one' });
    expect(await goWith(browser(), 'sign-in')).toMatch(/oidc=unlinked/);
  });

  it('opens one account only: a second person cannot tie it', async () => {
    await linked(await aPerson(), 'shared');
    const other = await signedIn(await aPerson());
    provider.sits({ subject: 'shared' });
    expect(await goWith(other, 'link')).toMatch(/oidc=taken/);
    expect(await (await other.ask()).identities()).toEqual([]);
  });

  it('is tied by an invitation of the security administrator, once; nobody invites himself', async () => {
    const admin = await aPerson({ role: 'security-admin' });
    const guest = await aPerson();
    const desk = await signedIn(admin);
    expect(await refusedWith((await desk.ask()).inviteIdentity({ id: admin.id }))).toMatch(/own account/);
    const first = await (await desk.ask()).inviteIdentity({ id: guest.id });
    const { token } = await (await desk.ask()).inviteIdentity({ id: guest.id });
    const here = browser();
    const begin = async (invitation: string) => (await here.ask()).beginOidc({ purpose: 'sign-in', back: '/', invitation });
    expect(await refusedWith(begin(first.token))).toMatch(/invitation is wrong/);
    provider.sits({ subject: 'guest', amr: ['mfa'] });
    expect(await goWith(here, 'sign-in', { invitation: token })).toBe('/plans?lang=zh');
    expect(await account(here)).toMatchObject({ person: { id: guest.id } });
    expect(await refusedWith(begin(token))).toMatch(/invitation is wrong/);
    expect(await refusedWith((await here.ask()).inviteIdentity({ id: admin.id }))).toMatch(/^NOT_ALLOWED/);
  });

  it('goes with a reset of the account: its sessions end and it opens nothing', async () => {
    const admin = await aPerson();
    const who = await aPerson();
    await linked(who, 'reset-one');
    await sql`insert into offices (id, person_id, unit_id, role, valid_from, origin, proposed_by)
      values (${newId()}, ${admin.id}, 'gov-330000', 'security-admin', ${today}, 'granted', ${who.id})`.execute(test.db);
    const { rows } = await sql<{ id: string }>`select id from people where id not in (${admin.id}, ${who.id}) limit 1`.execute(test.db);
    await sql`update offices set granted = true, decided_by = ${rows[0]?.id} where person_id = ${admin.id}`.execute(test.db);
    provider.sits({ subject: 'reset-one', amr: ['mfa'] });
    const here = browser();
    await goWith(here, 'sign-in');
    expect(await account(here)).toMatchObject({ person: { id: who.id } });
    await (await (await signedIn(admin)).ask()).resetPerson({ id: who.id });
    expect(await account(here)).toBeNull();
    expect(await goWith(browser(), 'sign-in')).toMatch(/oidc=unlinked/);
  });
});

describe('the second factor', () => {
  it('is still asked for when the provider does not vouch for one; the code counts once and attempts are limited', async () => {
    const who = await aPerson();
    await linked(who, 'weak-one');
    const here = browser();
    provider.sits({ subject: 'weak-one', amr: ['pwd'] });
    expect(await goWith(here, 'sign-in')).toBe('/sign-in?oidc=code&lang=zh');
    expect(await account(here)).toBeNull();
    expect(await refusedWith((await here.ask()).finishOidc({ code: '000000' }))).toMatch(/not right/);
    expect(await (await here.ask()).finishOidc({ code: await nextCode(who) })).toEqual({ back: '/plans?lang=zh' });
    expect(await account(here)).toMatchObject({ person: { id: who.id }, duties: [], freshUntil: expect.any(String) });
    expect(await refusedWith((await here.ask()).finishOidc({ code: await nextCode(who) }))).toMatch(/expired; begin again/);
    const guesser = browser();
    await goWith(guesser, 'sign-in');
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await refusedWith((await guesser.ask()).finishOidc({ code: `00000${n}` })));
    expect(answers[5]).toMatch(/Too many failures/);
  });

  it('is not asked for when amr says so; then neither password nor authenticator is owed', async () => {
    const who = await aPerson({ factor: false });
    const first = browser();
    await (await first.ask()).signIn({ login: who.login, password });
    expect(await account(first)).toMatchObject({ duties: ['factor'] });
    await sql`insert into people_identities (id, issuer, subject, person_id) values (${newId()}, ${provider.settings.issuer}, 'strong-one', ${who.id})`.execute(
      test.db,
    );
    const here = browser();
    provider.sits({ subject: 'strong-one', amr: ['pwd', 'mfa'] });
    expect(await goWith(here, 'sign-in')).toBe('/plans?lang=zh');
    expect(await account(here)).toMatchObject({ duties: [], freshUntil: expect.any(String) });
    provider.sits({ subject: 'strong-one', amr: ['pwd'] });
    const weak = browser();
    expect(await goWith(weak, 'sign-in')).toBe('/plans?lang=zh');
    expect(await account(weak)).toMatchObject({ duties: ['factor'] });
    expect(await goWith(here, 'proof')).toMatch(/oidc=weak/);
  });
});

describe('a fresh proof by the provider', () => {
  it('asks anew, gives a new token, and counts for five minutes', async () => {
    const who = await aPerson();
    const here = await linked(who, 'prover');
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(test.db);
    const cookie = here.cookie();
    provider.sits({ subject: 'prover', amr: ['mfa'] });
    const { url } = await (await here.ask()).beginOidc({ purpose: 'proof', back: '/account' });
    expect(new URL(url).searchParams.get('prompt')).toBe('login');
    expect(new URL(url).searchParams.get('max_age')).toBe('0');
    expect(await here.comeBack(await provider.passThrough(url))).toBe('/account');
    expect((await account(here))?.freshUntil).not.toBeNull();
    expect(here.cookie()).not.toBe(cookie);
    expect(await actions(`people/${who.id}`)).toContain('accounts/prove-oidc');
  });

  it('takes the code too when the provider vouches for none, and no other person’s identity', async () => {
    const who = await aPerson();
    const here = await linked(who, 'coder');
    await linked(await aPerson(), 'colleague');
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(test.db);
    provider.sits({ subject: 'coder' });
    expect(await goWith(here, 'proof')).toMatch(/oidc=code/);
    expect((await account(here))?.freshUntil).toBeNull();
    await (await here.ask()).finishOidc({ code: await nextCode(who) });
    expect((await account(here))?.freshUntil).not.toBeNull();
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(test.db);
    provider.sits({ subject: 'colleague', amr: ['mfa'] });
    expect(await goWith(here, 'proof')).toMatch(/oidc=unlinked/);
    expect(await account(here)).toMatchObject({ person: { id: who.id }, freshUntil: null });
  });
});

describe('what comes back wrongly', () => {
  const begin = async (here: Browser) => (await (await here.ask()).beginOidc({ purpose: 'sign-in', back: '/' })).url;

  it('is refused with a wrong state, from another browser, a second time, or too late', async () => {
    await linked(await aPerson(), 'replayed');
    provider.sits({ subject: 'replayed', amr: ['mfa'] });
    const here = browser();
    const query = await provider.passThrough(await begin(here));
    expect(await here.comeBack(query.replace(/state=[^&]+/, 'state=guessed'))).toBe('/sign-in?oidc=state');
    expect(await browser().comeBack(query)).toBe('/sign-in?oidc=state');
    const other = browser();
    await begin(other);
    expect(await other.comeBack(query)).toBe('/sign-in?oidc=state');
    expect(await here.comeBack(query)).toBe('/');
    expect(await here.comeBack(query)).toBe('/sign-in?oidc=state');
    const late = browser();
    const lateQuery = await provider.passThrough(await begin(late));
    await sql`update identity_flows set started_at = now() - interval '11 minutes'`.execute(test.db);
    expect(await late.comeBack(lateQuery)).toBe('/sign-in?oidc=state');
  });

  it('is refused with a code that was used before, under a state of its own', async () => {
    await linked(await aPerson(), 'code-replay');
    provider.sits({ subject: 'code-replay', amr: ['mfa'] });
    const here = browser();
    const query = await provider.passThrough(await begin(here));
    const used = new URLSearchParams(query).get('code') ?? '';
    expect(await here.comeBack(query)).toBe('/');
    const again = browser();
    const fresh = new URLSearchParams(await provider.passThrough(await begin(again)));
    fresh.set('code', used);
    expect(await again.comeBack(`?${fresh}`)).toBe('/sign-in?oidc=refused');
    expect(await account(again)).toBeNull();
  });

  it('tells when the person said no there, and when another issuer answers', async () => {
    provider.sits({ subject: 'any', refuses: true });
    const here = browser();
    expect(await here.comeBack(await provider.passThrough(await begin(here)))).toBe('/sign-in?oidc=denied');
    provider.sits({ subject: 'any', amr: ['mfa'] });
    const mixed = browser();
    const query = new URLSearchParams(await provider.passThrough(await begin(mixed)));
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
    const here = browser(wrong.settings);
    expect(await here.comeBack(wrong.passThrough(await begin(here)))).toBe('/sign-in?oidc=refused');
    await wrong.stop();
  });

  it('refuses an id token that the provider did not sign, and takes one that it did', async () => {
    const [forged, right] = [await startFalseProvider(() => ({}), true), await startFalseProvider(() => ({}))];
    const [one, other] = [browser(forged.settings), browser(right.settings)];
    expect(await one.comeBack(forged.passThrough(await begin(one)))).toBe('/sign-in?oidc=refused');
    expect(await other.comeBack(right.passThrough(await begin(other)))).toBe('/sign-in?oidc=unlinked');
    await Promise.all([forged.stop(), right.stop()]);
  });

  it('refuses a proof by a sign-in that lies back, whatever was asked of the provider', async () => {
    const lax = await startFalseProvider(() => ({ sub: 'lax', amr: ['mfa'], auth_time: Math.floor(Date.now() / 1000) - 3600 }));
    const who = await aPerson();
    await sql`insert into people_identities (id, issuer, subject, person_id) values (${newId()}, ${lax.settings.issuer}, 'lax', ${who.id})`.execute(
      test.db,
    );
    const here = await signedIn(who, lax.settings);
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(test.db);
    const { url } = await (await here.ask()).beginOidc({ purpose: 'proof', back: '/' });
    expect(await here.comeBack(lax.passThrough(url))).toBe('/sign-in?oidc=stale');
    expect((await account(here))?.freshUntil).toBeNull();
    const later = browser(lax.settings);
    expect(await later.comeBack(lax.passThrough(await begin(later)))).toBe('/');
    expect(await account(later)).toMatchObject({ person: { id: who.id }, freshUntil: null });
    await lax.stop();
  });

  it('says that the provider does not answer, before the way and on it', async () => {
    const gone = await startFalseProvider(() => ({}));
    const here = browser(gone.settings);
    const url = await begin(here);
    const query = gone.passThrough(url);
    await gone.stop();
    expect(await here.comeBack(query)).toBe('/sign-in?oidc=unreachable');
    const never = browser(settingsFor('http://127.0.0.1:9'));
    expect(await refusedWith(begin(never))).toMatch(/does not answer/);
  });

  it('never sends the reader to another site', async () => {
    const here = browser();
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\\b', '/a b']) {
      expect(await refusedWith((await here.ask()).beginOidc({ purpose: 'sign-in', back }))).toMatch(/^BAD_REQUEST/);
    }
  });

  it('makes an address wait that comes back with nothing good too often', async () => {
    provider.sits({ subject: 'stranger' });
    const here = browser();
    const told: string[] = [];
    for (let n = 0; n < 32; n += 1) told.push(await goWith(here, 'sign-in'));
    expect(told[0]).toMatch(/unlinked/);
    expect(told[31]).toMatch(/oidc=wait/);
  });

  it('keeps nonce, verifier, state and tokens out of the database', async () => {
    const here = browser();
    const url = new URL(await begin(here));
    const { rows } = await sql<{
      all: string;
    }>`select (select json_agg(f)::text from identity_flows f) || (select json_agg(i)::text from identity_invitations i) as all`.execute(
      test.db,
    );
    for (const name of ['state', 'nonce']) expect(rows[0]?.all).not.toContain(url.searchParams.get(name));
  });
});

describe('a page drawn for somebody', () => {
  it('is told when the session under it has ended or changed hands', async () => {
    const [one, other] = [await aPerson(), await aPerson()];
    const here = await signedIn(one);
    const asPage = (expects: string) => browserOf(serving, 'no-file', '10.4.0.1', { expects });
    const page = asPage(one.id);
    page.visit.setCookie(here.cookie() ?? '');
    expect(await (await page.ask()).sessions()).toHaveLength(1);
    const changed = asPage(other.id);
    changed.visit.setCookie(here.cookie() ?? '');
    expect(await refusedWith((await changed.ask()).sessions())).toMatch(/^SIGNED_OUT/);
    await (await here.ask()).signOut();
    expect(await refusedWith((await page.ask()).sessions())).toMatch(/^SIGNED_OUT/);
    expect(await (await page.ask()).session()).toMatchObject({ account: null });
  });
});

describe('the present password', () => {
  it('is guessed no more often than at sign-in, when it is changed and when it proves who is there', async () => {
    for (const way of ['change', 'prove'] as const) {
      const here = await signedIn(await aPerson());
      const guess = async (n: number) => {
        const ask = await here.ask();
        const current = `Guess-Number-${n}`;
        return refusedWith(
          way === 'change'
            ? ask.changePassword({ current, next: 'New-Password-31' })
            : ask.proveAgain({ password: current, code: '000000' }),
        );
      };
      const answers: string[] = [];
      for (let n = 0; n < 6; n += 1) answers.push(await guess(n));
      expect(answers.slice(0, 5).every((text) => /not right/.test(text))).toBe(true);
      expect(answers[5]).toMatch(/Too many failures/);
    }
  });
});
