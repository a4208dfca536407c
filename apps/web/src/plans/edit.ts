// The editor's state as a pure reducer: the plan, what was typed but cannot be read, undo and redo.
// A cell with unreadable text counts as missing for the checks, and the plan cannot be saved until it is mended.
import type { MissingReason } from '@zhenghe/engine/kernel';
import type { Plan, PlanAnswer } from '@zhenghe/engine/plans';
import { type CellRef, cellKey, cellKind, readText, type TextProblem, withValue } from './cells.ts';
import { type RowEdit, withRowEdit } from './rows.ts';

export interface Unread {
  readonly ref: CellRef;
  readonly text: string;
  readonly problem: TextProblem;
}

export interface EditState {
  readonly plan: Plan;
  /** The version on the server that this work began from. */
  readonly saved: Plan;
  readonly basedOn: number;
  readonly unread: Readonly<Record<string, Unread>>;
  readonly past: readonly Plan[];
  readonly future: readonly Plan[];
}

export type Edit =
  | { readonly kind: 'type'; readonly cell: CellRef; readonly text: string }
  | { readonly kind: 'missing'; readonly cell: CellRef; readonly reason: MissingReason }
  | { readonly kind: 'paste'; readonly cells: readonly { readonly cell: CellRef; readonly text: string }[] }
  | { readonly kind: 'row'; readonly edit: RowEdit }
  | { readonly kind: 'answer'; readonly answer: PlanAnswer }
  | { readonly kind: 'unanswer'; readonly finding: string }
  | { readonly kind: 'replace'; readonly plan: Plan }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'saved'; readonly plan: Plan; readonly version: number };

const stepsKept = 200;

export function startEdit(plan: Plan, version: number): EditState {
  return { plan, saved: plan, basedOn: version, unread: {}, past: [], future: [] };
}

/** Work to be lost: a cell put back to what it was is no change. */
export function isDirty(state: EditState): boolean {
  return Object.keys(state.unread).length > 0 || !sameContent(state.plan, state.saved);
}

function sameContent(one: Plan, other: Plan): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

export function edit(state: EditState, action: Edit): EditState {
  switch (action.kind) {
    case 'type':
      return typed(state, action.cell, action.text);
    case 'paste':
      return pasted(state, action.cells);
    case 'missing':
      return step(dropUnread(state, action.cell), withValue(state.plan, action.cell, { missing: action.reason }));
    case 'row':
      return step(state, withRowEdit(state.plan, action.edit));
    case 'answer':
      return step(state, withAnswer(state.plan, action.answer));
    case 'unanswer':
      return step(state, { ...state.plan, answers: state.plan.answers.filter((one) => one.finding !== action.finding) });
    case 'replace':
      return step({ ...state, unread: {} }, action.plan);
    case 'undo':
      return back(state);
    case 'redo':
      return forth(state);
    case 'saved':
      return startEdit(action.plan, action.version);
  }
}

function step(state: EditState, plan: Plan): EditState {
  if (plan === state.plan) return state;
  return { ...state, plan, past: [...state.past, state.plan].slice(-stepsKept), future: [] };
}

function dropUnread(state: EditState, cell: CellRef): EditState {
  const { [cellKey(cell)]: _dropped, ...unread } = state.unread;
  return { ...state, unread };
}

function typed(state: EditState, cell: CellRef, text: string): EditState {
  const read = readText(cellKind(cell), text);
  if (read.ok) return step(dropUnread(state, cell), withValue(state.plan, cell, read.value));
  const unread = { ...state.unread, [cellKey(cell)]: { ref: cell, text, problem: read.problem } };
  return step({ ...state, unread }, withValue(state.plan, cell, { missing: 'not-given' }));
}

/** A pasted block is one step, so that one undo takes it back. */
function pasted(state: EditState, cells: readonly { readonly cell: CellRef; readonly text: string }[]): EditState {
  const after = cells.reduce((now, one) => typed(now, one.cell, one.text), { ...state, past: [] as readonly Plan[] });
  return step({ ...state, unread: after.unread }, after.plan);
}

function withAnswer(plan: Plan, answer: PlanAnswer): Plan {
  return { ...plan, answers: [...plan.answers.filter((one) => one.finding !== answer.finding), answer] };
}

function back(state: EditState): EditState {
  const previous = state.past.at(-1);
  if (!previous) return state;
  return { ...state, unread: {}, plan: previous, past: state.past.slice(0, -1), future: [state.plan, ...state.future] };
}

function forth(state: EditState): EditState {
  const [next, ...future] = state.future;
  if (!next) return state;
  return { ...state, unread: {}, plan: next, past: [...state.past, state.plan], future };
}
