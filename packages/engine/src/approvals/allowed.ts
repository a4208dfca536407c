// What a unit may do in a case on a day, and what each act needs. What is not listed here does not exist.
import type { Day } from '../kernel/index.ts';
import type { Action, ActionKind, Step, Unit } from './case.ts';
import { type CaseStanding, isSameHand, opinionsIn, type StepStanding, tasksOf, unitsActedFor, unitsOf } from './standing.ts';

export type Need = 'required' | 'optional' | 'none';
export type Needs = Readonly<Record<'text' | 'paper' | 'reasons' | 'to' | 'due' | 'stance', Need>>;

export interface Allowed {
  readonly kind: ActionKind;
  /** The unit it would be done for. */
  readonly unit: string;
  readonly needs: Needs;
  /** Whom `to` may name. */
  readonly units: readonly Unit[];
}

const none: Needs = { text: 'none', paper: 'none', reasons: 'none', to: 'none', due: 'none', stance: 'none' };

export const needsOf: Readonly<Record<ActionKind, Needs>> = {
  submit: { ...none, text: 'optional', paper: 'optional' },
  withdraw: { ...none, text: 'optional' },
  accept: { ...none, text: 'optional', paper: 'optional' },
  return: { ...none, text: 'optional', reasons: 'required', due: 'optional' },
  opine: { ...none, text: 'optional', stance: 'required' },
  'note-silence': { ...none, text: 'required', to: 'required' },
  'add-signer': { ...none, text: 'optional', to: 'required', due: 'optional' },
  'hand-over': { ...none, text: 'required', to: 'required' },
  delegate: { ...none, text: 'optional', to: 'required', due: 'required' },
  remind: { ...none, text: 'optional', to: 'required' },
  approve: { ...none, text: 'optional', paper: 'required' },
  refuse: { ...none, text: 'required', paper: 'optional' },
  revise: { ...none, text: 'required' },
};

/** Everything the unit may do on that day, for itself and for those that delegated to it. */
export function allowedActions(standing: CaseStanding, unit: string, day: Day): readonly Allowed[] {
  const due = dueNames(standing, day);
  return possibleActions(standing, unit, day).flatMap((one) => {
    if (one.kind !== 'note-silence') return [one];
    const units = one.units.filter(({ id }) => due.has(id));
    return units.length > 0 ? [{ ...one, units }] : [];
  });
}

/** Silence may be noted once the answer's day is over; where no day was set, at once. */
function dueNames(standing: CaseStanding, day: Day): ReadonlySet<string> {
  const opinions = standing.steps[standing.at]?.opinions ?? [];
  return new Set(opinions.filter(({ due }) => due === null || due < day).map(({ unit }) => unit));
}

/** As `allowedActions`, with days left out of account: what a stored case is held to, also when a calendar is corrected later. */
export function possibleActions(standing: CaseStanding, unit: string, day: Day): readonly Allowed[] {
  if (day < standing.lastDay) return [];
  const found = new Map<string, Allowed>();
  for (const actedFor of unitsActedFor(standing, unit, day)) {
    const own = actedFor === unit;
    for (const one of ofUnit(standing, actedFor, day)) {
      if (!own && notLent.has(one.kind)) continue;
      found.set(`${one.kind} ${one.unit}`, one);
    }
  }
  return [...found.values()];
}

/** A delegate does the work; it passes nothing on, and reminds in its own name. */
const notLent: ReadonlySet<ActionKind> = new Set(['hand-over', 'delegate', 'remind', 'revise']);

function ofUnit(standing: CaseStanding, unit: string, day: Day): readonly Allowed[] {
  const step = standing.workflow.steps[standing.at];
  const now = standing.steps[standing.at];
  const within = step && now ? [...ofHolder(standing, { step, now }, unit), ...ofSigner(standing, { step, now }, unit)] : [];
  return [...ofDrafter(standing, unit), ...within, ...delegating(standing, unit, day), ...reminding(standing, unit, day)];
}

const one = (kind: ActionKind, unit: string, units: readonly Unit[] = []): Allowed => ({ kind, unit, needs: needsOf[kind], units });
const some = (kind: ActionKind, unit: string, units: readonly Unit[]): readonly Allowed[] =>
  units.length > 0 ? [one(kind, unit, units)] : [];

function ofDrafter({ state, at, workflow }: CaseStanding, unit: string): readonly Allowed[] {
  if (unit !== workflow.drafter.id) return [];
  if (state === 'draft' || state === 'returned') return [one('submit', unit)];
  if (state === 'approved' || state === 'refused') return [one('revise', unit)];
  return at === 0 ? [one('withdraw', unit)] : [];
}

interface Here {
  readonly step: Step;
  readonly now: StepStanding;
}

