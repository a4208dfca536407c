// Sign-in, second factor, lock-out, sessions and grants over real PostgreSQL.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { unitOfCard } from './scope.ts';
import { seedUnits } from './seed.ts';
import { offerSetup } from './setup.ts';
import { type Browser, browserOf, codeOf, forgetCodes, refusedWith, today } from './testing.ts';

let test: TestDatabase;
/** As requests are served: by the role that owns nothing. */
let serving: Database;
let folder: string;
let tokenFile: string;

beforeAll(async () => {
  test = await createTestDatabase();
  serving = openDatabase(test.servingUrl);
  folder = mkdtempSync(join(tmpdir(), 'zhenghe-accounts-'));
  tokenFile = join(folder, 'setup-token');
  await saveJurisdictions(test.db, readJurisdictions());
  await seedUnits(test.db);
});
afterAll(async () => {
  await serving.destroy();
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

let addresses = 0;
function nextAddress(): string {
  addresses += 1;
  return `10.0.1.${addresses}`;
}

/** Each from an address of its own, so that one test's failures do not keep another waiting. */
const browser = () => browserOf(serving, tokenFile, nextAddress());

const first = { security: 'Tall-Bamboo-27', system: 'Quiet-River-58' };
const own = { security: 'Red-Maple-Hill-91', system: 'Blue-Stone-Gate-64' };
const people: Record<string, { browser: Browser; secret: string; codes: readonly string[]; password: string }> = {};

/** First sign-in: own password, second factor. */
async function enter(login: string, password: string, next: string) {
  const here = browser();
  await (await here.ask()).signIn({ login, password });
  await (await here.ask()).changePassword({ current: password, next });
  const { secret } = await (await here.ask()).startFactor();
  const { recoveryCodes } = await (await here.ask()).confirmFactor({ code: await codeOf(secret) });
  await forgetCodes(test.db);
  people[login] = { browser: here, secret, codes: recoveryCodes, password: next };
  return people[login];
}

function person(login: string) {
  const found = people[login];
  if (!found) throw new Error(`${login} has not entered`);
  return found;
}

async function actor(login: string) {
  return person(login).browser.ask();
}

async function made(login: string, name: string) {
  const added = await (await actor('anquan')).addPerson({ login, name });
  await enter(login, added.password, `Own-Password-of-${name.length}-77`);
  return added.person.id;
}

describe('the first start', () => {
  it('has no account at all, and shows a token that is kept for its owner alone', async () => {
    const said: string[] = [];
    await offerSetup(test.db, tokenFile, (line) => said.push(line));
    expect(said.join('\n')).toContain(readFileSync(tokenFile, 'utf8').trim());
    expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
    expect(await (await browser().ask()).session()).toMatchObject({ setup: true, account: null, card: null });
  });

  it('refuses a wrong token, one person twice, and a weak password', async () => {
    const token = readFileSync(tokenFile, 'utf8').trim();
    const security = { login: 'anquan', name: '安全甲', password: first.security };
    const system = { login: 'xitong', name: '系统乙', password: first.system };
    const ask = await browser().ask();
    expect(await refusedWith(ask.setup({ token: 'x', security, system }))).toMatch(/token is wrong/);
    expect(await refusedWith(ask.setup({ token, security, system: { ...system, login: 'ANQUAN' } }))).toMatch(/two people/);
    expect(await refusedWith(ask.setup({ token, security, system: { ...system, password: 'password' } }))).toMatch(/at least 10/);
    expect(await ask.setup({ token, security, system })).toEqual({ made: true });
    expect(existsSync(tokenFile)).toBe(false);
    expect(await refusedWith(ask.setup({ token, security, system }))).toMatch(/door is closed/);
  });

  it('lets the first two in, who owe a password and a second factor before any office acts', async () => {
    const here = browser();
    await (await here.ask()).signIn({ login: 'anquan', password: first.security });
    const session = await (await here.ask()).session();
    expect(session).toMatchObject({ card: null, setup: false, account: { duties: ['password', 'factor'] } });
    expect(await refusedWith((await here.ask()).people())).toMatch(/^NOT_ALLOWED/);
    await enter('anquan', first.security, own.security);
    await enter('xitong', first.system, own.system);
    expect(await (await actor('anquan')).session()).toMatchObject({ card: { role: 'security-admin' }, account: { duties: [] } });
    expect(await (await actor('xitong')).session()).toMatchObject({ card: { role: 'system-admin' } });
  });
});

describe('signing in', () => {
  it('asks for the code, takes it once, and gives a new token each time', async () => {
    const { secret } = person('xitong');
    const here = browser();
    const offer = { login: 'xitong', password: own.system };
    expect(await (await here.ask()).signIn(offer)).toEqual({ outcome: 'code-needed' });
    expect(here.cookie()).toBeNull();
    const code = await codeOf(secret);
    expect(await (await here.ask()).signIn({ ...offer, code })).toEqual({ outcome: 'signed-in' });
    const cookie = here.cookie();
    expect(await refusedWith((await browser().ask()).signIn({ ...offer, code }))).toMatch(/not right/);
    await (await here.ask()).signIn({ ...offer, code: await codeOf(secret, 'soon') });
    expect(here.cookie()).not.toBe(cookie);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const [code = ''] = person('xitong').codes;
    const offer = { login: 'XITONG', password: own.system, code: code.toUpperCase() };
    expect(await (await browser().ask()).signIn(offer)).toEqual({ outcome: 'signed-in' });
    expect(await refusedWith((await browser().ask()).signIn(offer))).toMatch(/not right/);
  });

  it('says the same for a wrong login and a wrong password', async () => {
    const unknown = await refusedWith((await browser().ask()).signIn({ login: 'nobody', password: 'Whatever-12' }));
    const known = await refusedWith((await browser().ask()).signIn({ login: 'anquan', password: 'Whatever-12' }));
    expect(known).toBe(unknown);
  });

  it('lets no more than five of a hundred guesses at once be looked at, then waits', async () => {
    const guesses = Array.from({ length: 100 }, async (_, n) =>
      refusedWith((await browser().ask()).signIn({ login: 'guessed', password: `Guess-${n}` })),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((text) => /not right/.test(text))).toHaveLength(5);
    expect(answers.filter((text) => /Too many failures/.test(text))).toHaveLength(95);
  });

  it('makes one address wait that tries many accounts', async () => {
    const here = browser();
    const answers: string[] = [];
    for (let n = 0; n < 32; n += 1) answers.push(await refusedWith((await here.ask()).signIn({ login: `many${n}`, password: 'Guess-1' })));
    expect(answers.slice(0, 30).every((text) => /not right/.test(text))).toBe(true);
    expect(answers[31]).toMatch(/Too many failures/);
  });

  it('keeps nothing in the clear: passwords, codes, tokens and secrets of the second factor', async () => {
    const { rows } = await sql<{ all: string }>`select
      (select json_agg(s)::text from people_secrets s) || (select json_agg(r)::text from recovery_codes r)
      || (select json_agg(a)::text from account_sessions a) || (select json_agg(e)::text from audit_entries e) as all`.execute(test.db);
    const text = rows[0]?.all ?? '';
    const { secret, codes, browser: here } = person('anquan');
    for (const hidden of [own.security, secret, ...codes, here.cookie()?.split('=')[1] ?? 'no cookie']) expect(text).not.toContain(hidden);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1');
  });
});

describe('a session', () => {
  it('ends when idle, and at the latest after twelve hours', async () => {
    for (const column of ['last_seen_at', 'began_at']) {
      const here = browser();
      const { password } = person('xitong');
      const code = person('xitong').codes[column === 'began_at' ? 1 : 2] ?? '';
      await (await here.ask()).signIn({ login: 'xitong', password, code });
      expect((await (await here.ask()).session()).account).not.toBeNull();
      const back = column === 'began_at' ? '12 hours' : '15 minutes';
      await sql`update account_sessions set ${sql.ref(column)} = now() - ${back}::interval
        where ended_at is null and token_sha256 = encode(sha256(${here.cookie()?.split('=')[1] ?? ''}::bytea), 'hex')`.execute(test.db);
      expect((await (await here.ask()).session()).account).toBeNull();
    }
  });

  it('is listed, ended from another browser, and gone at once', async () => {
    const here = browser();
    await (await here.ask()).signIn({ login: 'xitong', password: own.system, code: person('xitong').codes[3] ?? '' });
    const list = await (await actor('xitong')).sessions();
    expect(list.filter((one) => one.current)).toHaveLength(1);
    const other = list.find((one) => one.address === here.visit.address);
    await (await actor('xitong')).endSession({ id: other?.id ?? '' });
    expect((await (await here.ask()).session()).account).toBeNull();
    expect(await refusedWith((await actor('anquan')).endSession({ id: other?.id ?? '' }))).toMatch(/^NOT_FOUND/);
  });
});

describe('granting', () => {
  it('takes a fresh proof of identity', async () => {
    await sql`update account_sessions set proved_at = now() - interval '5 minutes'`.execute(test.db);
    expect(await refusedWith((await actor('anquan')).addPerson({ login: 'clerk', name: '经办丙' }))).toMatch(/new proof/);
    for (const login of ['anquan', 'xitong']) {
      const { password, codes } = person(login);
      await (await actor(login)).proveAgain({ password, code: codes[9] ?? '' });
    }
  });

  it('takes two people, and never gives to oneself', async () => {
    const clerk = await made('clerk', '经办丙');
    const me = (await (await actor('anquan')).session()).account?.person.id ?? '';
    const system = (await (await actor('xitong')).session()).account?.person.id ?? '';
    const office = { unitId: 'gov-330726', role: 'county' as const, from: today };
    expect(await refusedWith((await actor('anquan')).proposeOffice({ ...office, personId: me }))).toMatch(/for himself/);
    expect(await refusedWith((await actor('xitong')).proposeOffice({ ...office, personId: clerk }))).toMatch(/^NOT_ALLOWED/);
    const proposed = await (await actor('anquan')).proposeOffice({ ...office, personId: clerk });
    expect((await (await actor('clerk')).session()).card).toBeNull();
    expect(await refusedWith((await actor('anquan')).decideOffice({ id: proposed.id, grant: true }))).toMatch(/two people/);
    const toSystem = await (await actor('anquan')).proposeOffice({ ...office, personId: system });
    expect(await refusedWith((await actor('xitong')).decideOffice({ id: toSystem.id, grant: true }))).toMatch(/to himself/);
    expect(await (await actor('xitong')).decideOffice({ id: proposed.id, grant: true })).toMatchObject({ state: 'granted' });
    expect(await refusedWith((await actor('xitong')).decideOffice({ id: proposed.id, grant: false }))).toMatch(/decided already/);
    const session = await (await actor('clerk')).chooseOffice({ id: proposed.id });
    expect(session.card).toMatchObject({ role: 'county', jurisdiction: '330726', unitId: 'gov-330726', personId: clerk });
  });

  it('keeps the three administrators apart from each other and from the business', async () => {
    const auditor = await made('shenji', '审计丁');
    const grant = async (role: 'audit-admin' | 'system-admin' | 'province') => {
      const { id } = await (await actor('anquan')).proposeOffice({ personId: auditor, unitId: 'gov-330000', role, from: today });
      return (await actor('xitong')).decideOffice({ id, grant: true });
    };
    expect(await grant('audit-admin')).toMatchObject({ state: 'granted' });
    expect(await refusedWith(grant('system-admin'))).toMatch(/stay apart/);
    expect(await refusedWith(grant('province'))).toMatch(/stay apart/);
  });

  it('is kept apart by the database too, whatever the code says', async () => {
    const { rows } = await sql<{ person: string; office: string }>`select person_id as person, id as office from offices
      where role = 'audit-admin'`.execute(test.db);
    const [{ person: auditor, office } = { person: '', office: '' }] = rows;
    const others = await sql<{ id: string }>`select id from people where id <> ${auditor} limit 2`.execute(test.db);
    const [a, b] = others.rows.map((row) => row.id);
    const insert = (columns: string, values: string) =>
      sql.raw(
        `insert into offices (id, unit_id, valid_from, ${columns}) values (gen_random_uuid()::text, 'gov-330000', '2026-01-01', ${values})`,
      );
    await expect(insert('person_id, role, origin, proposed_by', `'${a}', 'county', 'granted', '${a}'`).execute(test.db)).rejects.toThrow(
      /nobody_for_himself/,
    );
    await expect(
      insert(
        'person_id, role, origin, proposed_by, decided_by, granted',
        `'${auditor}', 'system-admin', 'granted', '${a}', '${b}', true`,
      ).execute(test.db),
    ).rejects.toThrow(/proposed before/);
    await expect(insert('person_id, role, origin, granted', `'${a}', 'audit-admin', 'setup', true`).execute(test.db)).rejects.toThrow(
      /first two/,
    );
    await expect(sql`update offices set role = 'security-admin' where id = ${office}`.execute(test.db)).rejects.toThrow(/decided once/);
    await expect(sql`delete from offices`.execute(test.db)).rejects.toThrow();
    await insert('person_id, role, origin, proposed_by', `'${auditor}', 'system-admin', 'granted', '${a}'`).execute(test.db);
    await expect(
      sql`update offices set granted = true, decided_by = ${b} where person_id = ${auditor} and role = 'system-admin'
        and granted is null and proposed_by = ${a}`.execute(test.db),
    ).rejects.toThrow(/no other role/);
  });

  it('gives a role only where it sits: no county officer in a city, no department officer in a government', async () => {
    const clerk = (await (await actor('anquan')).people()).find((one) => one.login === 'clerk')?.id ?? '';
    const propose = async (role: 'county' | 'department' | 'audit-admin', unitId: string) =>
      refusedWith((await actor('anquan')).proposeOffice({ personId: clerk, unitId, role, from: today }));
    expect(await propose('county', 'gov-330700')).toMatch(/does not fit/);
    expect(await propose('department', 'gov-330700')).toMatch(/does not fit/);
    expect(await propose('audit-admin', 'zone-none')).toMatch(/no such unit/i);
  });

  it('lets the security administrator look with another’s eyes, read-only and on record', async () => {
    const office = (await (await actor('anquan')).offices()).find((one) => one.role === 'county' && one.state === 'granted');
    const seen = await (await actor('anquan')).viewAs({ office: office?.id ?? '' });
    expect(seen).toMatchObject({ card: { role: 'county' }, account: { viewingAs: { zh: '浦江县人民政府' } } });
    expect(await refusedWith((await actor('anquan')).addPerson({ login: 'sneaky', name: '某' }))).toMatch(/another’s eyes/);
    expect(await (await actor('anquan')).viewAs({ office: null })).toMatchObject({ card: { role: 'security-admin' } });
    expect(await refusedWith((await actor('xitong')).viewAs({ office: office?.id ?? '' }))).toMatch(/^NOT_ALLOWED/);
    const { rows } = await sql`select 1 as one from audit_entries where action = 'accounts/view-as'`.execute(test.db);
    expect(rows).toHaveLength(1);
  });

  it('ends at once in open sessions, and never the last administrator of a kind', async () => {
    const all = await (await actor('anquan')).offices();
    const county = all.find((one) => one.role === 'county' && one.state === 'granted');
    await (await actor('anquan')).endOffice({ id: county?.id ?? '' });
    expect((await (await actor('clerk')).session()).card).toBeNull();
    const system = all.find((one) => one.role === 'system-admin' && one.state === 'granted');
    expect(await refusedWith((await actor('anquan')).endOffice({ id: system?.id ?? '' }))).toMatch(/last administrator/);
  });

  it('ends with the account: a person who left is out', async () => {
    const clerk = (await (await actor('anquan')).people()).find((one) => one.login === 'clerk');
    await (await actor('anquan')).endPerson({ id: clerk?.id ?? '' });
    expect((await (await actor('clerk')).session()).account).toBeNull();
  });
});

describe('units', () => {
  const land = { kind: 'department' as const, name: '金华市自然资源和规划局', parent: 'gov-330700', function: 'land', from: today };

  it('are departments that cases can name: of a function that the workflows ask, one in a place at a time', async () => {
    const ask = await actor('anquan');
    expect((await ask.unitFunctions()).map(({ code }) => code)).toEqual(expect.arrayContaining(['land', 'environment', 'finance']));
    expect(await refusedWith(ask.addUnit({ ...land, function: undefined }))).toMatch(/needs one of the functions/);
    expect(await refusedWith(ask.addUnit({ ...land, function: 'tea' }))).toMatch(/needs one of the functions/);
    expect(await refusedWith(ask.addUnit({ ...land, kind: 'township' }))).toMatch(/other units have none/);
    const added = await ask.addUnit(land);
    expect(added).toMatchObject({ caseUnit: '330700/land', function: 'land', jurisdiction: '330700' });
    expect(await refusedWith(ask.addUnit({ ...land, name: '金华市第二自然资源局' }))).toMatch(/has a department with that function/);
    expect(await ask.addUnit({ ...land, parent: 'gov-330726' })).toMatchObject({ caseUnit: '330726/land' });
    await sql`update units set valid_from = '2026-01-01' where id = ${added.id}`.execute(test.db);
    await ask.endUnit({ id: added.id, on: today });
    expect(await ask.addUnit({ ...land, name: '金华市自然资源局' })).toMatchObject({ caseUnit: '330700/land' });
  });

  it('are one when two are added at once, and the database keeps it so', async () => {
    const ask = await actor('anquan');
    const both = await Promise.all(
      ['甲局', '乙局'].map((name) => refusedWith(ask.addUnit({ ...land, name, function: 'finance', parent: 'gov-330726' }))),
    );
    expect(both.filter((text) => /^answered/.test(text))).toHaveLength(1);
    const again = sql`insert into units (id, kind, name, function, parent, jurisdiction, valid_from, source)
      values ('again', 'department', '又一局', 'finance', 'gov-330726', '330726', ${today}, 'test')`;
    await expect(again.execute(test.db)).rejects.toThrow(/has a department with that function/);
  });

  it('are named by cases with their place, whatever their kind; governments by their place alone', async () => {
    const ask = await actor('anquan');
    const { id, caseUnit } = await ask.addUnit({ kind: 'township', name: '黄宅镇人民政府', parent: 'gov-330726', from: today });
    expect(caseUnit).toBe(`330726/${id}`);
    const [county] = await ask.units({ on: today, query: '浦江县人民政府' });
    expect(county).toMatchObject({ id: 'gov-330726', caseUnit: '330726', function: null });
    expect(await refusedWith(ask.addUnit({ kind: 'county', name: '某县人民政府', parent: 'gov-330700', from: today }))).toMatch(
      /unit above/,
    );
  });

  it('give a department officer the name that cases ask for', async () => {
    const officer = await made('guotu', '国土戊');
    const unit = (await (await actor('anquan')).units({ on: today, query: '金华市自然资源局' }))[0];
    const asked = { personId: officer, unitId: unit?.id ?? '', role: 'department' as const, from: today };
    const { id } = await (await actor('anquan')).proposeOffice(asked);
    await (await actor('xitong')).decideOffice({ id, grant: true });
    const { card } = await (await actor('guotu')).chooseOffice({ id });
    expect(card).toMatchObject({ role: 'department', jurisdiction: '330700', unitId: '330700/land' });
    expect(unitOfCard(card)).toBe('330700/land');
  });
});

describe('levels of data', () => {
  it('show the system administrator who a person is, and not the login; the security administrator both', async () => {
    const [clerk] = (await (await actor('xitong')).people()).filter((one) => one.name === '国土戊');
    expect(clerk).toMatchObject({ login: 'gu****' });
    const own = (await (await actor('xitong')).people()).find((one) => one.name === '系统乙');
    expect(own).toMatchObject({ login: 'xitong' });
    expect((await (await actor('anquan')).people()).map(({ login }) => login)).toEqual(expect.arrayContaining(['guotu', 'xitong']));
    expect((await (await actor('guotu')).session()).account?.person).toMatchObject({ login: 'guotu', name: '国土戊' });
    expect((await (await actor('guotu')).sessions()).every(({ address }) => address.startsWith('10.'))).toBe(true);
  });
});

describe('the own password', () => {
  it('does not come back, and a reset by the administrator owes both duties again', async () => {
    const { password } = person('shenji');
    expect(await refusedWith((await actor('shenji')).changePassword({ current: password, next: password }))).toMatch(/Not one of the last/);
    expect(await refusedWith((await actor('shenji')).changePassword({ current: 'wrong', next: 'New-Password-31' }))).toMatch(/not right/);
    const id = (await (await actor('shenji')).session()).account?.person.id ?? '';
    const { password: again } = await (await actor('anquan')).resetPerson({ id });
    expect((await (await actor('shenji')).session()).account).toBeNull();
    const here = browser();
    await (await here.ask()).signIn({ login: 'shenji', password: again });
    expect((await (await here.ask()).session()).account?.duties).toEqual(['password', 'factor']);
  });

  it('gets old after ninety days under the 等保 profile, not under ASVS', async () => {
    await sql`update people_secrets set password_set_at = now() - interval '90 days'
      where person_id = (select id from people where login = 'xitong')`.execute(test.db);
    expect((await (await actor('xitong')).session()).account?.duties).toEqual(['password']);
    await sql`insert into account_settings (content, set_by) select ${JSON.stringify({ passwordProfile: 'asvs', idleMinutes: 15, absoluteHours: 12 })}::jsonb, id
      from people where login = 'xitong'`.execute(test.db);
    expect((await (await actor('xitong')).session()).account?.duties).toEqual([]);
  });
});

describe('settings', () => {
  it('belong to the system administrator, with a fresh proof, within bounds', async () => {
    const next = { passwordProfile: 'asvs' as const, idleMinutes: 20, absoluteHours: 8 };
    expect(await refusedWith((await actor('anquan')).saveSettings(next))).toMatch(/^NOT_ALLOWED/);
    expect(await (await actor('xitong')).saveSettings(next)).toEqual(next);
    expect(await (await actor('xitong')).settings()).toEqual(next);
    expect(await refusedWith((await actor('xitong')).saveSettings({ ...next, idleMinutes: 600 }))).toMatch(/BAD_REQUEST/);
  });
});
