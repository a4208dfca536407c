// What is written down of a round: its head, and its actions with who did them and, where the reader may know, what was said.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { Stance } from '@zhenghe/engine/approvals';
import { type RoundAction, type RoundStanding, type RoundTerms, roundStanding } from '@zhenghe/engine/consultation';
import type { Bilingual, Citation, Day } from '@zhenghe/engine/kernel';
import type { CellPlace } from '../approvals/index.ts';

/** Who acted: card, unit as it was called, place. Of a citizen nothing is kept. */
export interface RoundActor {
  readonly card: string;
  readonly unit: Bilingual;
  readonly jurisdiction: string;
}

export const citizen: RoundActor = { card: 'public', unit: { zh: '社会公众', en: 'The public' }, jurisdiction: '330000' };
/** The product itself, when a rule asks for something. */
export const product: RoundActor = { card: 'product', unit: { zh: '系统按规则', en: 'The product, by rule' }, jurisdiction: '330000' };

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
  readonly by: RoundActor;
}

export interface CommentAim {
  readonly place: CellPlace | null;
  readonly clause: { readonly pack: string; readonly clause: string } | null;
}

/** What was said with an action; absent where nothing was said, or where the reader may not know it. */
export interface Said {
  readonly text: string;
  readonly aim: CommentAim | null;
  readonly stance: Stance | null;
}

export interface WrittenStep extends RoundAction {
  readonly seq: number;
  readonly actor: RoundActor;
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

export function standingOf({ head, steps }: Round): RoundStanding {
  return roundStanding(termsOf(head), steps);
}

/** As it stood at the end of a day. */
export function roundOn({ head, steps }: Round, on: Day): Round {
  return { head, steps: steps.filter((step) => step.on <= on) };
}
