// The contract, ready to be implemented: every noun's routes.ts builds on `api`, never on oRPC itself.

import { implement } from '@orpc/server';
import { contract } from '@zhenghe/contract';
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from './database.ts';

/** Who asks. Without a card a caller is the public. */
export interface Caller {
  readonly profile: 'demo' | 'production';
  readonly card: RoleCard | null;
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
}

export const api = implement(contract).$context<Context>();
