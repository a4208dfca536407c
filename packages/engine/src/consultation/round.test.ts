import { describe, expect, it } from 'vitest';
import { workCalendar } from '../kernel/index.ts';
import { afterRoundAction, roundProblem, roundStanding } from './fold.ts';
import { earliestClose, lengthProblem, purgeIsDue } from './length.ts';
import { type RoundAction, RoundFault, type RoundTerms } from './round.ts';
import { askedStanding, holdsBack, roundStateOn, unanswered, unitsHeard } from './standing.ts';

const drafter = '330726';
const open: RoundTerms = { kind: 'public', version: 2, opensOn: '2021-06-01', closesOn: '2021-06-10', drafter, asked: [] };
const inside: RoundTerms = { ...open, kind: 'internal', asked: ['land', 'water'] };
const begin: RoundAction = { kind: 'begin', on: '2021-06-01', unit: drafter };
const said = (id: string, on = '2021-06-02', unit: string | null = null): RoundAction => ({ kind: 'comment', on, unit, comment: id });
const answer = (id: string, on = '2021-06-11', more: Partial<RoundAction> = {}): RoundAction => ({
  ...{ kind: 'answer', on, unit: drafter, comment: id, outcome: 'adopted' },
  ...more,
});
const step = (kind: RoundAction['kind'], on: string, more: Partial<RoundAction> = {}): RoundAction => ({
  kind,
  on,
  unit: drafter,
  ...more,
});
const problemOf = (actions: readonly RoundAction[], next: RoundAction, terms = open) =>
  roundProblem(roundStanding(terms, actions), next)?.kind;

