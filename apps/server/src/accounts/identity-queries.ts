// Identities at the provider, invitations to tie one, and the ways there under way: all SQL of these tables.
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { newId } from './secrets.ts';

export interface IdentityRecord {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  readonly personId: string;
  readonly login: string;
  readonly linkedAt: string;
  readonly invitedBy: string | null;
  readonly endedOn: string | null;
  readonly hasFactor: boolean;
}

const columns = sql`i.id, i.issuer, i.subject, i.person_id as "personId", p.login, i.linked_at as "linkedAt",
  i.invited_by as "invitedBy", p.ended_on as "endedOn", s.totp_sealed is not null as "hasFactor"`;
const joined = sql`people_identities i join people p on p.id = i.person_id join people_secrets s on s.person_id = p.id`;

interface Named {
  readonly issuer: string;
  readonly subject: string;
}

export async function findIdentity(db: Database, { issuer, subject }: Named): Promise<IdentityRecord | null> {
  const { rows } = await sql<IdentityRecord>`select ${columns} from ${joined}
    where i.issuer = ${issuer} and i.subject = ${subject} and i.unlinked_at is null`.execute(db);
  return rows[0] ?? null;
}

export async function findIdentityById(db: Database, id: string): Promise<IdentityRecord | null> {
  const { rows } = await sql<IdentityRecord>`select ${columns} from ${joined} where i.id = ${id} and i.unlinked_at is null`.execute(db);
  return rows[0] ?? null;
}

export async function identitiesOf(db: Database, person: string): Promise<readonly IdentityRecord[]> {
  const { rows } = await sql<IdentityRecord>`select ${columns} from ${joined}
    where i.person_id = ${person} and i.unlinked_at is null order by i.linked_at`.execute(db);
  return rows;
}

export interface NewIdentity extends Named {
  readonly personId: string;
  readonly invitedBy: string | null;
}

/** Null when it opens an account already. */
export async function linkIdentity(tx: Database, { issuer, subject, personId, invitedBy }: NewIdentity): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`insert into people_identities (id, issuer, subject, person_id, invited_by)
    values (${newId()}, ${issuer}, ${subject}, ${personId}, ${invitedBy})
    on conflict (issuer, subject) where unlinked_at is null do nothing returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** One identity of a person, or all. The sessions opened with them end; the one that asks stays, and nobody vouches for it any more. */
export async function unlinkIdentities(
  tx: Database,
  { person, id, by, except = '' }: { readonly person: string; readonly id?: string; readonly by: string; readonly except?: string },
): Promise<number> {
  const only = id === undefined ? sql`true` : sql`id = ${id}`;
  const { rows } = await sql<{ id: string }>`update people_identities set unlinked_at = now(), unlinked_by = ${by}
    where person_id = ${person} and unlinked_at is null and ${only} returning id`.execute(tx);
  const ids = rows.map((row) => row.id);
  await sql`update account_sessions set ended_at = now(), ended_why = 'reset'
    where identity_id = any(${ids}) and ended_at is null and id <> ${except}`.execute(tx);
  await sql`update account_sessions set identity_id = null, vouched = false where identity_id = any(${ids}) and id = ${except}`.execute(tx);
  return ids.length;
}

const invitationHours = 72;

/** The earlier ones of the same person are worthless from now on. */
export async function insertInvitation(tx: Database, tokenHash: string, person: string, by: string): Promise<string> {
  await withdrawInvitations(tx, person);
  const { rows } = await sql<{ until: string }>`insert into identity_invitations (token_sha256, person_id, invited_by, expires_at)
    values (${tokenHash}, ${person}, ${by}, now() + ${invitationHours} * interval '1 hour') returning expires_at as until`.execute(tx);
  return rows[0]?.until ?? '';
}

export async function withdrawInvitations(tx: Database, person: string): Promise<void> {
  await sql`update identity_invitations set used_at = now() where person_id = ${person} and used_at is null`.execute(tx);
}

export async function isGoodInvitation(db: Database, tokenHash: string): Promise<boolean> {
  const { rows } = await sql`select from identity_invitations
    where token_sha256 = ${tokenHash} and used_at is null and expires_at > now()`.execute(db);
  return rows.length > 0;
}

/** Whom it invites, by whom; null when it is good no longer. */
export async function takeInvitation(tx: Database, tokenHash: string): Promise<{ readonly person: string; readonly by: string } | null> {
  const { rows } = await sql<{ person: string; by: string }>`update identity_invitations set used_at = now()
    where token_sha256 = ${tokenHash} and used_at is null and expires_at > now()
    returning person_id as person, invited_by as by`.execute(tx);
  return rows[0] ?? null;
}
