// Sessions and settings of sign-in: all SQL of these tables.
import { AccountSettings } from '@zhenghe/contract/accounts';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { newId } from './secrets.ts';

export interface SessionRecord {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  readonly name: string;
  readonly officeId: string | null;
  readonly viewAs: string | null;
  readonly beganAt: string;
  readonly lastSeenAt: string;
  readonly provedAt: string | null;
  readonly address: string;
  readonly agent: string;
  readonly setAt: string;
  readonly mustChange: boolean;
  readonly hasFactor: boolean;
  readonly hasIdentity: boolean;
  /** The identity it was opened with; null for a password. */
  readonly identityId: string | null;
  /** The provider vouches for a second factor. */
  readonly vouched: boolean;
}

const columns = sql`a.id, a.person_id as "personId", p.login, p.name, a.office_id as "officeId", a.view_as as "viewAs",
  a.began_at as "beganAt", a.last_seen_at as "lastSeenAt", a.proved_at as "provedAt", a.address, a.agent,
  s.password_set_at as "setAt", s.must_change as "mustChange", s.totp_sealed is not null as "hasFactor", a.identity_id as "identityId", a.vouched,
  exists (select from people_identities i where i.person_id = p.id and i.unlinked_at is null) as "hasIdentity"`;
const joined = sql`account_sessions a join people p on p.id = a.person_id join people_secrets s on s.person_id = p.id`;

/** An open session of a person whose account still opens. */
export async function findSession(db: Database, tokenHash: string): Promise<SessionRecord | null> {
  const { rows } = await sql<SessionRecord>`select ${columns} from ${joined}
    where a.token_sha256 = ${tokenHash} and a.ended_at is null and p.ended_on is null`.execute(db);
  return rows[0] ?? null;
}

export async function findSessionById(db: Database, id: string): Promise<SessionRecord | null> {
  const { rows } = await sql<SessionRecord>`select ${columns} from ${joined}
    where a.id = ${id} and a.ended_at is null and p.ended_on is null`.execute(db);
  return rows[0] ?? null;
}

export async function listSessions(db: Database, person: string): Promise<readonly SessionRecord[]> {
  const { rows } = await sql<SessionRecord>`select ${columns} from ${joined}
    where a.person_id = ${person} and a.ended_at is null order by a.last_seen_at desc`.execute(db);
  return rows;
}

export interface NewSession {
  readonly tokenHash: string;
  readonly personId: string;
  readonly officeId: string | null;
  readonly address: string;
  readonly agent: string;
  readonly proved: boolean;
  readonly identityId: string | null;
  readonly vouched: boolean;
}

export async function insertSession(tx: Database, session: NewSession): Promise<void> {
  const { tokenHash, personId, officeId, address, agent, proved, identityId, vouched } = session;
  await sql`insert into account_sessions (id, token_sha256, person_id, office_id, began_at, last_seen_at, proved_at, address, agent,
      identity_id, vouched)
    values (${newId()}, ${tokenHash}, ${personId}, ${officeId}, now(), now(), ${proved ? sql`now()` : null}, ${address}, ${agent},
      ${identityId}, ${vouched})`.execute(tx);
}

type EndedWhy = 'signed-out' | 'ended' | 'idle' | 'expired' | 'replaced' | 'reset';

export async function endSessionById(db: Database, id: string, why: EndedWhy): Promise<void> {
  await sql`update account_sessions set ended_at = now(), ended_why = ${why} where id = ${id} and ended_at is null`.execute(db);
}

export async function endSessionOfToken(db: Database, tokenHash: string, why: EndedWhy): Promise<void> {
  await sql`update account_sessions set ended_at = now(), ended_why = ${why}
    where token_sha256 = ${tokenHash} and ended_at is null`.execute(db);
}

/** All of a person's sessions but one. */
export async function endSessionsOf(tx: Database, person: string, why: EndedWhy, except = ''): Promise<void> {
  await sql`update account_sessions set ended_at = now(), ended_why = ${why}
    where person_id = ${person} and ended_at is null and id <> ${except}`.execute(tx);
}

export async function endViewsOf(tx: Database, office: string): Promise<void> {
  await sql`update account_sessions set office_id = null where office_id = ${office} and ended_at is null`.execute(tx);
  await sql`update account_sessions set view_as = null where view_as = ${office} and ended_at is null`.execute(tx);
}

export async function seen(db: Database, id: string): Promise<void> {
  await sql`update account_sessions set last_seen_at = now() where id = ${id} and last_seen_at < now() - interval '30 seconds'`.execute(db);
}

export async function proved(tx: Database, id: string): Promise<void> {
  await sql`update account_sessions set proved_at = now() where id = ${id}`.execute(tx);
}

export async function setActing(tx: Database, id: string, office: string | null): Promise<void> {
  await sql`update account_sessions set office_id = ${office}, view_as = null where id = ${id}`.execute(tx);
}

export async function setViewAs(tx: Database, id: string, office: string | null): Promise<void> {
  await sql`update account_sessions set view_as = ${office} where id = ${id}`.execute(tx);
}

/** A new token for the same session: after a change of password or of the second factor, and when it proves more than before. */
export async function turnToken(tx: Database, id: string, tokenHash: string): Promise<void> {
  await sql`update account_sessions set token_sha256 = ${tokenHash} where id = ${id}`.execute(tx);
}

const defaults: AccountSettings = { passwordProfile: 'gbt22239-l3', idleMinutes: 15, absoluteHours: 12 };

export async function readSettings(db: Database): Promise<AccountSettings> {
  const { rows } = await sql<{ content: unknown }>`select content from account_settings order by id desc limit 1`.execute(db);
  return rows[0] ? AccountSettings.parse(rows[0].content) : defaults;
}

export async function insertSettings(tx: Database, settings: AccountSettings, by: string): Promise<void> {
  await sql`insert into account_settings (content, set_by) values (${JSON.stringify(settings)}::jsonb, ${by})`.execute(tx);
}
