// Beginning a round: on the newest version, while it is with its drafter, for long enough, one of a kind at a time.
import { randomUUID } from 'node:crypto';
import { roundStateOn } from '@zhenghe/engine/consultation';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import { hashOf } from '@zhenghe/rulebook';
import { recordAudit } from '../audit/index.ts';
import type { Context } from '../platform/api.ts';
import type { Database } from '../platform/database.ts';
import { dayOf, drafterFor } from './authority.ts';
import { hold, insertRounds, insertSteps, listRoundsOf } from './queries.ts';
import { type NamedUnit, type Round, type RoundHead, standingOf } from './record.ts';
import * as refuse from './refusals.ts';
import { mustLast, ruleFor } from './rule.ts';
import type { Consulted, ConsultedNouns } from './subject.ts';
import { unitsToAsk } from './units.ts';

export interface BeginAsked extends Pick<RoundHead, 'noun' | 'kind' | 'version' | 'closesOn' | 'touchesBusiness'> {
  readonly id: string;
  readonly units?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly on: Day;
}

export async function beginRound(context: Context, nouns: ConsultedNouns, asked: BeginAsked): Promise<string> {
  const { noun, id: subject, kind, version, closesOn, touchesBusiness } = asked;
  const opensOn = dayOf(context, asked.on);
  return context.db.transaction().execute(async (tx) => {
    await hold(tx, `${noun}/${subject}`);
    const consulted = consultedOf(nouns, noun, subject);
    const now = await consulted.find(tx, subject);
    if (!now) throw refuse.noSubject(noun, subject);
    const by = drafterFor(context, 'begin', now);
    if (now.latest !== version) throw refuse.notNewest(now.latest, version);
    const before = await listRoundsOf(tx, { noun, id: subject });
    await mustBeFree(tx, context, consulted, { id: subject, kind, on: opensOn, before });
    mustLast(context.rulebook, { kind, touchesBusiness, opensOn, closesOn });
    const units = await askedUnits(tx, context, { kind, units: asked.units ?? [], jurisdiction: now.jurisdiction });
    const { dataset, jurisdiction, sha256, title } = now;
    const head: RoundHead = {
      ...{ id: randomUUID(), noun, subject, dataset, jurisdiction, kind, version, sha256, title, opensOn, closesOn, touchesBusiness, by },
      number: before.filter((round) => round.head.kind === kind).length + 1,
      rule: ruleFor(context.rulebook, kind),
      asked: units,
      note: asked.note ?? null,
    };
    await insertRounds(tx, [head]);
    await insertSteps(tx, [{ head, steps: [{ kind: 'begin', on: opensOn, unit: jurisdiction, seq: 1, actor: by }] }]);
    const { caller, requestId } = context;
    const object = `consultation/${head.id}`;
    await recordAudit(tx, { caller, requestId, dataset, action: 'consultation/begin', object, before: sha256, after: hashOf(head) });
    return head.id;
  });
}

export function consultedOf(nouns: ConsultedNouns, noun: string, id: string): Consulted {
  const consulted = Object.hasOwn(nouns, noun) ? nouns[noun] : undefined;
  if (!consulted) throw refuse.noSubject(noun, id);
  return consulted;
}

export const kindWords: Readonly<Record<RoundHead['kind'], Bilingual>> = {
  internal: { zh: '征求单位意见', en: 'the round of units' },
  public: { zh: '公开征求意见', en: 'the public round' },
};

interface Free extends Pick<RoundHead, 'kind'> {
  readonly id: string;
  readonly on: Day;
  readonly before: readonly Round[];
}

export async function mustBeFree(tx: Database, context: Context, consulted: Consulted, asked: Free): Promise<void> {
  await consulted.mayBegin(tx, context, asked);
  const open = asked.before.find((round) => round.head.kind === asked.kind && roundStateOn(standingOf(round), asked.on) === 'open');
  if (open) throw refuse.alreadyOpen(kindWords[asked.kind], open.head.closesOn);
}

async function askedUnits(
  tx: Database,
  { rulebook }: Context,
  asked: { readonly kind: RoundHead['kind']; readonly units: readonly string[]; readonly jurisdiction: string },
): Promise<readonly NamedUnit[]> {
  if (asked.kind === 'public') return [];
  const wanted = [...new Set(asked.units)];
  if (wanted.length === 0) throw refuse.noUnits();
  const known = new Map((await unitsToAsk(tx, rulebook, asked.jurisdiction)).map((unit) => [unit.id, unit]));
  return wanted.map((id) => {
    const unit = known.get(id);
    if (!unit) throw refuse.unknownUnit(id);
    return unit;
  });
}
