// Folds the actions of a case, oldest first. An action that was not possible when it was taken is our fault, and is thrown.
import type { Day, WorkCalendar } from '../kernel/index.ts';
import { actionProblem, possibleActions } from './allowed.ts';
import { type Action, type ActionKind, CaseFault, type Workflow } from './case.ts';
import { type CaseStanding, dueAfter, type Opinion, openCase, type StepStanding } from './standing.ts';

export interface CaseHistory {
  readonly workflow: Workflow;
  readonly calendar: WorkCalendar;
  /** The day the subject began: a draft from then on. */
  readonly openedOn: Day;
  readonly actions: readonly Action[];
}

export function caseStanding({ workflow, calendar, openedOn, actions }: CaseHistory): CaseStanding {
  return actions.reduce(afterAction, openCase(workflow, calendar, openedOn));
}

export function afterAction(before: CaseStanding, action: Action): CaseStanding {
  const problem = actionProblem(before, action, possibleActions);
  if (problem) throw new CaseFault(`${action.kind} by ${action.by} in ${before.state}: ${problem.kind}`);
  const after = effects[action.kind](before, action);
  return { ...after, seen: before.seen + 1, lastDay: action.on };
}

type Effect = (before: CaseStanding, action: Action) => CaseStanding;

const effects: Readonly<Record<ActionKind, Effect>> = {
  submit: (before, action) => {
    const again = before.state === 'returned';
    const steps = before.workflow.steps.map(({ unit }, index) => {
      const kept = again ? (before.steps[index]?.opinions ?? []).filter(stands) : [];
      return { holder: unit.id, opinions: kept, done: null };
    });
    return enter({ ...before, version: action.version, handedInBy: action.hand ?? null, returned: null, steps }, 0, action.on);
  },
  withdraw: (before, { on }) => ({
    ...before,
    state: 'draft',
    at: -1,
    since: on,
    due: before.round === 1 ? before.workflow.draftBy : null,
  }),
  accept: (before, action) => enter(finished(before, action), before.at + 1, action.on),
  return: (before, { version, on, unit, text, reasons, due }) => ({
    ...before,
    state: 'returned',
    at: -1,
    since: on,
    due: due ?? dueAfter(before.calendar, on, before.workflow.mendDays),
    returned: { version, on, by: unit, text: text ?? null, reasons: reasons ?? [] },
  }),
  opine: (before, { unit, stance, text, version, on }) =>
    answered(before, unit, on, { standing: 'given', stance: stance ?? null, text: text ?? null, version, on }),
  'note-silence': (before, { to, text, version, on }) =>
    answered(before, to, on, { standing: 'silent', stance: null, text: text ?? null, version, on }),
  'add-signer': added,
  'hand-over': handed,
  delegate: (before, { unit, to = '', on, due = on }) => ({
    ...before,
    delegations: [...before.delegations, { from: unit, to, since: on, until: due }],
  }),
  remind: (before, { unit, to = '', on }) => ({ ...before, reminders: [...before.reminders, { by: unit, to, on }] }),
  approve: (before, action) => ({
    ...decided(before, action, 'approved'),
    inForce: { version: action.version, on: action.on, paper: action.paper ?? null },
  }),
  refuse: (before, action) => decided(before, action, 'refused'),
  revise: (before, { on }) => ({ ...before, state: 'draft', round: before.round + 1, since: on, due: null, returned: null }),
};

/** An opinion that agreed, or had none, outlives a return: only the named cells may have changed since. */
function stands({ standing, stance }: Opinion): boolean {
  return standing === 'given' && stance !== 'disagree';
}

function enter(before: CaseStanding, at: number, on: Day): CaseStanding {
  const step = before.workflow.steps[at];
  const now = before.steps[at];
  if (!step || !now) throw new CaseFault(`workflow ${before.workflow.id} has no step ${at}`);
  const missing = step.signers.filter(({ id }) => !now.opinions.some(({ unit }) => unit === id));
  const due = dueAfter(before.calendar, on, step.opinionDays);
  const asked = missing.map(({ id }) => newOpinion(id, { on, due, added: false }));
  const opinions = inTurn(step.signing, [...now.opinions, ...asked], on);
  const entered = replaced(before, at, { ...now, opinions });
  return { ...entered, state: step.kind, at, since: on, due: dueAfter(before.calendar, on, step.workingDays) };
}

function newOpinion(unit: string, { on, due, added }: { readonly on: Day; readonly due: Day | null; readonly added: boolean }): Opinion {
  return { unit, standing: 'asked', since: on, due, added, stance: null, text: null, version: null, on: null };
}

/** In a sequence one is asked at a time; its days run from the day its turn comes. */
function inTurn(signing: 'parallel' | 'sequence', opinions: readonly Opinion[], on: Day): readonly Opinion[] {
  if (signing === 'parallel') return opinions;
  const first = opinions.findIndex(({ standing }) => standing === 'asked' || standing === 'later');
  return opinions.map((opinion, index) => {
    if (opinion.standing !== 'asked' && opinion.standing !== 'later') return opinion;
    if (index > first) return { ...opinion, standing: 'later' };
    return opinion.standing === 'asked' ? opinion : { ...opinion, standing: 'asked', since: on };
  });
}

function answered(before: CaseStanding, unit: string | undefined, on: Day, answer: Partial<Opinion>): CaseStanding {
  const now = stepNow(before);
  const signed = now.opinions.map((opinion) => (opinion.unit === unit ? { ...opinion, ...answer } : opinion));
  const step = before.workflow.steps[before.at];
  const later = inTurn(step?.signing ?? 'parallel', signed, on).map((opinion, index) => {
    const turned = now.opinions[index]?.standing === 'later' && opinion.standing === 'asked';
    return turned ? { ...opinion, due: dueAfter(before.calendar, on, step?.opinionDays ?? null) } : opinion;
  });
  return replaced(before, before.at, { ...now, opinions: later });
}

function added(before: CaseStanding, { to = '', on, due }: Action): CaseStanding {
  const now = stepNow(before);
  const step = before.workflow.steps[before.at];
  const until = due ?? dueAfter(before.calendar, on, step?.opinionDays ?? null);
  const opinions = [...now.opinions, newOpinion(to, { on, due: until, added: true })];
  return replaced(before, before.at, { ...now, opinions: inTurn(step?.signing ?? 'parallel', opinions, on) });
}

function handed(before: CaseStanding, { unit, to = '', on }: Action): CaseStanding {
  const now = stepNow(before);
  if (now.holder === unit) return { ...replaced(before, before.at, { ...now, holder: to }), since: on };
  const opinions = now.opinions.map((opinion) => (opinion.unit === unit ? { ...opinion, unit: to, since: on } : opinion));
  return replaced(before, before.at, { ...now, opinions });
}

function finished(before: CaseStanding, { unit, on, text }: Action): CaseStanding {
  return replaced(before, before.at, { ...stepNow(before), done: { by: unit, on, text: text ?? null } });
}

function decided(before: CaseStanding, action: Action, state: 'approved' | 'refused'): CaseStanding {
  return { ...finished(before, action), state, at: -1, since: action.on, due: null };
}

function stepNow({ steps, at }: CaseStanding): StepStanding {
  const now = steps[at];
  if (!now) throw new CaseFault('no step has the case');
  return now;
}

function replaced(before: CaseStanding, at: number, step: StepStanding): CaseStanding {
  return { ...before, steps: before.steps.map((one, index) => (index === at ? step : one)) };
}
