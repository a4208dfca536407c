// A case: what units did with one subject, in order. Everything else about it (state, tasks, what may come next) is a fold.
// It knows no business noun, no clock and no law: the workflow, with its units and working days, is handed in.
import type { Bilingual, Citation, Day, Place } from '../kernel/index.ts';

export const actionKinds = [
  'submit',
  'withdraw',
  'accept',
  'return',
  'opine',
  'note-silence',
  'add-signer',
  'hand-over',
  'delegate',
  'remind',
  'approve',
  'refuse',
  'revise',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** draft: being written; returned: to be mended in the named cells; review, decide: lies with a step; then decided. */
export const caseStates = ['draft', 'returned', 'review', 'decide', 'approved', 'refused'] as const;
export type CaseState = (typeof caseStates)[number];

export const stances = ['agree', 'disagree', 'no-opinion'] as const;
export type Stance = (typeof stances)[number];

/** What somebody has to do: write, mend, review, decide, or give an opinion. */
export const taskKinds = ['draft', 'mend', 'review', 'decide', 'opine'] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface Unit {
  /** '330726' for a place's own task force, '330700/land' for a department of it. */
  readonly id: string;
  readonly name: Bilingual;
}

export interface Step {
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: 'review' | 'decide';
  readonly unit: Unit;
  readonly signing: 'parallel' | 'sequence';
  /** Asked for an opinion when the step begins. */
  readonly signers: readonly Unit[];
  /** Whom the step's unit may ask besides, or hand its work to. */
  readonly others: readonly Unit[];
  readonly workingDays: number | null;
  readonly opinionDays: number | null;
  /** 'other': whoever handed in may not be the one who accepts (two people, S2-(十六)); absent: the unit decides who acts. */
  readonly hand?: 'other' | undefined;
  /** 'optional': the decision needs no paper of its own; absent: it does. */
  readonly paper?: 'optional' | undefined;
}

/** Resolved for one subject, and kept with its case: a later change of the pack does not change what was asked. */
export interface Workflow {
  readonly id: string;
  readonly title: Bilingual;
  readonly clause: Citation;
  readonly deadlines: 'text' | 'product-default' | 'unset';
  readonly note: Bilingual;
  readonly drafter: Unit;
  /** The day by which the first draft is to be handed in, where one binds. */
  readonly draftBy: Day | null;
  readonly mendDays: number | null;
  readonly steps: readonly Step[];
}

export interface CellReason {
  readonly place: Place;
  readonly text: string;
}

export interface Action {
  readonly kind: ActionKind;
  readonly on: Day;
  /** The unit it was done for, by itself or by another in its stead. */
  readonly unit: string;
  /** The unit whose person did it; another than `unit` only under a delegation. */
  readonly by: string;
  /** The person or card that did it; absent in records that were not done by one. */
  readonly hand?: string | undefined;
  /** The subject's version it speaks of. */
  readonly version: number;
  readonly stance?: Stance | undefined;
  readonly text?: string | undefined;
  readonly paper?: string | undefined;
  readonly to?: string | undefined;
  readonly due?: Day | undefined;
  readonly reasons?: readonly CellReason[] | undefined;
}

/** Thrown when a stored case holds an action that was not allowed: our bug, never a user's mistake. */
export class CaseFault extends Error {}
