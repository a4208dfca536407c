// Sign-in with an OpenID Connect provider, a real one, over real PostgreSQL: who an identity belongs to, the second factor, a fresh proof.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { account, type OidcRig, oidcRig, password } from './oidc-rig.ts';
import { newId } from './secrets.ts';
import { browserOf, refusedWith, today } from './testing.ts';

let rig: OidcRig;
beforeAll(async () => {
  rig = await oidcRig((db) => saveJurisdictions(db, readJurisdictions()));
});
afterAll(() => rig.stop());

async function actions(object: string): Promise<readonly string[]> {
  const { rows } = await sql<{ action: string }>`select action from audit_entries where object like ${object} order by id`.execute(
    rig.test.db,
  );
  return rows.map((row) => row.action);
}

describe('an identity of the provider', () => {
  it('opens nothing while it is tied to nobody, whatever it is called, and makes no account', async () => {
    const who = await rig.aPerson();
    const before = await sql`select from people`.execute(rig.test.db);
    const here = rig.browser();
    rig.provider.sits({ subject: who.login });
    expect(await rig.goWith(here, 'sign-in')).toBe('/sign-in?oidc=unlinked&lang=zh');
    expect(await account(here)).toBeNull();
    expect((await sql`select from people`.execute(rig.test.db)).rows).toHaveLength(before.rows.length);
  });

  it('is tied by the signed-in person after a fresh proof, and untied again; both on record', async () => {
    const who = await rig.aPerson();
    const here = await rig.linked(who, 'tied-one');
    const [identity] = await (await here.ask()).identities();
    expect(identity).toMatchObject({ issuer: rig.provider.settings.issuer, invited: false });
    expect(await account(here)).toMatchObject({ hasIdentity: true });
    await sql`update account_sessions set proved_at = now() - interval '5 minutes' where person_id = ${who.id}`.execute(rig.test.db);
    const ask = await here.ask();
    expect(await refusedWith(ask.unlinkIdentity({ id: identity?.id ?? '' }))).toMatch(/^PROOF_NEEDED/);
    expect(await refusedWith(ask.beginOidc({ purpose: 'link', back: '/account' }))).toMatch(/^PROOF_NEEDED/);
    await ask.proveAgain({ password, code: await who.code() });
    expect(await (await here.ask()).unlinkIdentity({ id: identity?.id ?? '' })).toEqual([]);
    expect(await actions(`identities/${identity?.id}`)).toEqual(['accounts/link-identity', 'accounts/unlink-identity']);
    rig.provider.sits({ subject: 'tied-one' });
    expect(await rig.goWith(rig.browser(), 'sign-in')).toMatch(/oidc=unlinked/);
  });

  it('opens one account only: a second person cannot tie it', async () => {
    await rig.linked(await rig.aPerson(), 'shared');
    const other = await rig.signedIn(await rig.aPerson());
    rig.provider.sits({ subject: 'shared' });
    expect(await rig.goWith(other, 'link')).toMatch(/oidc=taken/);
    expect(await (await other.ask()).identities()).toEqual([]);
  });

  it('is tied by an invitation of the security administrator, once; nobody invites himself', async () => {
    const admin = await rig.aPerson({ role: 'security-admin' });
    const guest = await rig.aPerson();
    const desk = await rig.signedIn(admin);
    expect(await refusedWith((await desk.ask()).inviteIdentity({ id: admin.id }))).toMatch(/own account/);
    const first = await (await desk.ask()).inviteIdentity({ id: guest.id });
    const { token } = await (await desk.ask()).inviteIdentity({ id: guest.id });
    const here = rig.browser();
    const begin = async (invitation: string) => (await here.ask()).beginOidc({ purpose: 'sign-in', back: '/', invitation });
    expect(await refusedWith(begin(first.token))).toMatch(/invitation is wrong/);
    rig.provider.sits({ subject: 'guest', amr: ['mfa'] });
    expect(await rig.goWith(here, 'sign-in', { invitation: token })).toBe('/plans?lang=zh');
    expect(await account(here)).toMatchObject({ person: { id: guest.id } });
    expect(await refusedWith(begin(token))).toMatch(/invitation is wrong/);
    expect(await refusedWith((await here.ask()).inviteIdentity({ id: admin.id }))).toMatch(/^NOT_ALLOWED/);
  });

  it('goes with a reset of the account: its sessions end and it opens nothing', async () => {
    const admin = await rig.aPerson();
    const who = await rig.aPerson();
    await rig.linked(who, 'reset-one');
    await sql`insert into offices (id, person_id, unit_id, role, valid_from, origin, proposed_by)
      values (${newId()}, ${admin.id}, 'gov-330000', 'security-admin', ${today}, 'granted', ${who.id})`.execute(rig.test.db);
    const { rows } = await sql<{ id: string }>`select id from people where id not in (${admin.id}, ${who.id}) limit 1`.execute(rig.test.db);
    await sql`update offices set granted = true, decided_by = ${rows[0]?.id} where person_id = ${admin.id}`.execute(rig.test.db);
    rig.provider.sits({ subject: 'reset-one', amr: ['mfa'] });
    const here = rig.browser();
    await rig.goWith(here, 'sign-in');
    expect(await account(here)).toMatchObject({ person: { id: who.id } });
    await (await (await rig.signedIn(admin)).ask()).resetPerson({ id: who.id });
    expect(await account(here)).toBeNull();
    expect(await rig.goWith(rig.browser(), 'sign-in')).toMatch(/oidc=unlinked/);
  });
});

