// A browser of a test: keeps its cookie, asks the accounts' procedures as the server would, on a clock of the machine.
import { createRouterClient, ORPCError } from '@orpc/server';
import { loadPacks } from '@zhenghe/rulebook';
import { generate } from 'otplib';
import type { Visit } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { authorised } from './authority.ts';
import { callerOfVisit } from './callers.ts';
import { accountsRoutes } from './routes.ts';

const rulebook = loadPacks();
export const today = '2026-11-22';

export interface Browser {
  readonly cookie: () => string | null;
  readonly ask: () => Promise<ReturnType<typeof clientOf>['accounts']>;
  /** As `ask`, with the cookie kept after it. */
  readonly visit: Visit;
}

export function browserOf(db: Database, setupFile: string, address = '10.0.0.1', secure = false): Browser {
  let jar: string | null = null;
  const setCookie = (cookie: string) => {
    const [pair = ''] = cookie.split(';');
    jar = /Max-Age=0/.test(cookie) ? null : pair;
  };
  const visit: Visit = {
    get cookies() {
      return jar;
    },
    ...{ address, agent: 'test browser', secure, secret: 'a secret of this copy', setupFile, setCookie },
  };
  return {
    visit,
    cookie: () => jar,
    ask: async () => clientOf(db, visit, await callerOfVisit(db, visit, today)).accounts,
  };
}

function clientOf(db: Database, visit: Visit, caller: Awaited<ReturnType<typeof callerOfVisit>>) {
  const context = { db, visit, caller, rulebook, today, requestId: 'test' };
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

/** The code that an authenticator shows, `steps` half minutes from now. */
export function codeOf(secret: string, steps = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });
}
