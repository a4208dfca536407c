// Proposing, deciding and withdrawing a definition (F35, F39, F85). One person proposes, another puts it in force; what is in force
// is not edited, and no day before the decision is rewritten.
import { randomUUID } from 'node:crypto';
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { type Hand, handOf, isSameHand } from './authority.ts';
import { type AnyKind, type DefinitionKinds, shippedBody } from './kind.ts';
import { findDrafted, findNewest, hold, insertDecision, insertProposal, listDaysAfter } from './queries.ts';
import type { Decision, Definition, Drafted } from './record.ts';
import * as refuse from './refusals.ts';

export interface CheckAsked {
  readonly dataset: Dataset;
  readonly from: Day;
  readonly definition: Definition;
  /** What is proposed together with it. */
  readonly beside?: readonly Definition[];
}

export interface ProposeAsked extends CheckAsked {
  readonly reason: string;
  readonly on: Day;
}

export function kindOf(kinds: DefinitionKinds, name: Definition['kind']): AnyKind {
  const kind = kinds.find((one) => one.kind === name);
  if (!kind) throw refuse.noKind(name);
  return kind;
}

/** Everything that would stop it, on its first day and on each later day on which something else changes; each problem once. */
export async function problemsOf(
  db: Database,
  { rulebook, kinds }: { readonly rulebook: Context['rulebook']; readonly kinds: DefinitionKinds },
  { dataset, from, definition: { kind: name, body }, beside = [] }: CheckAsked,
): Promise<readonly DefinitionProblem[]> {
  const kind = kindOf(kinds, name);
  const found = new Map<string, DefinitionProblem>();
  for (const on of [from, ...(await listDaysAfter(db, dataset, from))])
    for (const problem of await kind.validate(db, { rulebook, dataset, on, body, beside })) found.set(JSON.stringify(problem), problem);
  return [...found.values()];
}

export async function proposeDefinition(context: Context, kinds: DefinitionKinds, asked: ProposeAsked): Promise<string> {
  const hand = handOf(context, asked.dataset);
  dayOf(context, asked.on);
  return context.db.transaction().execute((tx) => writeProposal(tx, { context, kinds, hand }, asked));
}

export interface Writing {
  readonly context: Context;
  readonly kinds: DefinitionKinds;
  readonly hand: Hand;
}

/** In an open transaction: a bundle proposes many at once. */
export async function writeProposal(tx: Database, { context, kinds, hand }: Writing, asked: ProposeAsked): Promise<string> {
  const { dataset, from, definition, reason, on } = asked;
  const { kind: name, body } = definition;
  const kind = kindOf(kinds, name);
  await hold(tx, dataset);
  if (from < on) throw refuse.notBefore(on);
  const problems = await problemsOf(tx, { rulebook: context.rulebook, kinds }, asked);
  if (problems.length > 0) throw refuse.unsound(problems);
  const newest = await findNewest(tx, { dataset, kind: name, code: body.code });
  const before = newest ? (await findDrafted(tx, newest.id))?.sha256 : shippedHash(kind, context.rulebook, body.code);
  const sha256 = hashOf(body);
  if (before === sha256) throw refuse.nothingChanged();
  const id = randomUUID();
  const { by, unit, person } = hand;
  const common = { id, dataset, kind: name, code: body.code, base: newest?.id ?? null, from, title: kind.title(body) };
  await insertProposal(tx, { ...common, body, sha256, reason, on, unit, person, by });
  const { caller, requestId } = context;
  const object = `definitions/${name}/${body.code}`;
  await recordAudit(tx, { caller, requestId, dataset, action: 'definitions/propose', object, before: null, after: sha256 });
  return id;
}

function shippedHash(kind: AnyKind, rulebook: Context['rulebook'], code: string): string | null {
  const body = shippedBody(kind, rulebook, code);
  return body && hashOf(body);
}

export interface DecideAsked {
  readonly id: string;
  readonly decision: Decision['decision'];
  readonly reason: string | null;
  readonly on: Day;
}

/** Putting in force, refusing and withdrawing: the last thing that is done with a proposal. */
export async function decideDefinition(context: Context, kinds: DefinitionKinds, asked: DecideAsked): Promise<void> {
  const on = dayOf(context, asked.on);
  await context.db.transaction().execute(async (tx) => {
    const known = await findDrafted(tx, asked.id);
    if (!known) throw refuse.noDefinition();
    const hand = handOf(context, known.dataset);
    await hold(tx, known.dataset);
    const drafted = await findDrafted(tx, asked.id);
    if (!drafted) throw refuse.noDefinition();
    mustBeTheirs(drafted, hand, asked.decision);
    if (drafted.decided) throw refuse.alreadyDecided();
    if (asked.decision === 'refuse' && asked.reason === null) throw refuse.needsReason();
    const inForce = asked.decision === 'put-in-force' ? await standing(tx, { context, kinds, hand }, { drafted, on }) : nowhere;
    const { person, by } = hand;
    await insertDecision(tx, drafted, { decision: asked.decision, reason: asked.reason, on, person, by, ...inForce });
    const { caller, requestId } = context;
    const object = `definitions/${drafted.kind}/${drafted.code}`;
    const action = `definitions/${asked.decision}`;
    await recordAudit(tx, { caller, requestId, dataset: drafted.dataset, action, object, before: drafted.sha256, after: drafted.sha256 });
  });
}

const nowhere = { version: null, from: null } as const;

function mustBeTheirs(drafted: Drafted, hand: Hand, decision: Decision['decision']): void {
  if (decision === 'withdraw') {
    if (drafted.unit !== hand.unit) throw refuse.otherUnit();
    return;
  }
  if (isSameHand(drafted, hand)) throw refuse.sameHand();
}

/** The number of its version and its first day; refused where another version came between, or where it no longer holds together. */
async function standing(
  tx: Database,
  { context, kinds }: Writing,
  { drafted, on }: { readonly drafted: Drafted; readonly on: Day },
): Promise<{ readonly version: number; readonly from: Day }> {
  const newest = await findNewest(tx, drafted);
  if (newest && newest.id !== drafted.base) throw refuse.notNewest(newest.version, newest.title);
  const from = drafted.from < on ? on : drafted.from;
  // Kind and body were kept together, as the contract has them.
  const definition = { kind: drafted.kind, body: drafted.body } as Definition;
  const problems = await problemsOf(tx, { rulebook: context.rulebook, kinds }, { dataset: drafted.dataset, from, definition });
  if (problems.length > 0) throw refuse.unsound(problems);
  return { version: (newest?.version ?? 0) + 1, from };
}

/** In production nobody chooses the day on which a thing is done: it is today. The training province has days of its own. */
function dayOf({ caller, today }: Context, on: Day): Day {
  if (caller.profile === 'production' && on !== today) throw refuse.otherDay(today);
  return on;
}
