import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterRoundAction, roundProblem, roundStanding } from './fold.ts';
import { type RoundAction, RoundFault, type RoundTerms, roundActionKinds } from './round.ts';
import { holdsBack, newRound, type RoundStanding, roundStateOn, unanswered, unitsHeard } from './standing.ts';

const dayOf = (n: number) => `2021-${String(3 + Math.floor(n / 28)).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;
const units = ['drafter', 'land', 'water', 'elsewhere', null] as const;
const days = 80;

const terms: fc.Arbitrary<RoundTerms> = fc
  .record({ kind: fc.constantFrom('public' as const, 'internal' as const), length: fc.nat(30) })
  .map(({ kind, length }) => ({
    kind,
    version: 3,
    opensOn: dayOf(0),
    closesOn: dayOf(length),
    drafter: 'drafter',
    asked: ['land', 'water'],
  }));
/** Any step by anybody, possible or not. */
const throwOfDice = fc.record({
  kind: fc.constantFrom(...roundActionKinds),
  unit: fc.constantFrom(...units),
  comment: fc.constantFrom('a', 'b', 'c', 'd'),
  wordless: fc.boolean(),
  outcome: fc.constantFrom('adopted' as const, 'partly' as const, 'not' as const),
  version: fc.constantFrom(undefined, 2, 4, 5),
  pass: fc.nat(4),
});
type Throw = typeof throwOfDice extends fc.Arbitrary<infer Thrown> ? Thrown : never;
const game = fc.array(throwOfDice, { maxLength: 60 });

function played(of: RoundTerms, dice: readonly Throw[]) {
  const first: RoundAction = { kind: 'begin', on: of.opensOn, unit: 'drafter' };
  let standing = afterRoundAction(newRound(of), first);
  const actions: RoundAction[] = [first];
  let day = 0;
  for (const { pass, ...die } of dice) {
    day = Math.min(day + pass, days);
    const action = { ...die, on: dayOf(day) };
    if (roundProblem(standing, action)) {
      expect(() => afterRoundAction(standing, action)).toThrow(RoundFault);
      continue;
    }
    standing = afterRoundAction(standing, action);
    actions.push(action);
  }
  return { standing, actions, today: dayOf(day) };
}

function expectLegal(standing: RoundStanding, actions: readonly RoundAction[], today: string): void {
  const state = roundStateOn(standing, today);
  const { terms: of, comments, endedOn, publishedOn, purgedOn } = standing;
  expect(publishedOn === null || unanswered(standing).length === 0).toBe(true);
  expect(purgedOn === null || (publishedOn !== null && publishedOn <= purgedOn) || (endedOn ?? of.closesOn) <= purgedOn).toBe(true);
  expect(state === 'open').toBe(publishedOn === null && endedOn === null && today <= of.closesOn);
  expect(holdsBack(standing, today) === null).toBe(state === 'answered' || state === 'published');
  const until = endedOn ?? of.closesOn;
  for (const action of actions.filter(({ kind }) => kind === 'comment')) expect(action.on <= until).toBe(true);
  for (const { answer } of comments) expect(answer?.version ?? of.version + 1).toBeGreaterThan(of.version);
  expect(unitsHeard(standing).every((unit) => of.asked.includes(unit))).toBe(true);
  expect(comments.every(({ unit }) => (unit === null) === (of.kind === 'public'))).toBe(true);
  const sent = actions.filter(({ kind }) => kind === 'comment').length;
  expect(comments.reduce((sum, { times }) => sum + times, 0)).toBe(sent);
  expect(actions.filter(({ kind }) => kind === 'publish').length).toBeLessThanOrEqual(1);
}

describe('a round', () => {
  it('folds any steps that were possible to a legal standing, and throws the others', () => {
    fc.assert(
      fc.property(terms, game, (of, dice) => {
        const { standing, actions, today } = played(of, dice);
        expectLegal(standing, actions, today);
        expect(roundStanding(of, actions)).toEqual(standing);
      }),
      { numRuns: 500 },
    );
  });

  it('stays legal when two act at once on the same picture: the second is refused, or still possible', () => {
    fc.assert(
      fc.property(terms, game, throwOfDice, throwOfDice, (of, dice, one, other) => {
        const { standing, actions, today } = played(of, dice);
        const [first, second] = [one, other].map(({ pass: _, ...die }): RoundAction => ({ ...die, on: today }));
        if (!first || !second || roundProblem(standing, first) || roundProblem(standing, second)) return;
        const after = afterRoundAction(standing, first);
        if (!roundProblem(after, second)) expectLegal(afterRoundAction(after, second), [...actions, first, second], today);
      }),
      { numRuns: 500 },
    );
  });

  it('can always be brought to its end by the drafting unit', () => {
    fc.assert(
      fc.property(terms, game, (of, dice) => {
        const { standing } = played(of, dice);
        const on = dayOf(days + 1);
        const answers = unanswered(standing).map(
          ({ id }): RoundAction => ({ kind: 'answer', on, unit: 'drafter', comment: id, outcome: 'not' }),
        );
        const rest: readonly RoundAction[] = standing.publishedOn ? [] : [...answers, { kind: 'publish', on, unit: 'drafter' }];
        expect(roundStateOn(rest.reduce(afterRoundAction, standing), on)).toBe('published');
      }),
      { numRuns: 300 },
    );
  });
});
