// The first start in production: a token shown on the console makes the first two administrators, two people, once.
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { passwordProblems } from '@zhenghe/engine/accounts';
import { sql } from 'kysely';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import type { Say } from '../platform/say.ts';
import { insertOffice } from './office-queries.ts';
import { audited, visitOf } from './own.ts';
import { countPeople, insertPerson } from './person-queries.ts';
import * as refuse from './refusals.ts';
import { newId, newToken, passwordHash, sha256 } from './secrets.ts';
import { readSettings } from './session-queries.ts';

const goodHours = 2;
const lock = 7_300_330_060;
/** The unit the first administrators belong to until they are given another. */
const firstUnit = 'gov-330000';

/** At each start until somebody has set up: a new token, the old ones worthless. Answers nothing when people exist. */
export async function offerSetup(db: Database, file: string, say: Say): Promise<void> {
  if ((await countPeople(db)) > 0) return rmSync(file, { force: true });
  const token = newToken();
  await sql`delete from setup_tokens`.execute(db);
  await sql`insert into setup_tokens (token_sha256, expires_at) values (${sha256(token)}, now() + ${goodHours} * interval '1 hour')`.execute(
    db,
  );
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  say(`\n首次启动：请打开 /setup，用以下一次性令牌设立系统管理员和安全管理员（${goodHours} 小时内有效）。`);
  say(`First start: open /setup and use this one-time token (good for ${goodHours} h; also in ${file}):\n  ${token}`);
}

export interface FirstPerson {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export async function setUp(
  context: Context,
  asked: { readonly token: string; readonly security: FirstPerson; readonly system: FirstPerson },
): Promise<void> {
  const visit = visitOf(context);
  const { security, system, token } = asked;
  const { passwordProfile } = await readSettings(context.db);
  await context.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx);
    if ((await countPeople(tx)) > 0) throw refuse.alreadySetUp();
    const { rows } = await sql`update setup_tokens set used_at = now()
      where token_sha256 = ${sha256(token)} and used_at is null and expires_at > now() returning 1 as one`.execute(tx);
    if (rows.length === 0) throw refuse.badToken();
    if (security.login.toLowerCase() === system.login.toLowerCase() || security.name === system.name) throw refuse.samePerson();
    for (const { login, password } of [security, system]) {
      const problems = passwordProblems(password, passwordProfile, [login]);
      if (problems.length > 0) throw refuse.badPassword(problems);
    }
    await first(tx, context, security, 'security-admin');
    await first(tx, context, system, 'system-admin');
  });
  rmSync(visit.setupFile, { force: true });
}

async function first(tx: Database, context: Context, person: FirstPerson, role: 'security-admin' | 'system-admin'): Promise<void> {
  const id = newId();
  const hash = await passwordHash(person.password);
  if (!(await insertPerson(tx, { id, login: person.login, name: person.name, hash, on: context.today })))
    throw refuse.loginTaken(person.login);
  const office = { id: newId(), personId: id, unitId: firstUnit, role, from: context.today, to: null, proposedBy: null };
  await insertOffice(tx, office);
  await audited(tx, context, { action: 'accounts/set-up', object: `people/${id}`, actor: 'setup', after: office });
}
