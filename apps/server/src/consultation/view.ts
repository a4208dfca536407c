// Rounds as their pages show them on one day: to the public what is public, to units what they were asked, to the drafting unit all.
import type { Comment, RoundDetail, RoundRow } from '@zhenghe/contract/consultation';
import {
  askedStanding,
  type CommentStanding,
  type RoundStanding,
  roundStateOn,
  unanswered,
  unitsHeard,
} from '@zhenghe/engine/consultation';
import { type Day, workingDaysBetween } from '@zhenghe/engine/kernel';
import { unitOfCard } from '../accounts/index.ts';
import { officialCalendar } from '../approvals/index.ts';
import type { Context } from '../platform/api.ts';
import { answers, isAsked, isInside, maySee } from './authority.ts';
import { consultedOf } from './begin.ts';
import { type Contact, findRound, listContacts, listRounds, listRoundsOf, type RoundsAsked } from './queries.ts';
import { type Round, type RoundHead, roundOn, standingOf, stepsOf, type WrittenStep } from './record.ts';
import * as refuse from './refusals.ts';
import type { ConsultedNouns } from './subject.ts';

type Caller = Context['caller'];

export async function roundRows(
  { db, caller }: Context,
  asked: RoundsAsked & { readonly state?: RoundRow['state'] | undefined },
): Promise<RoundRow[]> {
  const rounds = (await listRounds(db, asked)).filter(({ head }) => maySee(caller, head));
  return rounds
    .map((round) => rowOf(caller, roundOn(round, asked.on), asked.on))
    .filter(({ state }) => !asked.state || state === asked.state);
}

export function rowOf(caller: Caller, round: Round, on: Day): RoundRow {
  const { id, noun, subject, dataset, title, jurisdiction, version, number, kind, opensOn, closesOn } = round.head;
  const standing = standingOf(round);
  const state = roundStateOn(standing, on);
  const left = unanswered(standing).length;
  return {
    ...{ id, noun, subject, dataset, title, jurisdiction, version, number, kind, state, opensOn, closesOn },
    daysLeft: state === 'open' ? workingDaysBetween(officialCalendar, on, closesOn) : null,
    comments: standing.comments.length,
    unanswered: left,
    asked: standing.terms.asked.length,
    answered: unitsHeard(standing).length,
    waitsForMe:
      (answers(caller, round.head) && (left > 0 || state === 'answered')) ||
      (state === 'open' && hasYetToSay(caller, round.head, standing)),
  };
}

function hasYetToSay(caller: Caller, head: RoundHead, standing: RoundStanding): boolean {
  const unit = unitOfCard(caller.card);
  return isAsked(caller, head) && unit !== null && !unitsHeard(standing).includes(unit);
}

export async function roundDetail(
  context: Context,
  nouns: ConsultedNouns,
  asked: { readonly round: string; readonly on: Day },
): Promise<RoundDetail> {
  const { db, caller } = context;
  const all = await findRound(db, asked.round);
  if (!all || !maySee(caller, all.head) || asked.on < all.head.opensOn) throw refuse.noRound();
  const round = roundOn(all, asked.on);
  const { head } = round;
  const standing = standingOf(round);
  const consulted = consultedOf(nouns, head.noun, head.subject);
  const previous = await previousOf(context, head);
  const end = round.steps.find(({ kind }) => kind === 'end');
  const { id, version } = { id: head.subject, version: head.version };
  return {
    ...rowOf(caller, round, asked.on),
    note: head.note,
    by: head.by.unit,
    touchesBusiness: head.touchesBusiness,
    rule: { text: head.rule.text, clause: head.rule.clause && { ...head.rule.clause } },
    endedEarly: end ? { on: end.on, reason: end.said?.text ?? '' } : null,
    publishedOn: standing.publishedOn,
    previous,
    link: consulted.link(id, version),
    compareLink: previous && consulted.compareLink(id, previous.version, version),
    units: gridOf({ caller, round, on: asked.on }),
    said: await commentsShown(context, { caller, round, on: asked.on }),
    may: mayDo(context, { all, round, on: asked.on }),
    places: [...(await consulted.places(db, id, version))],
    clauses: [...(await consulted.clauses(context, { id, version, on: asked.on }))],
  };
}

async function previousOf({ db, caller }: Context, head: RoundHead): Promise<RoundDetail['previous']> {
  const rounds = await listRoundsOf(db, { noun: head.noun, id: head.subject });
  const before = rounds.find((other) => other.head.kind === head.kind && other.head.number === head.number - 1);
  return before && maySee(caller, before.head) ? { round: before.head.id, version: before.head.version } : null;
}

