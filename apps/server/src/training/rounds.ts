// Invented rounds of consultation: one public with its answers out, two that are open, one waiting for answers, and one of units,
// half answered. Never on 浦江, whose plan the county clerk works on. Every word of them is marked as training.
import { createHash } from 'node:crypto';
import type { CommentOutcome } from '@zhenghe/engine/consultation';
import type { Day } from '@zhenghe/engine/kernel';
import { hashOf, type Rulebook } from '@zhenghe/rulebook';
import { type RoundHead, ruleFor, type WholeRound, type WrittenStep } from '../consultation/index.ts';
import type { NewPlan } from '../plans/index.ts';
import { type Opinion, type RoundStory, roundStories, type Voice } from './round-stories.ts';

type NamedUnit = RoundHead['asked'][number];

/** `unitsOf` tells whom a place may ask. */
export function trainingRounds(
  rulebook: Rulebook,
  plans: readonly NewPlan[],
  unitsOf: ReadonlyMap<string, readonly NamedUnit[]>,
): readonly WholeRound[] {
  return roundStories.flatMap((story) => {
    const plan = plans.find(({ plan: { jurisdiction } }) => jurisdiction === story.place);
    return plan ? [roundOf(rulebook, plan, story, unitsOf.get(story.place) ?? [])] : [];
  });
}

export function placesOfRounds(): readonly string[] {
  return [...new Set(roundStories.map(({ place }) => place))];
}

function roundOf(rulebook: Rulebook, { id: subject, plan, by }: NewPlan, story: RoundStory, units: readonly NamedUnit[]): WholeRound {
  const { place: jurisdiction, kind, opensOn, closesOn, touchesBusiness = false } = story;
  const asked = (story.asked ?? []).flatMap((id) => units.find((unit) => unit.id === id) ?? []);
  const id = uuidOf(`${subject} ${kind} ${opensOn}`);
  const head: RoundHead = {
    ...{ id, noun: 'plans', subject, dataset: 'training', jurisdiction, kind, number: 1, version: 1, sha256: hashOf(plan) },
    ...{ title: plan.title, opensOn, closesOn, touchesBusiness, rule: ruleFor(rulebook, kind), asked, note: story.note, by },
  };
  const told = [...story.said.map((voice, index) => commentOf(head, plan, voice, index)), ...endingOf(head, story)];
  const inOrder = told.toSorted((a, b) => a.step.on.localeCompare(b.step.on) || rank[a.step.kind] - rank[b.step.kind]);
  const first: WrittenStep = { kind: 'begin', on: opensOn, unit: jurisdiction, actor: by, seq: 1 };
  const steps = [first, ...inOrder.map(({ step }, index) => ({ ...step, seq: index + 2 }))];
  const contacts = inOrder.flatMap(({ contact }, index) => (contact ? [{ seq: index + 2, ...contact }] : []));
  return { head, steps, contacts };
}

const rank = { begin: 0, comment: 1, answer: 2, withhold: 3, end: 4, publish: 5, purge: 6 } as const;

interface Told {
  readonly step: Omit<WrittenStep, 'seq'>;
  readonly contact?: { readonly name: string; readonly reach: string };
}

function commentOf(head: RoundHead, plan: NewPlan['plan'], { on, text, about, contact, opinion }: Voice, index: number): Told {
  const comment = uuidOf(`${head.id} ${index}`);
  const block = plan.blocks[0];
  const zone = plan.zones[0];
  const places = {
    block: block && { table: 'blocks', row: block.code, field: 'areaAfter', label: `${block.name}整合后面积` },
    zone: zone && { table: 'zones', row: zone.code, label: zone.name },
    staff: { table: 'organisation', field: 'staffAfter', label: '整合后编制人数' },
    schedule: { table: 'milestones', label: '时间安排' },
  };
  const place = (about && places[about]) ?? null;
  const said = { text, aim: { place, clause: null }, stance: opinion?.stance ?? null };
  const who = opinion ? ofUnit(head, opinion) : { unit: null, actor: citizen };
  const wordless = text === '' ? { wordless: true } : {};
  return { step: { kind: 'comment', on, comment, said, ...who, ...wordless }, ...(contact && { contact }) };
}

const citizen = { card: 'public', unit: { zh: '社会公众', en: 'The public' }, jurisdiction: '330000' };

function ofUnit({ asked }: RoundHead, { unit }: Opinion): Pick<WrittenStep, 'unit' | 'actor'> {
  const name = asked.find(({ id }) => id === unit)?.name ?? { zh: unit, en: unit };
  const actor = { card: 'department', unit: { zh: `训练·${name.zh}`, en: `Training: ${name.en}` }, jurisdiction: unit.slice(0, 6) };
  return { unit, actor };
}

function endingOf({ id, jurisdiction: unit, by: actor }: RoundHead, { said, publishedOn }: RoundStory): readonly Told[] {
  const own = { unit, actor };
  const text = (words: string) => ({ said: { text: words, aim: null, stance: null } });
  const step = (kind: WrittenStep['kind'], on: Day, more: { comment?: string; outcome?: CommentOutcome } & Partial<WrittenStep>): Told => ({
    step: { kind, on, ...own, ...more },
  });
  return [
    ...said.flatMap(({ answer }, index) => {
      const comment = uuidOf(`${id} ${index}`);
      return answer ? [step('answer', answer.on, { comment, outcome: answer.outcome, ...text(answer.reason) })] : [];
    }),
    ...said.flatMap(({ withheld, answer }, index) => {
      const comment = uuidOf(`${id} ${index}`);
      return withheld && answer ? [step('withhold', answer.on, { comment, ...text(withheld) })] : [];
    }),
    ...(publishedOn ? [step('publish', publishedOn, {})] : []),
  ];
}

/** The same name gives the same id: the province is the same on every machine. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`training round ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