describe('the second factor', () => {
  it('is still asked for when the provider does not vouch for one; the code counts once and attempts are limited', async () => {
    const who = await rig.aPerson();
    await rig.linked(who, 'weak-one');
    const here = rig.browser();
    rig.provider.sits({ subject: 'weak-one', amr: ['pwd'] });
    expect(await rig.goWith(here, 'sign-in')).toBe('/sign-in?oidc=code&lang=zh');
    expect(await account(here)).toBeNull();
    expect(await refusedWith((await here.ask()).finishOidc({ code: '000000' }))).toMatch(/not right/);
    expect(await (await here.ask()).finishOidc({ code: await who.code() })).toEqual({ back: '/plans?lang=zh' });
    expect(await account(here)).toMatchObject({ person: { id: who.id }, duties: [], freshUntil: expect.any(String) });
    expect(await refusedWith((await here.ask()).finishOidc({ code: await who.code() }))).toMatch(/expired; begin again/);
    const guesser = rig.browser();
    await rig.goWith(guesser, 'sign-in');
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await refusedWith((await guesser.ask()).finishOidc({ code: `00000${n}` })));
    expect(answers[5]).toMatch(/Too many failures/);
  });

  it('is not asked for when amr says so; then neither password nor authenticator is owed', async () => {
    const who = await rig.aPerson({ factor: false });
    const first = rig.browser();
    await (await first.ask()).signIn({ login: who.login, password });
    expect(await account(first)).toMatchObject({ duties: ['factor'] });
    await sql`insert into people_identities (id, issuer, subject, person_id) values (${newId()}, ${rig.provider.settings.issuer}, 'strong-one', ${who.id})`.execute(
      rig.test.db,
    );
    const here = rig.browser();
    rig.provider.sits({ subject: 'strong-one', amr: ['pwd', 'mfa'] });
    expect(await rig.goWith(here, 'sign-in')).toBe('/plans?lang=zh');
    expect(await account(here)).toMatchObject({ duties: [], freshUntil: expect.any(String) });
    rig.provider.sits({ subject: 'strong-one', amr: ['pwd'] });
    const weak = rig.browser();
    expect(await rig.goWith(weak, 'sign-in')).toBe('/plans?lang=zh');
    expect(await account(weak)).toMatchObject({ duties: ['factor'] });
    expect(await rig.goWith(here, 'proof')).toMatch(/oidc=weak/);
  });
});

describe('a fresh proof by the provider', () => {
  it('asks anew, gives a new token, and counts for five minutes', async () => {
    const who = await rig.aPerson();
    const here = await rig.linked(who, 'prover');
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(rig.test.db);
    const cookie = here.cookie();
    rig.provider.sits({ subject: 'prover', amr: ['mfa'] });
    const { url } = await (await here.ask()).beginOidc({ purpose: 'proof', back: '/account' });
    expect(new URL(url).searchParams.get('prompt')).toBe('login');
    expect(new URL(url).searchParams.get('max_age')).toBe('0');
    expect(await here.comeBack(await rig.provider.passThrough(url))).toBe('/account');
    expect((await account(here))?.freshUntil).not.toBeNull();
    expect(here.cookie()).not.toBe(cookie);
    expect(await actions(`people/${who.id}`)).toContain('accounts/prove-oidc');
  });

  it('takes the code too when the provider vouches for none, and no other person’s identity', async () => {
    const who = await rig.aPerson();
    const here = await rig.linked(who, 'coder');
    await rig.linked(await rig.aPerson(), 'colleague');
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(rig.test.db);
    rig.provider.sits({ subject: 'coder' });
    expect(await rig.goWith(here, 'proof')).toMatch(/oidc=code/);
    expect((await account(here))?.freshUntil).toBeNull();
    await (await here.ask()).finishOidc({ code: await who.code() });
    expect((await account(here))?.freshUntil).not.toBeNull();
    await sql`update account_sessions set proved_at = null where person_id = ${who.id}`.execute(rig.test.db);
    rig.provider.sits({ subject: 'colleague', amr: ['mfa'] });
    expect(await rig.goWith(here, 'proof')).toMatch(/oidc=unlinked/);
    expect(await account(here)).toMatchObject({ person: { id: who.id }, freshUntil: null });
  });
});

describe('a page drawn for somebody', () => {
  it('is told when the session under it has ended or changed hands', async () => {
    const [one, other] = [await rig.aPerson(), await rig.aPerson()];
    const here = await rig.signedIn(one);
    const asPage = (expects: string) => browserOf(rig.serving, 'no-file', '10.4.0.1', { expects });
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
      const here = await rig.signedIn(await rig.aPerson());
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
