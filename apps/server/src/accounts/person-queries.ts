// People, their secrets and their sign-in failures: all SQL of these tables.
import type { LockOutRule } from '@zhenghe/engine/accounts';
import { waitAfter } from '@zhenghe/engine/accounts';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { sha256 } from './secrets.ts';

export interface PersonRecord {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly hash: string;
  readonly setAt: string;
  readonly mustChange: boolean;
  readonly sealed: string | null;
  readonly step: number | null;
  readonly pending: string | null;
  readonly endedOn: string | null;
}

const columns = sql`p.id, p.login, p.name, p.ended_on as "endedOn", s.password_hash as hash, s.password_set_at as "setAt",
  s.must_change as "mustChange", s.totp_sealed as sealed, s.totp_step as step, s.totp_pending as pending`;

export async function findPersonByLogin(db: Database, login: string): Promise<PersonRecord | null> {
  const { rows } = await sql<PersonRecord>`select ${columns} from people p join people_secrets s on s.person_id = p.id
    where lower(p.login) = lower(${login})`.execute(db);
  return rows[0] ?? null;
}

/** Holds the row until the transaction ends, so that one code cannot be used twice at once. */
export async function holdPerson(tx: Database, id: string): Promise<PersonRecord | null> {
  const { rows } = await sql<PersonRecord>`select ${columns} from people p join people_secrets s on s.person_id = p.id
    where p.id = ${id} for update of s`.execute(tx);
  return rows[0] ?? null;
}

export async function listPeople(db: Database): Promise<readonly PersonRecord[]> {
  const { rows } = await sql<PersonRecord>`select ${columns} from people p join people_secrets s on s.person_id = p.id
    order by p.name, p.login`.execute(db);
  return rows;
}

export async function countPeople(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from people`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface NewPerson {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly hash: string;
  readonly on: string;
}

/** False when the login is taken. */
export async function insertPerson(tx: Database, { id, login, name, hash, on }: NewPerson): Promise<boolean> {
  const { rows } = await sql`insert into people (id, login, name, added_on) values (${id}, ${login}, ${name}, ${on})
    on conflict do nothing returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`insert into people_secrets (person_id, password_hash, must_change) values (${id}, ${hash}, true)`.execute(tx);
  return true;
}

export async function setPassword(tx: Database, id: string, hash: string, mustChange: boolean): Promise<void> {
  await sql`insert into password_history (person_id, password_hash, replaced_at)
    select person_id, password_hash, clock_timestamp() from people_secrets where person_id = ${id}`.execute(tx);
  await sql`update people_secrets set password_hash = ${hash}, password_set_at = now(), must_change = ${mustChange}
    where person_id = ${id}`.execute(tx);
}

export async function earlierHashes(tx: Database, id: string, count: number): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`select password_hash as hash from password_history where person_id = ${id}
    order by replaced_at desc limit ${count}`.execute(tx);
  return rows.map((row) => row.hash);
}

export async function setPendingFactor(tx: Database, id: string, sealed: string): Promise<void> {
  await sql`update people_secrets set totp_pending = ${sealed} where person_id = ${id}`.execute(tx);
}

export async function setFactor(tx: Database, id: string, step: number, codeHashes: readonly string[]): Promise<void> {
  await sql`update people_secrets set totp_sealed = totp_pending, totp_pending = null, totp_step = ${step} where person_id = ${id}`.execute(
    tx,
  );
  await sql`delete from recovery_codes where person_id = ${id}`.execute(tx);
  await sql`insert into recovery_codes (person_id, code_sha256) select ${id}, unnest(${codeHashes}::text[])`.execute(tx);
}

export async function clearFactor(tx: Database, id: string): Promise<void> {
  await sql`update people_secrets set totp_sealed = null, totp_pending = null, totp_step = null where person_id = ${id}`.execute(tx);
  await sql`delete from recovery_codes where person_id = ${id}`.execute(tx);
}

export async function useStep(tx: Database, id: string, step: number): Promise<void> {
  await sql`update people_secrets set totp_step = ${step} where person_id = ${id}`.execute(tx);
}

export async function takeRecoveryCode(tx: Database, id: string, hash: string): Promise<boolean> {
  const { rows } = await sql`update recovery_codes set used_at = now()
    where person_id = ${id} and code_sha256 = ${hash} and used_at is null returning 1 as one`.execute(tx);
  return rows.length > 0;
}

export async function endPersonOn(tx: Database, id: string, on: string): Promise<void> {
  await sql`update people set ended_on = ${on} where id = ${id} and ended_on is null`.execute(tx);
}

export interface Attempt {
  readonly key: string;
  readonly rule: LockOutRule;
}

/**
 * Counts the attempt before the password is looked at, so that a hundred at once are not a hundred guesses. Answers until when to
 * wait, or null when it may be tried. A day without failures forgets them.
 */
export async function beginAttempt(db: Database, { key, rule }: Attempt): Promise<string | null> {
  // Counted no further than where the wait grows no more.
  const most = rule.free + 10;
  const waits = Array.from({ length: most + 1 }, (_, failures) => waitAfter(failures, rule));
  const { rows } = await sql<{ waits: string | null; counted: boolean }>`
    insert into sign_in_failures as f (key, failures, last_at) values (${sha256(key)}, 1, now())
    on conflict (key) do update set
      failures = case when f.last_at < now() - interval '1 day' then 1 else least(f.failures + 1, ${most}) end,
      last_at = now(),
      waits_until = case when f.last_at < now() - interval '1 day' then null
        else now() + (${waits}::int[])[least(f.failures + 1, ${most}) + 1] * interval '1 second' end
      where f.waits_until is null or f.waits_until <= now()
    returning waits_until as waits, true as counted`.execute(db);
  if (rows.length > 0) return null;
  const held = await sql<{ waits: string | null }>`select waits_until as waits from sign_in_failures where key = ${sha256(key)}`.execute(
    db,
  );
  return held.rows[0]?.waits ?? null;
}

/** The attempt was none: it succeeded, or only asked for the code. */
export async function forgiveAttempt(db: Database, key: string, all: boolean): Promise<void> {
  if (all) await sql`delete from sign_in_failures where key = ${sha256(key)}`.execute(db);
  else
    await sql`update sign_in_failures set failures = greatest(failures - 1, 0), waits_until = null where key = ${sha256(key)}`.execute(db);
}
