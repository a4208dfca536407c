// Accepting and approving many at once (F41): each filing in a transaction of its own, each with its fate. An approval by the province
// makes the figures current before it answers.
import { ORPCError } from '@orpc/server';
import { refusals } from '@zhenghe/contract/kernel';
import type { Fate } from '@zhenghe/contract/statistics';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { z } from 'zod';
import { mustHaveProved } from '../accounts/index.ts';
import { actWithin } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { noun } from './record.ts';
import * as refuse from './refusals.ts';
import { type Stands, standsOn } from './standing.ts';
import { filingDecided, filingSubject } from './subject.ts';

export interface DecideAsked {
  readonly ids: readonly string[];
  readonly kind: 'accept' | 'approve';
  readonly text?: string | undefined;
  readonly on: Day;
}

const wired = { subject: filingSubject, decided: filingDecided };

export async function decideFilings(context: Context, asked: DecideAsked): Promise<z.infer<typeof Fate>[]> {
  if (asked.kind === 'approve') mustHaveProved(context);
  const fates: z.infer<typeof Fate>[] = [];
  for (const id of new Set(asked.ids)) fates.push(await fateOf(context, asked, id));
  return fates;
}

async function fateOf(context: Context, asked: DecideAsked, id: string): Promise<z.infer<typeof Fate>> {
  try {
    await context.db.transaction().execute((tx) => decideWithin(tx, context, { ...asked, id }));
    return { id, done: true, reason: null };
  } catch (fault) {
    const reason = reasonOf(fault);
    if (reason === null) throw fault;
    return { id, done: false, reason };
  }
}

async function decideWithin(
  tx: Database,
  context: Context,
  { id, kind, text, on }: Omit<DecideAsked, 'ids'> & { readonly id: string },
): Promise<void> {
  const stands = await standsOn(tx, id);
  const step = stepNow(stands);
  if (!step) throw refuse.conflict(notHere);
  if (stepAct(step.unit.id) !== kind) throw refuse.conflict(otherAct[kind]);
  const act = step.kind === 'decide' ? 'approve' : 'accept';
  const { version, seen } = stands.standing;
  await actWithin(tx, context, wired, { noun, id, kind: act, version, seen, on, ...(text ? { text } : {}) });
}

function stepNow({ standing }: Stands) {
  return standing.workflow.steps[standing.at] ?? null;
}

/** A department or the unit itself accepts; a place approves. */
function stepAct(unit: string): 'accept' | 'approve' {
  return unit.includes('/') ? 'accept' : 'approve';
}

const notHere: Bilingual = { zh: '这张表现在不在接收或审定的环节。', en: 'The filing is not at a step that accepts or approves now.' };
const otherAct: Readonly<Record<DecideAsked['kind'], Bilingual>> = {
  accept: { zh: '这张表现在等待审定，不是接收。', en: 'The filing waits for an approval, not for being accepted.' },
  approve: { zh: '这张表现在等待接收或审核，还不能审定。', en: 'The filing waits to be accepted; it cannot be approved yet.' },
};

/** What a refusal says; null for a fault of ours. */
function reasonOf(fault: unknown): Bilingual | null {
  if (!(fault instanceof ORPCError) || !(fault.code in refusals)) return null;
  const { data } = fault as ORPCError<string, { reason?: Bilingual } | undefined>;
  return data?.reason ?? null;
}
