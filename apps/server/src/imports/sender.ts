// Who sends a file, as the tables name it: the reach and the unit that row-level security asks for.
// An administrator of accounts answers for no place; the batches of accounts belong to that desk alone.
import { scopeOf } from '../accounts/index.ts';
import type { Context } from '../platform/api.ts';
import { type Database, type Scope, scoped } from '../platform/database.ts';
import { type SendingActor, sendingActorOf } from './record.ts';
import * as refuse from './refusals.ts';

export interface Sender {
  /** Connections that see what the sender may see. */
  readonly db: Database;
  readonly scope: Scope;
  readonly unit: string;
  readonly by: SendingActor;
}

const securityDesk: Scope = { reach: '', unit: 'security-admin' };

export function senderOf(context: Context): Sender {
  const { caller } = context;
  const desk = caller.card?.role === 'security-admin';
  const scope = desk ? securityDesk : scopeOf(caller);
  // A zone answers for itself alone: without an office of its own, its reach would be its county's.
  if (caller.card?.role === 'zone' && scope.unit === '') throw refuse.notYours();
  return { db: desk ? scoped(context.db, scope) : context.db, scope, unit: scope.unit, by: sendingActorOf(caller) };
}
