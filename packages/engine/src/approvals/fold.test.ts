import { describe, expect, it } from 'vitest';
import { actionProblem, allowedActions } from './allowed.ts';
import { type Action, CaseFault } from './case.ts';
import { afterAction, caseStanding } from './fold.ts';
import { openCase, tasksOf, unlockedCells } from './standing.ts';
import { aCell, aStep, aUnit, aWorkflow, plainCalendar } from './testing.ts';

const workflow = aWorkflow();
const act = (kind: Action['kind'], by: string, on: string, more: Partial<Action> = {}): Action => ({
  kind,
  unit: by,
  by,
  on,
  version: 1,
  ...more,
});
const standing = (...actions: readonly Action[]) => caseStanding({ workflow, calendar: plainCalendar, openedOn: '2021-03-01', actions });
const kinds = (actions: readonly Action[], unit: string, day: string) =>
  allowedActions(standing(...actions), unit, day).map(({ kind }) => kind);
const waiting = (...actions: readonly Action[]) => tasksOf(standing(...actions)).map(({ kind, unit }) => `${kind} ${unit}`);

const submitted = act('submit', 'county', '2021-03-01');
const land = act('opine', 'land', '2021-03-02', { stance: 'agree' });
const water = act('opine', 'water', '2021-03-03', { stance: 'no-opinion' });
const accepted = act('accept', 'city', '2021-03-04');
const returned = act('return', 'city', '2021-03-04', { reasons: [{ place: aCell, text: '与附件不符' }] });

describe('the way of a case', () => {
  it('goes county, city with its departments, province', () => {
    expect(waiting()).toEqual(['draft county']);
    expect(waiting(submitted)).toEqual(['review city', 'opine land', 'opine water']);
    expect(waiting(submitted, land, water, accepted)).toEqual(['decide province']);
    const approved = act('approve', 'province', '2021-03-20', { paper: '训练〔2021〕9号' });
    const end = standing(submitted, land, water, accepted, approved);
    expect(end).toMatchObject({ state: 'approved', inForce: { version: 1, on: '2021-03-20', paper: '训练〔2021〕9号' } });
    expect(tasksOf(end)).toEqual([]);
    expect(unlockedCells(end)).toEqual([]);
  });

  it('counts the days of a step from the day it came, in working days', () => {
    const [review, opinion] = tasksOf(standing(submitted));
    expect([review?.due, opinion?.due]).toEqual(['2021-03-15', '2021-03-08']);
  });

  it('cannot be accepted before every opinion is in, and can be returned at any time', () => {
    expect(kinds([submitted, land], 'city', '2021-03-03')).not.toContain('accept');
    expect(kinds([submitted, land], 'city', '2021-03-03')).toContain('return');
    expect(kinds([submitted, land, water], 'city', '2021-03-03')).toContain('accept');
  });

  it('notes a silence only when its day is over', () => {
    expect(kinds([submitted, land], 'city', '2021-03-08')).not.toContain('note-silence');
    expect(kinds([submitted, land], 'city', '2021-03-09')).toContain('note-silence');
    const noted = act('note-silence', 'city', '2021-03-09', { to: 'water', text: '逾期未复' });
    expect(kinds([submitted, land, noted], 'city', '2021-03-09')).toContain('accept');
  });

  it('is taken back only while the first step has it', () => {
    expect(kinds([submitted], 'county', '2021-03-02')).toContain('withdraw');
    expect(kinds([submitted, land, water, accepted], 'county', '2021-03-05')).not.toContain('withdraw');
    expect(unlockedCells(standing(submitted, act('withdraw', 'county', '2021-03-02')))).toBeNull();
  });
});

describe('a return', () => {
  it('unlocks the named cells and no other, until it is handed in again', () => {
    const back = standing(submitted, land, returned);
    expect(unlockedCells(back)).toEqual([aCell]);
    expect(tasksOf(back)).toMatchObject([{ kind: 'mend', unit: 'county', due: '2021-03-11' }]);
    expect(unlockedCells(standing(submitted, land, returned, act('submit', 'county', '2021-03-05', { version: 2 })))).toEqual([]);
  });

  it('keeps opinions that agreed and asks the others again; a withdrawal asks all again', () => {
    const no = act('opine', 'water', '2021-03-03', { stance: 'disagree', text: '占用水域' });
    expect(waiting(submitted, land, no, returned, act('submit', 'county', '2021-03-05', { version: 2 }))).toEqual([
      'review city',
      'opine water',
    ]);
    const afresh = [submitted, land, act('withdraw', 'county', '2021-03-03'), act('submit', 'county', '2021-03-05', { version: 2 })];
    expect(waiting(...afresh)).toEqual(['review city', 'opine land', 'opine water']);
  });

  it('needs a reason by cell', () => {
    expect(actionProblem(standing(submitted), { ...returned, reasons: [] })).toEqual({ kind: 'missing', field: 'reasons' });
  });
});

