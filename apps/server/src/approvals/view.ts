// A case as its page shows it on one day: steps, tasks with their days, what was done, and what the caller may do now.

import type { CaseView } from '@zhenghe/contract/approvals';
import {
  allowedActions,
  type CaseStanding,
  isSameHand,
  type Step,
  type StepStanding,
  tasksOf,
  unlockedCells,
} from '@zhenghe/engine/approvals';
import { type Day, workingDaysBetween } from '@zhenghe/engine/kernel';
import { barredFrom } from '../accounts/index.ts';
import type { Caller, Context } from '../platform/api.ts';
import { isWithin, standingOf } from './act.ts';
import { officialCalendar } from './calendar.ts';
import { findCase, listActions } from './queries.ts';
import { type CaseHead, type CaseKey, handOf, unitName, unitOfCard, type WrittenAction } from './record.ts';
import * as refuse from './refusals.ts';
import type { CellPlace, Subject, Wiring } from './subject.ts';

export async function caseView(context: Context, wiring: Wiring, asked: CaseKey & { readonly on: Day }): Promise<CaseView> {
  const { db, caller } = context;
  const wired = Object.hasOwn(wiring, asked.noun) ? wiring[asked.noun] : undefined;
  const head = wired && (await findCase(db, asked));
  if (!wired || !head) throw refuse.noCase(asked.noun, asked.id);
  if (asked.on < head.openedOn) throw refuse.notYet(asked.on, head.openedOn);
  const all = await listActions(db, head);
  const actions = all.filter((action) => action.on <= asked.on);
  const standing = standingOf(head, actions);
  const now = await subjectNow(context, wired.subject, { head, standing });
  const inside = isWithin(caller, head, all);
  const shown: Shown = { head, standing, on: asked.on, inside };
  return {
    noun: head.noun,
    id: head.id,
    dataset: head.dataset,
    title: now.title,
    workflow: workflowOf(head),
    state: standing.state,
    round: standing.round,
    version: now.version,
    inForce: standing.inForce,
    seen: all.length,
    steps: stepsOf(shown, actions),
    tasks: tasksShown(shown),
    ...daysOf(standing.due, asked.on),
    since: standing.since,
    actions: actions.map((action) => actionShown(shown, action)),
    returned: returnedOf(shown),
    unlocked: now.unlocked,
    allowed: actions.length === all.length ? allowedFor(caller, shown) : [],
  };
}

interface Shown {
  readonly head: CaseHead;
  readonly standing: CaseStanding;
  readonly on: Day;
  /** Whether the caller's unit has a part in it; others see steps and days, not what was said. */
  readonly inside: boolean;
}

async function subjectNow({ db }: Context, subject: Subject, { head, standing }: Pick<Shown, 'head' | 'standing'>) {
  const found = await subject.find(db, head.id);
  if (!found) throw refuse.noCase(head.noun, head.id);
  const open = unlockedCells(standing);
  const drafting = standing.state === 'draft' || standing.state === 'returned';
  const unlocked = open && open.length > 0 ? await subject.opened(db, head.id, standing.version, open.map(copied)) : open && [];
  return { title: found.title, version: drafting ? found.latest : standing.version, unlocked };
}

function workflowOf({ workflow }: CaseHead): CaseView['workflow'] {
  const { id, title, clause, deadlines, note } = workflow;
  return { id, title, pack: clause.pack, clause: clause.clause, deadlines, note };
}

function stepsOf(shown: Shown, actions: readonly WrittenAction[]): CaseView['steps'] {
  const { standing } = shown;
  const { drafter } = standing.workflow;
  const submitted = actions.findLast(({ kind }) => kind === 'submit');
  const drafting = standing.state === 'draft' || standing.state === 'returned';
  const draft: CaseView['steps'][number] = {
    id: 'draft',
    title: { zh: '编制报送', en: 'Drafting' },
    kind: 'draft',
    unit: { ...drafter },
    standing: drafting ? 'now' : 'done',
    by: submitted && !drafting ? unitShown(shown, submitted.unit) : null,
    on: submitted && !drafting ? submitted.on : null,
    text: shown.inside && !drafting ? (submitted?.text ?? null) : null,
    signing: 'parallel',
    opinions: [],
    workingDays: standing.state === 'returned' ? standing.workflow.mendDays : null,
  };
  return [draft, ...standing.workflow.steps.flatMap((step, index) => stepShown(shown, step, index))];
}

