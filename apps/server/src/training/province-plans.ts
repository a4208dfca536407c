// The plans of the training province with what was done with them by the training day: 33 approved first, others approved, waiting, in draft, late.

import { planFromWire } from '@zhenghe/contract/plan-wire';
import { Plan as PlanFile } from '@zhenghe/contract/plans';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import type { Actor } from '../accounts/index.ts';
import type { NewPlan, NewPlanAction } from '../plans/index.ts';
import type { UnitStory } from './acts.ts';
import { daysAfter, earlierOf, trainingDay } from './days.ts';
import { flawOf } from './flaws.ts';
import { planId, planOfUnit } from './plans.ts';
import { type Course, shortName, type TrainingUnit } from './units.ts';

export interface TrainingPlans {
  readonly plans: readonly NewPlan[];
  readonly actions: readonly NewPlanAction[];
}

const pujiang = '330726';

/** `annex` is the real plan of 浦江 as it ships; the county clerk works on a copy of it that is marked as training. */
export function trainingPlans(stories: readonly UnitStory[], annex: Plan): TrainingPlans {
  const turns = new Map<Course, number>();
  const plans = stories.map((story) => {
    const { place, course } = story.unit;
    if (place.code === pujiang) return newPlan(story, copyOfAnnex(annex));
    const turn = turns.get(course) ?? 0;
    const flaw = flawOf(story.unit, turn);
    if (flaw !== 'over-quota') turns.set(course, turn + 1);
    return newPlan(story, planOfUnit(story, flaw));
  });
  const numbers = new Map<Course, number>();
  const actions = stories.flatMap((story) => {
    const number = numbers.get(story.unit.course) ?? 0;
    numbers.set(story.unit.course, number + 1);
    return [...wayOf(story), ...doneWith(story, number)];
  });
  return { plans, actions };
}

/** The shipped file, held to the shape of the contract. */
export function readAnnex(text: string): Plan {
  return planFromWire(PlanFile.parse(JSON.parse(text)));
}

function copyOfAnnex(annex: Plan): Plan {
  return { ...annex, code: `xl-${pujiang}`, title: `训练·${annex.title}`, training: true };
}

function newPlan({ unit, course }: UnitStory, plan: Plan): NewPlan {
  return {
    id: planId(unit.place.code),
    dataset: 'training',
    plan,
    on: course.saved,
    by: taskForce(unit),
    kind: 'saved',
    note: '训练数据 Training data',
  };
}

/** The way of its course; a city's own plan goes to the province at once. */
function wayOf({ unit, course }: UnitStory): readonly NewPlanAction[] {
  const action = (kind: NewPlanAction['kind'], on: Day | null, by: Actor): readonly NewPlanAction[] =>
    on === null ? [] : [{ planId: planId(unit.place.code), dataset: 'training', kind, version: 1, on, by }];
  return [
    ...action('submitted', course.submitted, taskForce(unit)),
    ...action('accepted', unit.place.level === 'city' ? null : course.accepted, cityForce(unit)),
    ...action('approved', course.approved, province),
  ];
}

type Turn = 'waiting' | 'one-answer' | 'ready' | 'objection' | 'returned' | 'reminded';

/** What has become of those that lie with a city: given where the role cards meet them, else dealt in turn. */
const givenTurns: ReadonlyMap<string, Turn> = new Map([
  ['330723', 'waiting'],
  ['330727', 'one-answer'],
  ['330781', 'ready'],
]);
const turns: readonly Turn[] = ['returned', 'waiting', 'objection', 'returned', 'ready', 'reminded'];

function doneWith(story: UnitStory, number: number): readonly NewPlanAction[] {
  const { unit, course } = story;
  if (unit.course !== 'submitted' || unit.place.level === 'city' || course.submitted === null) return [];
  const after = (days: number) => earlierOf(daysAfter(course.submitted ?? trainingDay, days), trainingDay);
  const common = { planId: planId(unit.place.code), dataset: 'training', version: 1 } as const;
  const city = `${unit.place.code.slice(0, 4)}00`;
  const opine = (id: 'land' | 'environment', more: Pick<NewPlanAction, 'stance' | 'text'>): NewPlanAction => {
    const by = { card: id, unit: departments[id], jurisdiction: city };
    return { ...common, ...more, kind: 'opine', unit: `${city}/${id}`, on: after(1), by };
  };
  const agrees = opine('land', { stance: 'agree', text: '训练：与国土空间规划相符。' });
  switch (givenTurns.get(unit.place.code) ?? turns[number % turns.length]) {
    case 'one-answer':
      return [agrees];
    case 'ready':
      return [agrees, opine('environment', { stance: 'no-opinion' })];
    case 'objection':
      return [opine('environment', { stance: 'disagree', text: '训练：一个区块与生态红线相邻，请说明。' })];
    case 'returned':
      return [agrees, { ...common, kind: 'return', on: after(3), by: cityForce(unit), text: '训练：两处请核改后再报。', reasons }];
    case 'reminded':
      return [{ ...common, kind: 'remind', unit: unit.place.code, to: city, on: after(3), by: taskForce(unit) }];
    default:
      return [];
  }
}

const departments = {
  land: { zh: '训练·市自然资源部门', en: 'Training: city land bureau' },
  environment: { zh: '训练·市生态环境部门', en: 'Training: city environment bureau' },
} as const;

const reasons = [
  { place: { table: 'blocks', row: 'b01', field: 'areaAfter', label: '核心区区块' }, text: '训练：与批准范围图不符，请核对。' },
  { place: { table: 'organisation', field: 'staffAfter', label: '整合后编制人数' }, text: '训练：请附编制部门意见。' },
];

const province: Actor = {
  card: 'province',
  unit: { zh: '训练·省开发区处', en: 'Training: provincial zone division' },
  jurisdiction: '330000',
};

function taskForce({ place }: TrainingUnit): Actor {
  return { card: place.level === 'city' ? 'city' : 'county', unit: forceOf(place.name, place.nameEn), jurisdiction: place.code };
}

function cityForce({ place }: TrainingUnit): Actor {
  const code = `${place.code.slice(0, 4)}00`;
  return { card: 'city', unit: { zh: '训练·设区市专班', en: 'Training: task force of the city' }, jurisdiction: code };
}

function forceOf(name: string, nameEn: string): Bilingual {
  return { zh: `训练·${shortName(name)}专班`, en: `Training: task force of ${nameEn}` };
}
