// The rig of the tests of sign-in with a provider: a database, a real provider, people with an authenticator, browsers.
import { sql } from 'kysely';
import { expect } from 'vitest';
import { type Database, openDatabase } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { OidcSettings } from '../platform/oidc-settings.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { startProvider, type TestProvider } from './oidc-testing.ts';
import { insertPerson, setFactor, setPassword, setPendingFactor } from './person-queries.ts';
import { newFactor, newId, passwordHash, seal } from './secrets.ts';
import { seedUnits } from './seed.ts';
import { type Browser, browserOf, codeOf, copySecret, forgetCodes, today } from './testing.ts';

export interface Someone {
  readonly id: string;
  readonly login: string;
  /** A code of the authenticator that the server takes, whatever was used before. */
  readonly code: () => Promise<string>;
}

type Purpose = 'sign-in' | 'proof' | 'link';

export const password = 'Red-Maple-Hill-91';

export interface OidcRig {
  readonly test: TestDatabase;
  /** As requests are served. */
  readonly serving: Database;
  readonly provider: TestProvider;
  /** Each from an address of its own. */
  readonly browser: (oidc?: OidcSettings, log?: Pick<Log, 'event'>) => Browser;
  /** With a password of one's own and, unless said, an authenticator. */
  readonly aPerson: (how?: { readonly factor?: boolean; readonly role?: string }) => Promise<Someone>;
  readonly signedIn: (who: Someone, oidc?: OidcSettings) => Promise<Browser>;
  /** To the provider and back. */
  readonly goWith: (here: Browser, purpose: Purpose, more?: { readonly invitation?: string }) => Promise<string>;
  /** A browser in which the person has tied that identity. */
  readonly linked: (who: Someone, subject: string) => Promise<Browser>;
  readonly stop: () => Promise<void>;
}

/** `places` fills the divisions, which accounts do not know. */
export async function oidcRig(places: (db: Database) => Promise<unknown>): Promise<OidcRig> {
  const test = await createTestDatabase();
  const serving = openDatabase(test.servingUrl);
  const provider = await startProvider();
  await places(test.db);
  await seedUnits(test.db);
  let count = 0;
  const browser: OidcRig['browser'] = (oidc = provider.settings, log) => {
    count += 1;
    return browserOf(serving, 'no-file', `10.3.${count >> 8}.${count & 255}`, { oidc, ...(log ? { log } : {}) });
  };
  const signedIn = async (who: Someone, oidc?: OidcSettings) => {
    const here = browser(oidc);
    await (await here.ask()).signIn({ login: who.login, password, code: await who.code() });
    return here;
  };
  const goWith: OidcRig['goWith'] = async (here, purpose, more = {}) => {
    const { url } = await (await here.ask()).beginOidc({ purpose, back: '/plans?lang=zh', ...more });
    return here.comeBack(await provider.passThrough(url));
  };
  const linked = async (who: Someone, subject: string) => {
    const here = await signedIn(who);
    provider.sits({ subject });
    expect(await goWith(here, 'link')).toBe('/plans?lang=zh');
    return here;
  };
  const stop = async () => {
    await provider.stop();
    await serving.destroy();
    await test.drop();
  };
  return { test, serving, provider, browser, signedIn, goWith, linked, stop, aPerson: (how) => aPerson(test.db, how) };
}

let people = 0;

async function aPerson(db: Database, { factor = true, role = '' }: { factor?: boolean; role?: string } = {}): Promise<Someone> {
  people += 1;
  const [id, login, secret] = [newId(), `person${people}`, newFactor()];
  const hash = await passwordHash(password);
  await db.transaction().execute(async (tx) => {
    await insertPerson(tx, { id, login, name: `人员${people}`, hash, on: today });
    await setPassword(tx, id, hash, false);
    if (!factor) return;
    await setPendingFactor(tx, id, seal(secret, copySecret, id));
    await setFactor(tx, id, 0, []);
  });
  if (role) {
    await sql`insert into offices (id, person_id, unit_id, role, valid_from, origin, granted)
      values (${newId()}, ${id}, 'gov-330000', ${role}, ${today}, 'setup', true)`.execute(db);
  }
  const code = async () => {
    await forgetCodes(db);
    return codeOf(secret);
  };
  return { id, login, code };
}

export const account = async (here: Browser) => (await (await here.ask()).session()).account;