describe('signers', () => {
  it('sign one after the other in a sequence', () => {
    const sequence = aWorkflow({}, { signing: 'sequence' });
    const at = (...actions: readonly Action[]) =>
      tasksOf(caseStanding({ workflow: sequence, calendar: plainCalendar, openedOn: '2021-03-01', actions }));
    expect(at(submitted).map(({ unit }) => unit)).toEqual(['city', 'land']);
    expect(at(submitted, land)).toMatchObject([{ unit: 'city' }, { unit: 'water', since: '2021-03-02', due: '2021-03-09' }]);
  });

  it('can be added by the step that has it, and may hand their part to another', () => {
    const more = act('add-signer', 'city', '2021-03-02', { to: 'forest', due: '2021-03-20' });
    expect(waiting(submitted, more)).toContain('opine forest');
    expect(kinds([submitted, more], 'forest', '2021-03-03')).toContain('opine');
    const handed = act('hand-over', 'land', '2021-03-02', { to: 'forest', text: '职能已划转' });
    expect(waiting(submitted, handed)).toEqual(['review city', 'opine forest', 'opine water']);
  });

  it('must say why they disagree', () => {
    const bare = act('opine', 'land', '2021-03-02', { stance: 'disagree' });
    expect(actionProblem(standing(submitted), bare)).toEqual({ kind: 'missing', field: 'text' });
  });
});

describe('two people in one unit', () => {
  const own = aWorkflow({
    steps: [aStep('check', { unit: aUnit('county'), hand: 'other' }), aStep('province', { kind: 'decide', paper: 'optional' })],
  });
  const at = (...actions: readonly Action[]) => caseStanding({ workflow: own, calendar: plainCalendar, openedOn: '2021-03-01', actions });
  const handedIn = act('submit', 'county', '2021-03-01', { hand: 'filler' });
  const checked = act('accept', 'county', '2021-03-02', { hand: 'checker' });

  it('whoever handed in does not check it; another does', () => {
    expect(actionProblem(at(handedIn), { ...checked, hand: 'filler' })).toEqual({ kind: 'same-hand' });
    expect(actionProblem(at(handedIn), checked)).toBeNull();
    expect(() => at(handedIn, { ...checked, hand: 'filler' })).toThrow(CaseFault);
  });

  it('who handed in last counts, and may still take it back', () => {
    const again = [handedIn, act('withdraw', 'county', '2021-03-01', { hand: 'filler' })];
    const by = act('submit', 'county', '2021-03-01', { hand: 'checker', version: 2 });
    expect(actionProblem(at(...again, by), { ...checked, version: 2 })).toEqual({ kind: 'same-hand' });
    expect(actionProblem(at(...again, by), { ...checked, version: 2, hand: 'filler' })).toBeNull();
  });

  it('a decision whose step says so needs no paper', () => {
    const decided = act('approve', 'province', '2021-03-05');
    expect(actionProblem(at(handedIn, checked), decided)).toBeNull();
    expect(actionProblem(standing(submitted, land, water, accepted), decided)).toEqual({ kind: 'missing', field: 'paper' });
  });
});

describe('acting for another', () => {
  const lent = act('delegate', 'city', '2021-03-02', { to: 'forest', due: '2021-03-05' });

  it('holds for its days, and passes nothing on', () => {
    const on = (day: string) => kinds([submitted, lent], 'forest', day);
    expect(on('2021-03-05')).toContain('return');
    expect(on('2021-03-05')).not.toContain('hand-over');
    expect(on('2021-03-06')).toEqual([]);
  });

  it('leaves the unit its own right', () => expect(kinds([submitted, lent], 'city', '2021-03-03')).toContain('return'));
});

describe('reminders', () => {
  it('go once a day to whoever has to act', () => {
    const remind = act('remind', 'county', '2021-03-02', { to: 'city' });
    expect(kinds([submitted], 'county', '2021-03-02')).toContain('remind');
    expect(actionProblem(standing(submitted, remind), remind)).toEqual({ kind: 'unknown-unit', unit: 'city' });
    expect(actionProblem(standing(submitted, remind), { ...remind, on: '2021-03-03' })).toBeNull();
  });
});

describe('what cannot be', () => {
  it.each([
    ['a department accepts', act('accept', 'land', '2021-03-02')],
    ['the province decides before the city', act('approve', 'province', '2021-03-02', { paper: 'x' })],
    ['a stranger returns', act('return', 'elsewhere', '2021-03-02', { reasons: [{ place: aCell, text: 'x' }] })],
    ['one poses as another', act('return', 'land', '2021-03-02', { unit: 'city', reasons: [{ place: aCell, text: 'x' }] })],
    ['a day before the last', act('withdraw', 'county', '2021-02-28')],
  ])('%s: refused, and thrown when it stands in a record', (_, action) => {
    expect(actionProblem(standing(submitted), action)).not.toBeNull();
    expect(() => afterAction(standing(submitted), action)).toThrow(CaseFault);
  });

  it('an older version is not acted on', () => {
    const again = [submitted, returned, act('submit', 'county', '2021-03-05', { version: 2 })];
    const late = act('opine', 'land', '2021-03-06', { stance: 'agree' });
    expect(actionProblem(standing(...again), late)).toEqual({ kind: 'other-version', version: 2 });
  });

  it('a workflow without steps takes no submission', () => {
    const empty = openCase(aWorkflow({ drafter: aUnit('county'), steps: [] }), plainCalendar, '2021-03-01');
    expect(() => afterAction(empty, submitted)).toThrow(CaseFault);
  });
});
