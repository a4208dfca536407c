// The contract, ready to be implemented: every noun's routes.ts builds on `api`, never on oRPC itself.

import { implement } from '@orpc/server';
import { contract } from '@zhenghe/contract';
import type { Account, RoleCard } from '@zhenghe/contract/accounts';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from './database.ts';
import type { Log } from './log.ts';
import type { OidcSettings } from './oidc-settings.ts';
import type { Signer } from './signing.ts';

/** Who asks. Without a card a caller is the public. */
export interface Caller {
  readonly profile: 'demo' | 'production';
  readonly card: RoleCard | null;
  /** The person behind the card; absent in the demo and for the public. */
  readonly signedIn?: SignedIn;
}

/** A person with an open session, as the session's answer tells it. */
export interface SignedIn extends Omit<Readonly<Account>, 'offices' | 'duties'> {
  readonly sessionId: string;
  readonly offices: readonly RoleCard[];
  readonly duties: readonly Account['duties'][number][];
  /** The office the session acts in, whether or not another's view is looked at. */
  readonly actingOffice: string | null;
}

/** The browser behind a request, for signing in and out. */
export interface Visit {
  readonly cookies: string | null;
  readonly address: string;
  readonly agent: string;
  /** Over https: the cookie is bound to the host. */
  readonly secure: boolean;
  /** The secret of this copy, outside the database. */
  readonly secret: string;
  /** Where the token of the first start lies. */
  readonly setupFile: string;
  /** The provider people may sign in with. */
  readonly oidc: OidcSettings | null;
  /** The person the asking page was drawn for: a session that ended or changed hands under it is told, not quietly used. */
  readonly expects: string | null;
  readonly setCookie: (cookie: string) => void;
}

/** The demo's desk of role cards. Only the demo profile puts one into the context; production has nothing to inherit. */
export interface DemoDesk {
  readonly cards: readonly RoleCard[];
  /** Remembers the card for this browser; null when there is no such card. */
  readonly choose: (cardId: string) => RoleCard | null;
}

export interface Context {
  readonly db: Database;
  readonly caller: Caller;
  readonly rulebook: Rulebook;
  /** The day the product opens on: today in Shanghai, or the training province's own day. */
  readonly today: string;
  readonly requestId: string;
  /** Which data sets the database holds; without it, the real one. */
  readonly datasets?: readonly Dataset[];
  readonly demo?: DemoDesk;
  /** Signs what must be provable later; absent only where nothing is to be proven (tests of other nouns). */
  readonly signer?: Signer;
  /** For the operator, not for the record. */
  readonly log?: Pick<Log, 'event'>;
  /** Only production has sign-in. */
  readonly visit?: Visit;
}

export const api = implement(contract).$context<Context>();
