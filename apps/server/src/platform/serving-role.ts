// The role that answers requests: it reads and writes rows, owns nothing, and cannot change what is append-only. Migrations,
// loading, backup and restore are the owner's.
import { sql } from 'kysely';
import { type Database, sessionOptions } from './database.ts';
import { StartFault } from './fault.ts';
import type { Say } from './say.ts';

export const servingRole = 'zhenghe_app';

/** After every migration: whatever is new is opened to the role, whatever is guarded by `refuse_change` only to read and add. */
export async function grantServing(owner: Database): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    const role = sql.id(servingRole);
    const { rows: database } = await sql<{ name: string }>`select current_database() as name`.execute(tx);
    // The job queue makes its tables itself, in a schema of its own.
    await sql`grant connect, create, temporary on database ${sql.id(database[0]?.name ?? '')} to ${role}`.execute(tx);
    await sql`alter default privileges grant select, insert, update, delete on tables to ${role}`.execute(tx);
    await sql`alter default privileges grant usage on schemas to ${role}`.execute(tx);
    await sql`grant usage on schema public to ${role}`.execute(tx);
    await sql`grant select, insert, update, delete on all tables in schema public to ${role}`.execute(tx);
    await sql`grant usage, select on all sequences in schema public to ${role}`.execute(tx);
    for (const table of await guardedTables(tx)) {
      await sql`revoke all on ${sql.table(table)} from ${role}`.execute(tx);
      await sql`grant select, insert on ${sql.table(table)} to ${role}`.execute(tx);
    }
    await sql`revoke insert, update, delete on schema_migrations from ${role}`.execute(tx);
  });
}

/** After a restore: the rights go with the tables. Where the role is not there yet, the next start makes it and grants. */
export async function grantServingAgain(owner: Database): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${servingRole}`.execute(owner);
  if (rows.length > 0) await grantServing(owner);
}

async function guardedTables(tx: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid and c.relnamespace = 'public'::regnamespace
    join pg_proc p on p.oid = t.tgfoid and p.proname = 'refuse_change'`.execute(tx);
  return rows.map((row) => row.name);
}

/**
 * With a database of the operator's: the role is made when the given account may make one, and sessions begin in it (`set role`).
 * That holds against a fault of ours, not against somebody who has the account's password.
 */
export async function servingUrl(owner: Database, url: string, say: Say): Promise<string> {
  try {
    const { rows } = await sql`select from pg_roles where rolname = ${servingRole}`.execute(owner);
    if (rows.length === 0) await sql`create role ${sql.id(servingRole)} nologin`.execute(owner);
    const { rows: member } = await sql<{ is: boolean }>`select pg_has_role(current_user, ${servingRole}, 'set') as is`
      .execute(owner)
      // PostgreSQL 15 knows no right of its own for it: membership is enough.
      .catch(() => sql<{ is: boolean }>`select pg_has_role(current_user, ${servingRole}, 'member') as is`.execute(owner));
    if (!member[0]?.is) await sql`grant ${sql.id(servingRole)} to current_user`.execute(owner);
    await grantServing(owner);
    say(`Requests are served as the role ${servingRole}, which cannot change the audit log; the account of DATABASE_URL owns the tables.`);
    return inRole(url);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    say(`The account of DATABASE_URL owns the audit tables and may not make the role ${servingRole} (${reason}).`);
    say(`  Requests are served as the owner: triggers and signed heads still guard the log, but row-level security does not bind.`);
    say(`  Create the role ${servingRole} and grant it to the account: production does not start without it.`);
    return url;
  }
}

/** Served as the owner, drafts would be everybody's to read: row-level security does not bind an owner. */
export function mustBind(url: string, ownerUrl: string): string {
  if (url !== ownerUrl) return url;
  throw new StartFault(
    {
      zh: `DATABASE_URL 的账号不能建立角色 ${servingRole}，行级安全不起作用。`,
      en: `The account of DATABASE_URL may not make the role ${servingRole}: row-level security would not bind.`,
    },
    {
      zh: `请数据库管理员执行：create role ${servingRole} nologin; grant ${servingRole} to 该账号;`,
      en: `Ask the administrator of the database: create role ${servingRole} nologin; grant ${servingRole} to the account;`,
    },
  );
}

function inRole(url: string): string {
  const changed = new URL(url);
  const own = changed.searchParams.get('options');
  changed.searchParams.set('options', [own, sessionOptions, `-c role=${servingRole}`].filter(Boolean).join(' '));
  // The driver reads a plus as a plus.
  return changed.toString().replaceAll('+', '%20');
}