function stepShown(shown: Shown, step: Step, index: number): CaseView['steps'] {
  const now = shown.standing.steps[index];
  if (!now) return [];
  const { at } = shown.standing;
  return [
    {
      id: step.id,
      title: step.title,
      kind: step.kind,
      unit: unitShown(shown, now.holder),
      standing: now.done ? 'done' : index === at ? 'now' : 'later',
      by: now.done ? unitShown(shown, now.done.by) : null,
      on: now.done?.on ?? null,
      text: shown.inside ? (now.done?.text ?? null) : null,
      signing: step.signing,
      opinions: now.opinions.map((opinion) => opinionShown(shown, opinion)),
      workingDays: step.workingDays,
    },
  ];
}

function opinionShown(shown: Shown, opinion: StepStanding['opinions'][number]): CaseView['steps'][number]['opinions'][number] {
  const { unit, standing, stance, text, version, on, added } = opinion;
  const said = shown.inside ? { stance, text } : { stance: null, text: null };
  return { unit: unitShown(shown, unit), standing, version, on, added, ...said };
}

function tasksShown(shown: Shown): CaseView['tasks'] {
  const { standing, on } = shown;
  return tasksOf(standing).map(({ kind, unit, since, due }) => ({
    kind,
    unit: unitShown(shown, unit),
    since,
    ...daysOf(due, on),
    daysHeld: Math.max(0, workingDaysBetween(officialCalendar, since, on)),
    delegates: standing.delegations
      .filter((lent) => lent.from === unit && lent.since <= on && on <= lent.until)
      .map((lent) => unitShown(shown, lent.to)),
  }));
}

function daysOf(due: Day | null, on: Day): { due: Day | null; daysLeft: number | null } {
  return { due, daysLeft: due === null ? null : workingDaysBetween(officialCalendar, on, due) };
}

function actionShown(shown: Shown, action: WrittenAction): CaseView['actions'][number] {
  const { seq, on, kind, unit, by, version, actor, stance, text, paper, to, due, reasons } = action;
  return {
    seq,
    on,
    kind,
    unit: { id: by, name: actor.unit },
    insteadOf: unit === by ? null : unitShown(shown, unit),
    version,
    paper: paper ?? null,
    to: to === undefined ? null : unitShown(shown, to),
    due: due ?? null,
    card: shown.inside ? actor.card : '',
    stance: shown.inside ? (stance ?? null) : null,
    text: shown.inside ? (text ?? null) : null,
    reasons: shown.inside ? (reasons ?? []).map((one) => ({ place: copied(one.place), text: one.text })) : [],
  };
}

function returnedOf(shown: Shown): CaseView['returned'] {
  const { returned } = shown.standing;
  if (!returned || !shown.inside) return null;
  const reasons = returned.reasons.map(({ place, text }) => ({ place: copied(place), text }));
  return { ...returned, by: unitShown(shown, returned.by), reasons };
}

function allowedFor(caller: Caller, shown: Shown): CaseView['allowed'] {
  const { card } = caller;
  const unit = unitOfCard(card);
  if (!card || unit === null || barredFrom(caller, shown.head.dataset)) return [];
  const possible = allowedActions(shown.standing, unit, shown.on);
  const mine = possible.filter(({ kind }) => !isSameHand(shown.standing, { kind, hand: handOf(card) }));
  return mine.map((one) => ({
    kind: one.kind,
    unit: unitShown(shown, one.unit),
    needs: one.needs,
    units: one.units.map((other) => ({ ...other })),
  }));
}

function unitShown({ head }: Shown, id: string): { id: string; name: { zh: string; en: string } } {
  return { id, name: unitName(head, id) };
}

/** A place as the contract's own shape. */
function copied(place: {
  readonly table: string;
  readonly row?: string | undefined;
  readonly field?: string | undefined;
  readonly label: string;
}): CellPlace {
  return { ...place };
}
