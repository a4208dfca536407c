import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionProblem, allowedActions } from './allowed.ts';
import { type Action, actionKinds, CaseFault, type Workflow } from './case.ts';
import { afterAction, caseStanding } from './fold.ts';
import { type CaseStanding, isSameHand, openCase, opinionsIn, tasksOf, unitsOf, unlockedCells } from './standing.ts';
import { aStep, aWorkflow, filled, plainCalendar } from './testing.ts';

const opened = '2021-03-01';
const dayOf = (n: number) => `2021-${String(3 + Math.floor(n / 28)).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;

/** A throw of dice: who comes, what of the possible is done, whom it names, how many days pass. */
const turn = fc.record({ who: fc.nat(20), what: fc.nat(40), whom: fc.nat(20), days: fc.nat(3) });
const turns = fc.array(turn, { maxLength: 40 });
const flow: fc.Arbitrary<Workflow> = fc
  .record({ signing: fc.constantFrom('parallel' as const, 'sequence' as const), signers: fc.boolean(), city: fc.boolean() })
  .map(({ signing, signers, city }) => {
    const whole = aWorkflow({}, signers ? { signing } : { signing, signers: [] });
    const check = aStep('check', { unit: whole.drafter, hand: 'other' });
    return city ? { ...whole, steps: [check, ...whole.steps] } : { ...whole, steps: whole.steps.slice(1) };
  });

function anAction(standing: CaseStanding, { who, what, whom }: { who: number; what: number; whom: number }, on: string): Action | null {
  const units = unitsOf(standing.workflow);
  const by = units[who % units.length]?.id ?? '';
  const allowed = allowedActions(standing, by, on);
  const chosen = allowed[what % Math.max(allowed.length, 1)];
  const version = chosen?.kind === 'submit' ? standing.version + 1 : Math.max(standing.version, 1);
  if (!chosen) return null;
  // Each unit has two people.
  const action = filled(chosen, { by, on, version, hand: `${by}-${what % 2}` }, whom);
  return isSameHand(standing, action) ? null : action;
}

/** Plays the turns; each action taken is one that was offered. */
function played(workflow: Workflow, dice: readonly { who: number; what: number; whom: number; days: number }[]) {
  let standing = openCase(workflow, plainCalendar, opened);
  let day = 0;
  const actions: Action[] = [];
  for (const one of dice) {
    day += one.days;
    const action = anAction(standing, one, dayOf(day));
    if (!action) continue;
    expect(actionProblem(standing, action)).toBeNull();
    standing = afterAction(standing, action);
    actions.push(action);
  }
  return { standing, actions, day };
}

function expectLegal(standing: CaseStanding): void {
  const { state, at, workflow, steps } = standing;
  const within = state === 'review' || state === 'decide';
  expect(within).toBe(at >= 0);
  if (within) expect(workflow.steps[at]?.kind).toBe(state);
  expect(tasksOf(standing).length > 0).toBe(state !== 'approved' && state !== 'refused');
  expect(steps.every((step, index) => step.done === null || !within || index < at)).toBe(true);
  if (state === 'approved') expect(standing.inForce?.version).toBe(standing.version);
  if (state === 'approved' || state === 'refused') {
    expect(steps.every((step) => step.done !== null && opinionsIn(step))).toBe(true);
  }
  const open = unlockedCells(standing);
  expect(open === null).toBe(state === 'draft');
  expect((open?.length ?? 1) > 0).toBe(state === 'draft' || state === 'returned');
  for (const { kind, unit } of tasksOf(standing)) {
    const may = allowedActions(standing, unit, standing.lastDay).map((one) => one.kind);
    const needed = kind === 'draft' || kind === 'mend' ? 'submit' : kind === 'opine' ? 'opine' : 'return';
    expect(may).toContain(needed);
  }
}

/** Of each version that passed a step for another hand, who handed it in and who let it pass. */
function passedOn(workflow: Workflow, actions: readonly Action[]) {
  return actions.flatMap((action, index) => {
    const before = caseStanding({ workflow, calendar: plainCalendar, openedOn: opened, actions: actions.slice(0, index) });
    if (action.kind !== 'accept' || workflow.steps[before.at]?.hand !== 'other') return [];
    const handedIn = actions.slice(0, index).findLast(({ kind }) => kind === 'submit');
    return [{ handedIn: handedIn?.hand, passed: action.hand }];
  });
}

describe('a case', () => {
  it('passes a step for another hand only by another hand', () => {
    fc.assert(
      fc.property(flow, turns, (workflow, dice) => {
        for (const { handedIn, passed } of passedOn(workflow, played(workflow, dice).actions)) expect(passed).not.toBe(handedIn);
      }),
      { numRuns: 100 },
    );
  });

  it('folds any sequence of allowed actions to a legal standing, the same as step by step', () => {
    fc.assert(
      fc.property(flow, turns, (workflow, dice) => {
        const { standing, actions } = played(workflow, dice);
        expectLegal(standing);
        expect(caseStanding({ workflow, calendar: plainCalendar, openedOn: opened, actions })).toEqual(standing);
      }),
      { numRuns: 400 },
    );
  });

  it('takes no action that was not offered', () => {
    const strange = fc.record({ kind: fc.constantFrom(...actionKinds), unit: fc.nat(20), by: fc.nat(20), to: fc.nat(20) });
    fc.assert(
      fc.property(flow, turns, strange, (workflow, dice, { kind, unit, by, to }) => {
        const { standing, day } = played(workflow, dice);
        const ids = [...unitsOf(workflow).map(({ id }) => id), 'elsewhere'];
        const name = (n: number) => ids[n % ids.length] ?? '';
        const on = dayOf(day);
        const action: Action = {
          kind,
          unit: name(unit),
          by: name(by),
          to: name(to),
          on,
          version: 9,
          stance: 'agree',
          text: 'x',
          paper: 'x',
        };
        const offered = allowedActions(standing, action.by, on).some((one) => one.kind === kind && one.unit === action.unit);
        if (!offered) expect(actionProblem(standing, action)).not.toBeNull();
        if (actionProblem(standing, action)?.kind === 'not-possible' && kind !== 'note-silence') {
          expect(() => afterAction(standing, action)).toThrow(CaseFault);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('stays legal when two act at once on the same picture: the second is refused, or still possible', () => {
    fc.assert(
      fc.property(flow, turns, turn, turn, (workflow, dice, one, other) => {
        const { standing, day } = played(workflow, dice);
        const [first, second] = [one, other].map((throwOfDice) => anAction(standing, throwOfDice, dayOf(day)));
        if (!first || !second) return;
        const after = afterAction(standing, first);
        if (actionProblem(after, second)) return;
        expectLegal(afterAction(after, second));
      }),
      { numRuns: 400 },
    );
  });

  it('can always be brought to its end by those who have it', () => {
    fc.assert(
      fc.property(flow, turns, (workflow, dice) => {
        let { standing } = played(workflow, dice);
        for (let n = 0; n < 30 && tasksOf(standing).length > 0; n += 1) {
          const task = tasksOf(standing).findLast(({ ready }) => ready);
          const kind = { draft: 'submit', mend: 'submit', review: 'accept', decide: 'approve', opine: 'opine' } as const;
          const allowed = task && allowedActions(standing, task.unit, standing.lastDay).find((a) => a.kind === kind[task.kind]);
          if (!task || !allowed) throw new Error('nobody can go on');
          const version = Math.max(standing.version, 1);
          standing = afterAction(standing, filled(allowed, { by: task.unit, on: standing.lastDay, version }));
        }
        expect(['approved', 'refused']).toContain(standing.state);
      }),
      { numRuns: 300 },
    );
  });
});
