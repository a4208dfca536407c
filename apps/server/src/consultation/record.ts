// What is written down of a round: its head, and its actions with who did them and, where the reader may know, what was said.

import type { Dataset } from '@zhenghe/contract/kernel';
import type { Stance } from '@zhenghe/engine/approvals';
import { type RoundAction, type RoundStanding, type RoundTerms, roundStanding } from '@zhenghe/engine/consultation';
import type { Bilingual, Citation, Day } from '@zhenghe/engine/kernel';
import type { Actor } from '../accounts/index.ts';
import type { CellPlace } from '../approvals/index.ts';

/** Of a citizen nothing is kept. */
export const citizen: Actor = { card: 'public', unit: { zh: '社会公众', en: 'The public' }, jurisdiction: '330000' };
/** The product itself, when a rule asks for something. */
export const product: Actor = { card: 'product', unit: { zh: '系统按规则', en: 'The product, by rule' }, jurisdiction: '330000' };

export interface NamedUnit {
  readonly id: string;
  readonly name: Bilingual;
}

export interface RoundHead {
  readonly id: string;
  readonly noun: string;
  readonly subject: string;
  readonly dataset: Dataset;
  readonly jurisdiction: string;
  readonly kind: RoundTerms['kind'];
  readonly number: number;
  readonly version: number;
  readonly sha256: string;
  readonly title: string;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly touchesBusiness: boolean;
  readonly rule: { readonly text: Bilingual; readonly clause: Citation | null };
  readonly asked: readonly NamedUnit[];
  readonly note: string | null;
  readonly by: Actor;
}

export interface CommentAim {
  readonly place: CellPlace | null;
  readonly clause: { readonly pack: string; readonly clause: string } | null;
}

/** What was said with an action; absent where nothing was said, nobody asked for it, or the reader may not know it. */
export interface Said {
  readonly text: string;
  readonly aim: CommentAim | null;
  readonly stance: Stance | null;
}

export interface WrittenStep extends RoundAction {
  readonly seq: number;
  readonly actor: Actor;
  readonly said?: Said | undefined;
  /** Hashes, never the things themselves. */
  readonly receipt?: string | undefined;
  readonly same?: string | undefined;
}

export interface Round {
  readonly head: RoundHead;
  readonly steps: readonly WrittenStep[];
}

export function termsOf({ kind, version, opensOn, closesOn, jurisdiction, asked }: RoundHead): RoundTerms {
  return { kind, version, opensOn, closesOn, drafter: jurisdiction, asked: asked.map(({ id }) => id) };
}

/** A round is read once and asked many times, for each of its comments: folded once. */
const folded = new WeakMap<Round, RoundStanding>();

export function standingOf(round: Round): RoundStanding {
  const known = folded.get(round) ?? roundStanding(termsOf(round.head), round.steps);
  folded.set(round, known);
  return known;
}

const grouped = new WeakMap<Round, ReadonlyMap<string, readonly WrittenStep[]>>();

/** The steps that make or speak of one comment, oldest first. */
export function stepsOf(round: Round, comment: string): readonly WrittenStep[] {
  const known = grouped.get(round) ?? byComment(round.steps);
  grouped.set(round, known);
  return known.get(comment) ?? [];
}

function byComment(steps: readonly WrittenStep[]): ReadonlyMap<string, readonly WrittenStep[]> {
  const all = new Map<string, WrittenStep[]>();
  for (const step of steps) {
    if (step.comment === undefined) continue;
    const own = all.get(step.comment);
    if (own) own.push(step);
    else all.set(step.comment, [step]);
  }
  return all;
}

/** As it stood at the end of a day. What is withheld by now is withheld whatever day is asked for. */
export function roundOn({ head, steps }: Round, on: Day): Round {
  const said = new Set(steps.flatMap((step) => (step.on <= on ? (step.comment ?? []) : [])));
  const stands = (step: WrittenStep) => step.on <= on || (step.kind === 'withhold' && said.has(step.comment ?? ''));
  return { head, steps: steps.filter(stands) };
}