interface Shown {
  readonly caller: Caller;
  readonly round: Round;
  readonly on: Day;
}

function gridOf({ caller, round, on }: Shown): RoundDetail['units'] {
  const standing = standingOf(round);
  const open = isInside(caller, round.head) || standing.publishedOn !== null;
  return round.head.asked.map((unit) => {
    const own = round.steps.filter((step) => step.kind === 'comment' && step.unit === unit.id);
    const known = open || unitOfCard(caller.card) === unit.id;
    return {
      unit: { ...unit },
      standing: askedStanding(standing, unit.id, on),
      stance: known ? (own.at(-1)?.said?.stance ?? null) : null,
      comments: own.length,
      on: own.at(-1)?.on ?? null,
    };
  });
}

async function commentsShown({ db }: Context, shown: Shown): Promise<Comment[]> {
  const { caller, round } = shown;
  const standing = standingOf(round);
  const contacts = answers(caller, round.head) && standing.purgedOn === null ? await listContacts(db, round.head.id) : [];
  const unit = unitOfCard(caller.card);
  const open = isInside(caller, round.head) || standing.publishedOn !== null;
  return standing.comments.flatMap((comment, index) =>
    open || (comment.unit !== null && comment.unit === unit) ? [commentShown(shown, { comment, index, contacts })] : [],
  );
}

export interface CommentAt {
  readonly comment: CommentStanding;
  readonly index: number;
  readonly contacts: readonly Contact[];
  /** One's own words, for who holds the receipt. */
  readonly own?: string;
}

export function commentShown({ caller, round }: Pick<Shown, 'caller' | 'round'>, { comment, index, contacts, own }: CommentAt): Comment {
  const { id, times, on, unit, withheld } = comment;
  const standing = standingOf(round);
  const steps = stepsOf(round, id);
  const first = steps.find(({ kind }) => kind === 'comment');
  const inside = isInside(caller, round.head);
  const hidden = withheld && !inside;
  const reason = steps.find(({ kind }) => kind === 'withhold')?.said?.text ?? '';
  const aim = (!hidden && first?.said?.aim) || { place: null, clause: null };
  return {
    ...{ id, times, on },
    number: index + 1,
    aim: { place: aim.place && { ...aim.place }, clause: aim.clause && { ...aim.clause } },
    text: own ?? (hidden ? '' : (first?.said?.text ?? '')),
    unit: unit === null ? null : { id: unit, name: round.head.asked.find((one) => one.id === unit)?.name ?? { zh: unit, en: unit } },
    stance: first?.said?.stance ?? null,
    contact: contactOf(
      steps.map(({ seq }) => seq),
      contacts,
    ),
    contactPurgedOn: inside ? standing.purgedOn : null,
    withheld: withheld ? { zh: reason, en: reason } : null,
    answer: inside || standing.publishedOn !== null ? answerOf(steps) : null,
  };
}

/** Of the same words sent by several, the first who can be reached. */
function contactOf(seqs: readonly number[], contacts: readonly Contact[]): Comment['contact'] {
  const found = contacts.find(({ seq }) => seqs.includes(seq));
  return found ? { name: found.name, reach: found.reach } : null;
}

function answerOf(steps: readonly WrittenStep[]): Comment['answer'] {
  const answer = steps.findLast(({ kind }) => kind === 'answer');
  if (!answer?.outcome) return null;
  return {
    outcome: answer.outcome,
    reason: answer.said?.text ?? '',
    version: answer.version ?? null,
    on: answer.on,
    by: answer.actor.unit,
  };
}

/** Only on the newest picture, and in production only today. */
function mayDo(
  { caller, today }: Context,
  { all, round, on }: { readonly all: Round; readonly round: Round; readonly on: Day },
): RoundDetail['may'] {
  const standing = standingOf(round);
  const now = all.steps.length === round.steps.length && (caller.profile !== 'production' || on === today);
  const ours = caller.profile !== 'demo' || round.head.dataset === 'training';
  const state = roundStateOn(standing, on);
  const drafts = now && ours && answers(caller, round.head);
  return {
    comment: now && ours && state === 'open' && (round.head.kind === 'public' || isAsked(caller, round.head)),
    answer: drafts && state !== 'published' && standing.comments.some(({ needsAnswer }) => needsAnswer),
    withhold: drafts && round.head.kind === 'public' && standing.comments.length > 0,
    end: drafts && state === 'open',
    publish: drafts && state === 'answered',
  };
}
