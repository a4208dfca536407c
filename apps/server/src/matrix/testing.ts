// The rig of the authority matrix: a database with the same things at two places, and one connection on which every call is taken back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { RoleCard } from '@zhenghe/contract/accounts';
import type { Plan } from '@zhenghe/engine/plans';
import { loadPacks } from '@zhenghe/rulebook';
import { sql } from 'kysely';
import { Client, type PoolClient, type QueryConfig } from 'pg';
import { insertPerson } from '../accounts/person-queries.ts';
import { scopeOf } from '../accounts/scope.ts';
import { passwordHash } from '../accounts/secrets.ts';
import { seedUnits } from '../accounts/seed.ts';
import { insertPlans, loader } from '../plans/index.ts';
import { appendVersionActions } from '../plans/queries.ts';
import type { Caller, Context, Visit } from '../platform/api.ts';
import { type Database, databaseOver, scoped } from '../platform/database.ts';
import { startJobs } from '../platform/jobs/index.ts';
import { openSigner } from '../platform/signing.ts';
import { keepSourceFile } from '../platform/source-files.ts';
import { createTestDatabase } from '../platform/test-database.ts';
import { valueTypes } from '../platform/values.ts';
import { router } from '../router.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';
import { loadRealZones } from '../zones/index.ts';
import { on, somebody, type Target } from './inputs.ts';

const rulebook = loadPacks();
const annex: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));
const text = { zh: '某单位', en: 'a unit' };

export type Router = ReturnType<typeof asked>;

const asked = (context: Context) => createRouterClient(router, { context });

