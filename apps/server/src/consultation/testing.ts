// What the tests of rounds and cases share: a database with training plans, asked as the role that answers requests, from any address.
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Plan } from '@zhenghe/engine/plans';
import { loadPacks } from '@zhenghe/rulebook';
import { roleCards } from '../accounts/demo.ts';
import { scopeOf } from '../accounts/index.ts';
import { insertPlans, loader } from '../plans/index.ts';
import type { Caller, Context, Visit } from '../platform/api.ts';
import { scoped } from '../platform/database.ts';
import { createTestDatabase, type TestDatabase } from '../platform/test-database.ts';
import { router } from '../router.ts';
import { dataText, readJurisdictions, saveJurisdictions } from '../territory/index.ts';

export const on = '2021-06-10';
export const rulebook = loadPacks();
export const annex: Plan = JSON.parse(dataText('plans/pujiang-2021.json'));

/** Plans of these places, saved on 2021-05-06; with an answer to each finding that would stop them. */
export async function plansAt(places: readonly string[]): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await database.db.transaction().execute(async (tx) => saveJurisdictions(tx, readJurisdictions()));
  const plans = await Promise.all(places.map((place) => answered(database, place)));
  const common = { dataset: 'training', on: '2021-05-06', by: loader, kind: 'saved' } as const;
  await database.db.transaction().execute(async (tx) =>
    insertPlans(
      tx,
      rulebook,
      plans.map((plan) => ({ ...common, id: plan.code, plan })),
    ),
  );
  return database;
}

async function answered(database: TestDatabase, jurisdiction: string): Promise<Plan> {
  const plan: Plan = { ...annex, code: `t-${jurisdiction}`, jurisdiction, training: true, answers: [] };
  const { findings } = await as(database, 'public').plans.check({ plan: onWire(plan), on, dataset: 'training' });
  const open = findings.filter(({ outcome }) => outcome === 'fail');
  const answers = open.map(({ id, strength }) => ({
    finding: id,
    kind: strength === 'must' ? ('exception' as const) : ('reason' as const),
    text: '训练说明',
    paper: '训练〔2021〕1号',
    by: '训练经办人',
  }));
  return { ...plan, answers };
}

type Client = ReturnType<typeof as>;
export const onWire = (plan: Plan) => plan as Parameters<Client['plans']['check']>[0]['plan'];

interface Who {
  readonly place?: string;
  readonly unit?: string;
  /** Where a browser asks from; each test of limits has its own. */
  readonly address?: string;
  readonly profile?: Caller['profile'];
  readonly today?: string;
}

/** A card of the demo, or the same role at another place; 'public' has none. */
export function as(database: TestDatabase, id: string, { place, unit, address, profile = 'demo', today = on }: Who = {}) {
  const found = roleCards.find((one) => one.id === id && one.role !== 'public') ?? null;
  const card = found && { ...found, ...(place && { jurisdiction: place }), ...(unit && { unitId: unit }) };
  const caller: Caller = { profile, card };
  const visit = { visit: { address: address ?? `test ${Math.random()}` } as Visit };
  const context: Context = { db: scoped(database.served, scopeOf(caller)), caller, rulebook, today, requestId: 'test', ...visit };
  return createRouterClient(router, { context });
}

export async function refusalOf(promise: Promise<unknown>): Promise<{ readonly code: string; readonly zh: string; readonly en: string }> {
  try {
    await promise;
  } catch (fault) {
    if (fault instanceof ORPCError && fault.data?.reason) return { code: fault.code, ...fault.data.reason };
    throw fault;
  }
  throw new Error('nothing was refused');
}

export const whole = { place: null, clause: null };
