// What a form for a new round starts from: the version, whom one may ask, the earliest last day, and whether one can begin at all.
import { ORPCError } from '@orpc/server';
import type { RoundOffer } from '@zhenghe/contract/consultation';
import { Bilingual as BilingualShape } from '@zhenghe/contract/kernel';
import { earliestClose } from '@zhenghe/engine/consultation';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { officialCalendar } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import { drafterFor } from './authority.ts';
import { consultedOf, mustBeFree } from './begin.ts';
import { listRoundsOf } from './queries.ts';
import * as refuse from './refusals.ts';
import type { ConsultedNouns } from './subject.ts';
import { unitsToAsk } from './units.ts';

interface Asked {
  readonly noun: string;
  readonly id: string;
  readonly on: Day;
}

export async function roundOffer(context: Context, nouns: ConsultedNouns, asked: Asked): Promise<RoundOffer> {
  const { db, rulebook } = context;
  const now = await consultedOf(nouns, asked.noun, asked.id).find(db, asked.id);
  if (!now) throw refuse.noSubject(asked.noun, asked.id);
  drafterFor(context, 'begin', now);
  const earliest = (touchesBusiness: boolean) =>
    earliestClose(rulebook.consultationDefaults, { kind: 'public', touchesBusiness, opensOn: asked.on }, officialCalendar);
  return {
    version: now.latest,
    refused: await refusedNow(context, nouns, asked),
    units: (await unitsToAsk(db, rulebook, now.jurisdiction)).map((unit) => ({ ...unit })),
    earliest: { plain: earliest(false), business: earliest(true) },
    rule: { public: rulebook.consultationDefaults.lengthNote, internal: rulebook.consultationDefaults.internalNote },
  };
}

/** The refusal that beginning either kind would meet, told beforehand. */
async function refusedNow(context: Context, nouns: ConsultedNouns, { noun, id, on }: Asked): Promise<RoundOffer['refused']> {
  const before = await listRoundsOf(context.db, { noun, id });
  const consulted = consultedOf(nouns, noun, id);
  const kinds = ['internal', 'public'] as const;
  const tries = await Promise.allSettled(kinds.map((kind) => mustBeFree(context.db, context, consulted, { id, kind, on, before })));
  const reasons = tries.flatMap((one) => (one.status === 'rejected' ? [reasonOf(one.reason)] : []));
  return reasons.length === kinds.length ? (reasons[0] ?? null) : null;
}

function reasonOf(fault: unknown): Bilingual {
  if (!(fault instanceof ORPCError)) throw fault;
  return BilingualShape.parse(fault.data.reason);
}
