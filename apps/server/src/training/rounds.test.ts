import { lengthProblem, roundStanding, roundStateOn, unanswered } from '@zhenghe/engine/consultation';
import { loadPacks } from '@zhenghe/rulebook';
import { expect, test } from 'vitest';
import { officialCalendar } from '../approvals/index.ts';
import { dataText, readJurisdictions } from '../territory/index.ts';
import { trainingDay } from './days.ts';
import { trainingProvince } from './province.ts';
import { readAnnex, trainingPlans } from './province-plans.ts';
import { trainingRounds } from './rounds.ts';

const rulebook = loadPacks();
const { plans } = trainingPlans(trainingProvince(readJurisdictions()).stories, readAnnex(dataText('plans/pujiang-2021.json')));
const rounds = trainingRounds(rulebook, plans, new Map());
const standings = rounds.map(({ head, steps }) => {
  // Names of units are read from the database; here their ids are enough.
  const asked = [...new Set(steps.flatMap(({ kind, unit }) => (kind === 'comment' && unit ? [unit] : [])))];
  return { head, steps, standing: roundStanding({ ...head, drafter: head.jurisdiction, asked }, steps) };
});

test('the rounds could have happened: long enough, on a draft that was saved before, none on 浦江, none after the training day', () => {
  for (const { head, steps } of standings) {
    expect(lengthProblem(rulebook.consultationDefaults, head, officialCalendar), head.title).toBeNull();
    const plan = plans.find(({ id }) => id === head.subject);
    expect(plan?.on && plan.on <= head.opensOn).toBe(true);
    expect(head.jurisdiction).not.toBe('330726');
    expect(steps.every(({ on }) => on <= trainingDay)).toBe(true);
  }
});

test('there is something of each kind to see, and one has all three outcomes', () => {
  const states = standings.map(({ head, standing }) => `${head.kind} ${roundStateOn(standing, trainingDay)}`).sort();
  expect(states).toEqual(['internal open', 'public closed', 'public open', 'public open', 'public published']);
  const out = standings.find(({ standing }) => standing.publishedOn !== null);
  expect(new Set(out?.standing.comments.map(({ answer }) => answer?.outcome))).toEqual(new Set(['adopted', 'partly', 'not']));
  expect(out && unanswered(out.standing)).toEqual([]);
});

test('every word and name is marked as training', () => {
  const words = rounds.flatMap(({ steps }) => steps.flatMap(({ said }) => (said?.text ? [said.text] : [])));
  expect(words.filter((text) => !text.startsWith('训练'))).toEqual([]);
  expect(rounds.flatMap(({ contacts }) => contacts.map(({ name }) => name)).every((name) => name?.startsWith('训练·'))).toBe(true);
});