describe('the fold', () => {
  // With the square of so many the patience of the test would not do.
  it('of many comments with their answers takes no square of them, and leaves what it was given as it was', { timeout: 60_000 }, () => {
    const many = Array.from({ length: 200_000 }, (_, index) => `c${index}`);
    const all = roundStanding(open, [begin, ...many.map((id) => said(id)), ...many.map((id) => answer(id))]);
    expect([all.comments.length, unanswered(all).length]).toEqual([200_000, 0]);
    const heard = roundStanding(open, [begin, said('a')]);
    expect(afterRoundAction(heard, said('b')).comments.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(afterRoundAction(heard, said('a')).comments[0]?.times).toBe(2);
    expect(heard.comments).toMatchObject([{ id: 'a', times: 1 }]);
  });
});

describe('a public round', () => {
  it('is open to its last day, then closed until all is answered, then published', () => {
    const heard = roundStanding(open, [begin, said('a')]);
    expect(roundStateOn(heard, '2021-06-10')).toBe('open');
    expect(roundStateOn(heard, '2021-06-11')).toBe('closed');
    expect([holdsBack(heard, '2021-06-10'), holdsBack(heard, '2021-06-11')]).toEqual(['open', 'unanswered']);
    const answered = afterRoundAction(heard, answer('a'));
    expect(roundStateOn(answered, '2021-06-11')).toBe('answered');
    expect(holdsBack(answered, '2021-06-11')).toBeNull();
    expect(roundStateOn(afterRoundAction(answered, step('publish', '2021-06-12')), '2021-06-12')).toBe('published');
  });

  it('takes no comment before it begins, after its day, or after it was ended', () => {
    expect(problemOf([], said('a'))).toBe('not-begun');
    expect(problemOf([begin], said('a', '2021-06-11'))).toBe('over');
    expect(problemOf([begin, step('end', '2021-06-03')], said('a', '2021-06-03'))).toBe('over');
    expect(problemOf([begin], said('a', '2021-06-02', 'land'))).toBe('not-asked');
  });

  it('counts the same words again instead of adding them', () => {
    const { comments } = roundStanding(open, [begin, said('a'), said('b'), said('a')]);
    expect(comments.map(({ id, times }) => [id, times])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('publishes only when it is over and every comment has its answer', () => {
    expect(problemOf([begin], step('publish', '2021-06-05'))).toBe('still-open');
    expect(problemOf([begin, said('a'), said('b'), answer('a')], step('publish', '2021-06-12'))).toBe('unanswered');
    expect(problemOf([begin], step('publish', '2021-06-11'))).toBeUndefined();
  });

  it('corrects an answer by a new one until publication, and withholds also afterwards', () => {
    const corrected = [begin, said('a'), answer('a'), answer('a', '2021-06-12', { outcome: 'not' })];
    expect(roundStanding(open, corrected).comments[0]?.answer).toEqual({ outcome: 'not', version: null, on: '2021-06-12' });
    const out = [...corrected, step('publish', '2021-06-12')];
    expect(problemOf(out, answer('a', '2021-06-13'))).toBe('published');
    expect(problemOf(out, step('withhold', '2021-06-13', { comment: 'a' }))).toBeUndefined();
    expect(problemOf(out, step('withhold', '2021-06-13', { comment: 'none' }))).toBe('no-comment');
  });

  it('lets nobody but the drafting unit answer, end or publish', () => {
    for (const kind of ['answer', 'withhold', 'end', 'publish'] as const)
      expect(problemOf([begin, said('a')], { kind, on: '2021-06-05', unit: 'land', comment: 'a' })).toBe('not-drafter');
  });

  it('names as the version that took a comment up only a later one, and none for a comment that was not', () => {
    expect(problemOf([begin, said('a')], answer('a', '2021-06-11', { version: 2 }))).toBe('older-version');
    expect(problemOf([begin, said('a')], answer('a', '2021-06-11', { version: 3, outcome: 'not' }))).toBe('version-of-nothing');
    expect(problemOf([begin, said('a')], answer('a', '2021-06-11', { version: 3 }))).toBeUndefined();
  });

  it('purges contacts once, some time after publication', () => {
    const out = roundStanding(open, [begin, step('publish', '2021-06-11')]);
    expect([purgeIsDue(out, 30, '2021-07-11'), purgeIsDue(out, 30, '2021-07-12')]).toEqual([false, true]);
    const gone = afterRoundAction(out, step('purge', '2021-07-12', { unit: null }));
    expect(purgeIsDue(gone, 30, '2021-08-12')).toBe(false);
    expect(() => afterRoundAction(gone, step('purge', '2021-08-12', { unit: null }))).toThrow(RoundFault);
  });

  it('purges them as long after the end of a round that is never published; answers and publication may still follow', () => {
    const over = roundStanding(open, [begin, said('a')]);
    const due = (standing: typeof over) =>
      ['2021-07-05', '2021-07-06', '2021-07-10', '2021-07-11'].filter((day) => purgeIsDue(standing, 30, day));
    expect(due(over)).toEqual(['2021-07-11']);
    const ended = roundStanding(open, [begin, said('a'), step('end', '2021-06-05')]);
    expect(due(ended)).toEqual(['2021-07-06', '2021-07-10', '2021-07-11']);
    const actions = [begin, said('a'), step('purge', '2021-07-11', { unit: null })];
    expect(purgeIsDue(roundStanding(open, actions), 30, '2021-09-01')).toBe(false);
    const later = roundStanding(open, [...actions, answer('a', '2021-08-01'), step('publish', '2021-08-02')]);
    expect([later.publishedOn, purgeIsDue(later, 30, '2021-12-01')]).toEqual(['2021-08-02', false]);
    expect(problemOf([begin, said('a')], step('purge', '2021-06-05', { unit: null }))).toBe('still-open');
  });
});

describe('a round of units', () => {
  it('hears those that were asked, takes a bare stance without an answer, and tells who was silent', () => {
    const heard = roundStanding(inside, [begin, { ...said('a', '2021-06-02', 'land'), wordless: true }]);
    expect([unitsHeard(heard), unanswered(heard)]).toEqual([['land'], []]);
    expect(problemOf([begin], said('a', '2021-06-02', 'fire'), inside)).toBe('not-asked');
    expect(problemOf([begin], said('a', '2021-06-02', null), inside)).toBe('not-asked');
    const of = (day: string) => askedStanding(heard, 'water', day);
    expect([askedStanding(heard, 'land', '2021-06-20'), of('2021-06-10'), of('2021-06-11')]).toEqual(['given', 'waiting', 'late']);
    expect(askedStanding(afterRoundAction(heard, step('publish', '2021-06-12')), 'water', '2021-06-12')).toBe('silent');
  });
});

describe('the least length', () => {
  const rule = { publicWorkingDays: 7, businessDays: 30 };
  const calendar = workCalendar({ holidays: ['2021-06-14'], makeUps: [] });
  const span = { kind: 'public', touchesBusiness: false, opensOn: '2021-06-04' } as const;

  it('is seven working days after the opening, past weekends and holidays', () => {
    expect(earliestClose(rule, span, calendar)).toBe('2021-06-16');
    expect(lengthProblem(rule, { ...span, closesOn: '2021-06-15' }, calendar)).toEqual({
      ...{ kind: 'too-short', earliest: '2021-06-16', days: 11, workingDays: 6 },
    });
    expect(lengthProblem(rule, { ...span, closesOn: '2021-06-16' }, calendar)).toBeNull();
  });

  it('is thirty calendar days where business is touched, and nothing but the asked day among units', () => {
    expect(earliestClose(rule, { ...span, touchesBusiness: true }, calendar)).toBe('2021-07-04');
    expect(earliestClose(rule, { ...span, kind: 'internal' }, calendar)).toBe('2021-06-04');
    expect(lengthProblem(rule, { ...span, closesOn: '2023-06-04' }, calendar)?.kind).toBe('too-long');
    expect(earliestClose({ publicWorkingDays: null, businessDays: null }, { ...span, touchesBusiness: true }, calendar)).toBe('2021-06-04');
  });
});
