// Begins, saves and closes scenarios: load, decide, save with the audit entry in one transaction.
import { randomUUID } from 'node:crypto';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { PlannerSettings, Scenario, ScenarioRow } from '@zhenghe/contract/planner';
import type { Day } from '@zhenghe/engine/kernel';
import { instanceProblems, type Lock, type PlateDecision } from '@zhenghe/engine/planner';
import { hashOf } from '@zhenghe/rulebook';
import type { z } from 'zod';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { writerOf } from './authority.ts';
import { defaultsOf } from './defaults.ts';
import { holdScenario, insertClosing, insertScenario, insertVersion } from './queries.ts';
import type { ScenarioVersion } from './record.ts';
import * as refuse from './refusals.ts';
import { groundOf, instanceOf, type RegisterAsked } from './register.ts';
import { settingsProblems } from './settings-problems.ts';
import { instanceOfScenario, openScenario, rowById, writtenDetail } from './view.ts';

interface CreateAsked {
  readonly name: string;
  readonly dataset: Dataset;
  readonly scope: string;
  readonly day: Day;
  readonly copyOf?: { readonly id: string; readonly version: number } | undefined;
}

type Content = Pick<ScenarioVersion, 'settings' | 'locks' | 'decisions' | 'note'>;

/** With the defaults in force today, or the settings of another scenario of the place. */
export async function createScenario(context: Context, asked: CreateAsked): Promise<Scenario> {
  const { dataset, scope, day, name } = asked;
  const by = writerOf(context.caller, asked);
  const where = { dataset, scope, day, rulesOn: context.today };
  const content = asked.copyOf ? await copied(context, asked, asked.copyOf) : await fresh(context, where);
  const made = await instanceOf(context.db, context.rulebook, { ...where, ...content });
  if (made.instance.parks.length === 0) throw refuse.noParks(day);
  const head = { id: randomUUID(), ...where };
  await context.db.transaction().execute(async (tx) => {
    await insertScenario(tx, head, by);
    await insertVersion(tx, head, { ...content, name, version: 1, by });
    await audit(tx, context, { ...head, action: 'planner/create', after: hashOf(content) });
  });
  return writtenDetail(context, { id: head.id, version: 1, made });
}

async function fresh({ db, rulebook }: Context, where: RegisterAsked): Promise<Content> {
  const { quotas } = await groundOf(db, rulebook, where);
  if (quotas.size === 0) throw refuse.noQuotas(where.rulesOn);
  const { settings } = defaultsOf(rulebook, { scope: where.scope, on: where.rulesOn, quotas });
  return { settings, locks: [], decisions: [], note: null };
}

async function copied(context: Context, asked: CreateAsked, from: { readonly id: string; readonly version: number }): Promise<Content> {
  const { head, version } = await openScenario(context, from.id, from.version);
  if (head.scope !== asked.scope || head.dataset !== asked.dataset) throw refuse.otherScope();
  const { settings, locks, decisions, note } = version;
  return { settings, locks, decisions, note };
}

interface SaveAsked {
  readonly id: string;
  readonly basedOn: number;
  readonly name: string;
  readonly settings: PlannerSettings;
  readonly locks: readonly Lock[];
  readonly decisions: readonly PlateDecision[];
  readonly note: string | null;
}

/** A new version. What is no question at all is refused with every problem; rules that cannot hold together are for the solver to say. */
export async function saveScenario(context: Context, asked: SaveAsked): Promise<Scenario> {
  const { id, basedOn, name, settings, locks, decisions, note } = asked;
  const written = await context.db.transaction().execute(async (tx) => {
    await holdScenario(tx, id);
    const { head, version: latest } = await openScenario({ db: tx }, id);
    const by = writerOf(context.caller, head);
    if (head.closed) throw refuse.closed();
    if (basedOn !== latest.version) throw refuse.savedMeanwhile(latest.by.unit, latest.version, basedOn);
    const content = { settings, locks, decisions, note };
    const senseless = settingsProblems(context.rulebook, settings);
    if (senseless.length > 0) throw refuse.unsound(senseless);
    const over = await instanceOfScenario({ db: tx, rulebook: context.rulebook }, { head, version: { ...latest, ...content } });
    const problems = instanceProblems(over.instance);
    if (problems.length > 0) throw refuse.unsound(problems);
    const before = hashOf(contentOf(latest));
    if (latest.name === name && hashOf(content) === before) return { id, version: latest.version, made: over };
    await insertVersion(tx, head, { ...content, name, version: latest.version + 1, by });
    await audit(tx, context, { ...head, action: 'planner/save', before, after: hashOf(content) });
    return { id, version: latest.version + 1, made: over };
  });
  return writtenDetail(context, written);
}

export async function closeScenario(
  context: Context,
  asked: { readonly id: string; readonly reason: string },
): Promise<z.infer<typeof ScenarioRow>> {
  const { head } = await openScenario(context, asked.id);
  await context.db.transaction().execute(async (tx) => {
    await holdScenario(tx, asked.id);
    const { head: now, version } = await openScenario({ db: tx }, asked.id);
    const by = writerOf(context.caller, now);
    if (now.closed) throw refuse.closed();
    await insertClosing(tx, now, asked.reason, by);
    await audit(tx, context, { ...now, action: 'planner/close', before: hashOf(contentOf(version)) });
  });
  return rowById(context, head);
}

function contentOf({ settings, locks, decisions, note }: ScenarioVersion): Content {
  return { settings, locks, decisions, note };
}

interface Audited {
  readonly id: string;
  readonly dataset: Dataset;
  readonly action: string;
  readonly before?: string;
  readonly after?: string;
}

export async function audit(tx: Database, { caller, requestId }: Context, done: Audited): Promise<void> {
  const { id, dataset, action, before = null, after = null } = done;
  await recordAudit(tx, { caller, requestId, dataset, action, object: `planner/${id}`, before, after });
}