function ofHolder({ workflow }: CaseStanding, { step, now }: Here, unit: string): readonly Allowed[] {
  if (unit !== now.holder) return [];
  const free = freeUnits({ step, now });
  const names = unitsOf(workflow);
  const asked = now.opinions.filter(({ standing }) => standing === 'asked').map((opinion) => opinion.unit);
  const last: readonly ActionKind[] = step.kind === 'review' ? ['accept'] : ['approve', 'refuse'];
  return [
    ...(opinionsIn(now) ? last.map((kind) => ending(kind, unit, step)) : []),
    one('return', unit),
    ...some(
      'add-signer',
      unit,
      free.filter(({ id }) => id !== step.unit.id),
    ),
    ...some(
      'note-silence',
      unit,
      names.filter(({ id }) => asked.includes(id)),
    ),
    // A decision is not handed to another unit: it is taken in the name of the one the workflow names.
    ...(step.kind === 'decide' ? [] : some('hand-over', unit, free)),
  ];
}

function ending(kind: ActionKind, unit: string, step: Step): Allowed {
  const allowed = one(kind, unit);
  return step.paper === 'optional' && kind === 'approve' ? { ...allowed, needs: { ...allowed.needs, paper: 'optional' } } : allowed;
}

function ofSigner(_: CaseStanding, { step, now }: Here, unit: string): readonly Allowed[] {
  if (!now.opinions.some((opinion) => opinion.unit === unit && opinion.standing === 'asked')) return [];
  return [
    one('opine', unit),
    ...some(
      'hand-over',
      unit,
      freeUnits({ step, now }).filter(({ id }) => id !== step.unit.id),
    ),
  ];
}

/** Units of the step that have no part in it yet. */
function freeUnits({ step, now }: Here): readonly Unit[] {
  const taken = new Set([now.holder, ...now.opinions.map(({ unit }) => unit)]);
  const all = new Map([step.unit, ...step.signers, ...step.others].map((unit) => [unit.id, unit]));
  return [...all.values()].filter(({ id }) => !taken.has(id));
}

function delegating(standing: CaseStanding, unit: string, day: Day): readonly Allowed[] {
  const step = standing.workflow.steps[standing.at];
  if (!step || !tasksOf(standing).some((task) => task.unit === unit)) return [];
  const lent = standing.delegations.filter(({ from, until }) => from === unit && until >= day).map(({ to }) => to);
  const choice = new Map([...step.signers, ...step.others].map((other) => [other.id, other]));
  return some(
    'delegate',
    unit,
    [...choice.values()].filter(({ id }) => id !== unit && !lent.includes(id)),
  );
}

/** Drafter and steps press those who are to act, once a day each. */
function reminding(standing: CaseStanding, unit: string, day: Day): readonly Allowed[] {
  const { workflow, steps, reminders } = standing;
  const parties = [workflow.drafter.id, ...workflow.steps.map((step) => step.unit.id), ...steps.map(({ holder }) => holder)];
  if (!parties.includes(unit)) return [];
  const waited = new Set(tasksOf(standing).map((task) => task.unit));
  const today = reminders.filter(({ by, on }) => by === unit && on === day).map(({ to }) => to);
  const units = unitsOf(workflow).filter(({ id }) => waited.has(id) && id !== unit && !today.includes(id));
  return some('remind', unit, units);
}

/** What keeps an action from being taken; null when nothing does. */
export type ActionProblem =
  | { readonly kind: 'not-possible' }
  | { readonly kind: 'same-hand' }
  | { readonly kind: 'day-back'; readonly last: Day }
  | { readonly kind: 'other-version'; readonly version: number }
  | { readonly kind: 'missing'; readonly field: keyof Needs }
  | { readonly kind: 'unknown-unit'; readonly unit: string };

export function actionProblem(standing: CaseStanding, action: Action, among = allowedActions): ActionProblem | null {
  if (action.on < standing.lastDay) return { kind: 'day-back', last: standing.lastDay };
  const allowed = among(standing, action.by, action.on).find(({ kind, unit }) => kind === action.kind && unit === action.unit);
  if (!allowed) return { kind: 'not-possible' };
  if (isSameHand(standing, action)) return { kind: 'same-hand' };
  const older = action.kind === 'submit' ? action.version < standing.version : standing.version > 0 && action.version !== standing.version;
  if (older) return { kind: 'other-version', version: standing.version };
  const missing = missingField(allowed.needs, action);
  if (missing) return { kind: 'missing', field: missing };
  const to = action.to;
  if (to !== undefined && !allowed.units.some(({ id }) => id === to)) return { kind: 'unknown-unit', unit: to };
  return null;
}

function missingField(needs: Needs, action: Action): keyof Needs | null {
  const given = { ...action, reasons: action.reasons && action.reasons.length > 0 ? action.reasons : undefined };
  const fields: readonly (keyof Needs)[] = ['stance', 'to', 'reasons', 'due', 'paper', 'text'];
  const missing = fields.find((field) => needs[field] === 'required' && given[field] === undefined);
  if (missing) return missing;
  if (action.stance === 'disagree' && action.text === undefined) return 'text';
  return action.due !== undefined && action.due < action.on ? 'due' : null;
}
