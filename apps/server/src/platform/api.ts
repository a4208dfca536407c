// The contract, ready to be implemented: every noun's routes.ts builds on `api`, never on oRPC itself.

import { implement } from '@orpc/server';
import { contract } from '@zhenghe/contract';
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Rulebook } from '@zhenghe/rulebook';
import type { Database } from './database.ts';

/** Who asks. Without a card a caller is the public. */
export interface Caller {
  readonly profile: 'demo' | 'production';
  readonly card: RoleCard | null;
}

export interface Context {
  readonly db: Database;
  readonly caller: Caller;
  readonly rulebook: Rulebook;
  /** The day the product opens on: today in Shanghai, or the training province's own day. */
  readonly today: string;
  readonly requestId: string;
}

export const api = implement(contract).$context<Context>();
