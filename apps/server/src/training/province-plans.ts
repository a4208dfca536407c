// The plans of the training province with what was done with them by the training day: 33 approved first, others approved, waiting, in draft, late.

import { planFromWire } from '@zhenghe/contract/plan-wire';
import { Plan as PlanFile } from '@zhenghe/contract/plans';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Plan } from '@zhenghe/engine/plans';
import type { Actor, NewPlan, NewPlanAction } from '../plans/index.ts';
import type { UnitStory } from './acts.ts';
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
  return { plans, actions: stories.flatMap(actionsOf) };
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

function actionsOf({ unit, course }: UnitStory): readonly NewPlanAction[] {
  const action = (kind: NewPlanAction['kind'], on: Day | null, by: Actor): readonly NewPlanAction[] =>
    on === null ? [] : [{ planId: planId(unit.place.code), dataset: 'training', kind, version: 1, on, by }];
  return [
    ...action('submitted', course.submitted, taskForce(unit)),
    ...action('accepted', course.accepted, cityForce(unit)),
    ...action('approved', course.approved, province),
  ];
}

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