export interface Rig {
  readonly targets: ReadonlyMap<string, Target>;
  /** As that role of that place; whatever was written is gone afterwards. */
  readonly call: (role: RoleCard['role'], place: string, work: (client: Router) => Promise<unknown>) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export async function openRig(places: readonly string[]): Promise<Rig> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'zhenghe-matrix-'));
  const shared = { rulebook, today: on, requestId: 'test', signer: openSigner(folder) };
  await database.db.transaction().execute(async (tx) => {
    await saveJurisdictions(tx, readJurisdictions());
    await loadRealZones(tx);
    await seedUnits(tx);
  });
  const hash = await passwordHash('Tall-Bamboo-27');
  for (const id of ['me', somebody]) await insertPerson(database.db, { id, login: `login-${id}`, name: '某人', hash, on });
  const jobs = await startJobs(database.servingUrl, () => undefined);
  for (const queue of ['documents-make', 'imports-commit']) await jobs.work(queue, async () => undefined);
  await jobs.stop();
  const as = (caller: Caller) => {
    return asked({ ...shared, caller, db: scoped(database.served, scopeOf(caller)), visit: visitOf(folder) });
  };
  const targets = new Map<string, Target>();
  for (const place of places) targets.set(place, await targetAt(database.db, place, as));
  const client = new Client({ connectionString: database.servingUrl, types: valueTypes });
  await client.connect();
  return {
    targets,
    call: (role, place, work) => {
      const caller = callerOf(role, place);
      return takenBack(client, caller, (db) => work(asked({ ...shared, caller, db, visit: visitOf(folder) })));
    },
    close: async () => {
      await client.end();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The public has no card and nobody behind it; everyone else is signed in and has just proved who it is. */
export function callerOf(role: RoleCard['role'], jurisdiction: string): Caller {
  if (role === 'public') return { profile: 'production', card: null };
  const unitId = `${jurisdiction}/land`;
  const card = { id: role, role, name: text, unit: text, question: text, jurisdiction, unitId, personId: 'me' };
  const person = { id: 'me', login: 'login-me', name: '某人' };
  const standing = {
    duties: [],
    hasFactor: true,
    hasIdentity: false,
    freshUntil: '2999-01-01T00:00:00Z',
    idleMinutes: 30,
    viewingAs: null,
  } as const;
  const signedIn = { sessionId: 'none', person, offices: [card], actingOffice: role, passwordProfile: 'asvs', ...standing } as const;
  return { profile: 'production', card, signedIn };
}

let visits = 0;
/** From an address of its own each time: no limit on how often one may ask is meant here. */
function visitOf(folder: string): Visit {
  visits += 1;
  const common = { agent: 'test', secure: false, secret: 'secret', setupFile: join(folder, 'token'), oidc: null, expects: null };
  return { ...common, cookies: null, address: `test ${visits}`, setCookie: () => undefined };
}

async function targetAt(owner: Database, place: string, as: (caller: Caller) => Router): Promise<Target> {
  const [plan, consulted] = [`t-${place}`, `c-${place}`];
  const planOf = (code: string): Plan => ({ ...annex, code, jurisdiction: place, training: true, answers: [] });
  const common = { dataset: 'training', on: '2021-05-06', by: loader, kind: 'saved' } as const;
  const source = { name: 'plan.json', bytes: Buffer.from(place) };
  const sha256 = await hashOf(owner, place);
  await owner.transaction().execute(async (tx) => {
    await insertPlans(
      tx,
      rulebook,
      [plan, consulted].map((id) => ({ ...common, id, plan: planOf(id) })),
    );
    await keepSourceFile(tx, { ...source, sha256 }, loader);
    await appendVersionActions(tx, [{ ...common, planId: plan, kind: 'imported', version: 1, source: sha256 }]);
  });
  const drafter = as(callerOf(place.endsWith('00') ? 'city' : 'county', place));
  const asRound = { noun: 'plans', id: consulted, kind: 'public', version: 1, closesOn: '2021-06-22', touchesBusiness: false, on } as const;
  const { id: round } = await drafter.consultation.begin(asRound);
  const aim = { place: null, clause: null };
  const { receipt } = await as(callerOf('public', place)).consultation.comment({ round, aim, text: '可行', key: crypto.randomUUID(), on });
  const { said } = await drafter.consultation.get({ round, on });
  const { id: paper } = await drafter.documents.make({ plan, kind: 'plan', on });
  await sql`insert into document_files (document_id, dataset, sha256, size, name, address, bytes)
    values (${paper}, 'training', ${sha256}, ${source.bytes.length}, 'plan.docx', 'x', ${source.bytes})`.execute(owner);
  const { rows } = await sql<{ code: string }>`select code from documents where id = ${paper}`.execute(owner);
  const content = (await drafter.plans.get({ id: plan, on })).plan;
  return { place, plan, content, round, comment: said[0]?.id ?? '', receipt, paper, code: rows[0]?.code ?? '' };
}

async function hashOf(db: Database, said: string): Promise<string> {
  const { rows } = await sql<{ hash: string }>`select encode(sha256(${Buffer.from(said)}), 'hex') as hash`.execute(db);
  return rows[0]?.hash ?? '';
}

/** One transaction around the call; the transactions of the call are savepoints in it. */
async function takenBack(client: Client, caller: Caller, work: (db: Database) => Promise<unknown>): Promise<unknown> {
  await client.query('begin');
  try {
    return await work(
      scoped(
        databaseOver(inside(client), async () => undefined),
        scopeOf(caller),
      ),
    );
  } finally {
    await client.query('rollback');
  }
}

/** The one client again and again. */
function inside(client: Client): Parameters<typeof databaseOver>[0] {
  const open: string[] = [];
  const told = (text: string): string => {
    if (/^(begin|start transaction)/.test(text)) return `savepoint s${open.push(text)}`;
    if (text !== 'commit' && text !== 'rollback') return text;
    const name = `s${open.length}`;
    open.pop();
    return `${text === 'commit' ? 'release' : 'rollback to'} savepoint ${name}`;
  };
  // Asked side by side, answered one after the other.
  let last: Promise<unknown> = Promise.resolve();
  const query = (asked: string | QueryConfig, values?: unknown[]) => {
    const next = last.then(() => (typeof asked === 'string' ? client.query(told(asked), values) : client.query(asked)));
    last = next.catch(() => undefined);
    return next;
  };
  const lent = { query, release: () => undefined } as unknown as PoolClient;
  return { connect: async () => lent } as Parameters<typeof databaseOver>[0];
}
