// A browser of a test: keeps its cookies, asks the accounts' procedures as the server would, on a clock of the machine.
import { createRouterClient, ORPCError } from '@orpc/server';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { generate } from 'otplib';
import type { Visit } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { OidcSettings } from '../platform/oidc-settings.ts';
import { authorised } from './authority.ts';
import { callerOfVisit } from './callers.ts';
import { returnFromProvider } from './oidc-return.ts';
import { accountsRoutes } from './routes.ts';

const rulebook = loadPacks();
export const today = '2026-11-22';

export interface Browser {
  readonly cookie: () => string | null;
  readonly ask: () => Promise<ReturnType<typeof clientOf>['accounts']>;
  readonly visit: Visit;
  /** Back from the provider with that query; answers the page to open. */
  readonly comeBack: (query: string) => Promise<string>;
}

interface BrowserOptions {
  readonly secure?: boolean;
  readonly oidc?: OidcSettings | null;
  /** The person its page was drawn for. */
  readonly expects?: string | null;
  readonly log?: Pick<Log, 'event'>;
}

export const copySecret = 'a secret of this copy';

export function browserOf(db: Database, setupFile: string, address = '10.0.0.1', options: BrowserOptions = {}): Browser {
  const { secure = false, oidc = null, expects = null, log } = options;
  const jar = new Map<string, string>();
  const setCookie = (cookie: string) => {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
    if (/Max-Age=0/.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  };
  const pairs = () => [...jar].map(([name, value]) => `${name}=${value}`);
  const visit: Visit = {
    get cookies() {
      return pairs().join('; ') || null;
    },
    ...{ address, agent: 'test browser', secure, secret: copySecret, setupFile, setCookie, oidc, expects },
  };
  return {
    visit,
    cookie: () => pairs().find((pair) => !pair.includes('flow')) ?? null,
    ask: async () => clientOf(await contextOf(db, visit, log)).accounts,
    comeBack: async (query) => returnFromProvider(await contextOf(db, visit), query),
  };
}

async function contextOf(db: Database, visit: Visit, log?: Pick<Log, 'event'>) {
  return { ...(log ? { log } : {}), db, visit, caller: await callerOfVisit(db, visit, today), rulebook, today, requestId: 'test' };
}

function clientOf(context: Awaited<ReturnType<typeof contextOf>>) {
  return createRouterClient({ accounts: authorised.accounts.router(accountsRoutes) }, { context });
}

/** The English reason of a refusal; the answer itself when there was none. */
export async function refusedWith(action: Promise<unknown>): Promise<string> {
  try {
    return `answered ${JSON.stringify(await action)}`;
  } catch (fault) {
    if (fault instanceof ORPCError) return `${fault.code}: ${fault.message}`;
    throw fault;
  }
}

/**
 * The code that an authenticator shows now, or half a minute from now. None of the past: a half minute may end between here and the
 * server, which takes the code before and the one after.
 */
export function codeOf(secret: string, when: 'now' | 'soon' = 'now'): Promise<string> {
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + (when === 'soon' ? 30 : 0) });
}

/** Codes count again that were used: nobody waits for the next half minute in a test. */
export async function forgetCodes(db: Database): Promise<void> {
  await sql`update people_secrets set totp_step = 0 where totp_step is not null`.execute(db);
}
