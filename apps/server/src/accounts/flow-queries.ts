// Ways to the provider and back: all SQL of that table. Each comes back once, in the browser it went from, within ten minutes.
import type { oidcPurposes } from '@zhenghe/contract/accounts';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

export interface Flow {
  readonly stateHash: string;
  readonly browserHash: string;
  readonly sealed: string;
  readonly purpose: (typeof oidcPurposes)[number];
  readonly sessionId: string | null;
  readonly invitation: string | null;
  readonly back: string;
  readonly startedAt: string;
  readonly identityId: string | null;
  readonly fresh: boolean;
}

const columns = sql`state_sha256 as "stateHash", browser_sha256 as "browserHash", sealed, purpose, session_id as "sessionId",
  invitation, back, started_at as "startedAt", identity_id as "identityId", fresh`;
const minutes = 10;

export type NewFlow = Omit<Flow, 'startedAt' | 'identityId' | 'fresh'>;

export async function insertFlow(db: Database, flow: NewFlow): Promise<void> {
  await sql`delete from identity_flows where started_at < now() - interval '1 day'`.execute(db);
  await sql`insert into identity_flows (state_sha256, browser_sha256, sealed, purpose, session_id, invitation, back)
    values (${flow.stateHash}, ${flow.browserHash}, ${flow.sealed}, ${flow.purpose}, ${flow.sessionId}, ${flow.invitation}, ${flow.back})`.execute(
    db,
  );
}

/** The flow, from now on returned; null when there is none, it came back before, or too late. */
export async function takeFlow(db: Database, stateHash: string, browserHash: string): Promise<Flow | null> {
  const { rows } = await sql<Flow>`update identity_flows set returned_at = now()
    where state_sha256 = ${stateHash} and browser_sha256 = ${browserHash} and returned_at is null
      and started_at > now() - ${minutes} * interval '1 minute'
    returning ${columns}`.execute(db);
  return rows[0] ?? null;
}

/** The provider has confirmed who it is; the code of the second factor is still to come. */
export async function awaitCode(db: Database, stateHash: string, identity: string, fresh: boolean): Promise<void> {
  await sql`update identity_flows set identity_id = ${identity}, fresh = ${fresh} where state_sha256 = ${stateHash}`.execute(db);
}

/** The latest way of this browser that waits for its code. */
export async function findAwaiting(db: Database, browserHash: string): Promise<Flow | null> {
  const { rows } = await sql<Flow>`select ${columns} from identity_flows
    where browser_sha256 = ${browserHash} and identity_id is not null and finished_at is null
      and returned_at > now() - ${minutes} * interval '1 minute'
    order by returned_at desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** False when it was finished before. */
export async function finishFlow(tx: Database, stateHash: string): Promise<boolean> {
  const { rows } = await sql`update identity_flows set finished_at = now()
    where state_sha256 = ${stateHash} and finished_at is null returning state_sha256`.execute(tx);
  return rows.length > 0;
}
