// What is written down of the planner: a scenario with its versions, a run with its steps, what was adopted.
import type { Dataset } from '@zhenghe/contract/kernel';
import type { PlannerRun, PlannerSettings, runKinds } from '@zhenghe/contract/planner';
import type { Bilingual, Day } from '@zhenghe/engine/kernel';
import type { Answer, Explained, FrontierPoint, GroupCurve, Lock, PlateDecision } from '@zhenghe/engine/planner';
import type { Actor } from '../accounts/index.ts';

export interface ScenarioHead {
  readonly id: string;
  readonly dataset: Dataset;
  readonly scope: string;
  /** Of the register. */
  readonly day: Day;
  readonly rulesOn: Day;
  readonly closed: boolean;
  readonly newest: number;
}

export interface ScenarioVersion {
  readonly version: number;
  readonly name: string;
  readonly settings: PlannerSettings;
  readonly locks: readonly Lock[];
  readonly decisions: readonly PlateDecision[];
  readonly note: string | null;
  readonly by: Actor;
  readonly at: string;
}

export type RunKind = (typeof runKinds)[number];
export type RunNews = NonNullable<PlannerRun['news']>;

export interface RunHead {
  readonly id: string;
  readonly scenario: string;
  readonly version: number;
  readonly dataset: Dataset;
  readonly scope: string;
  readonly kind: RunKind;
  readonly jurisdiction: string | null;
  readonly instanceHash: string;
  readonly question: string;
  readonly engine: string;
  readonly answeredBy: string | null;
  readonly askedAt: string;
}

export type RunStep =
  | { readonly kind: 'begun' | 'stop' | 'done' | 'cancelled'; readonly detail: null }
  | { readonly kind: 'news'; readonly detail: RunNews }
  | { readonly kind: 'failed'; readonly detail: Bilingual };

/** Where a run stands, folded from its steps. */
export interface RunStanding {
  readonly state: PlannerRun['state'];
  readonly news: RunNews | null;
  readonly note: Bilingual | null;
  readonly endedAt: string | null;
}

export type TimedStep = RunStep & { readonly at: string };

/** The first end counts: a run ends once. */
export function standingOf(steps: readonly TimedStep[]): RunStanding {
  const news = steps.findLast((step) => step.kind === 'news');
  const end = steps.find((step) => step.kind === 'done' || step.kind === 'cancelled' || step.kind === 'failed');
  const told = news?.kind === 'news' ? news.detail : null;
  if (end?.kind === 'failed') return { state: 'failed', news: told, note: end.detail, endedAt: end.at };
  if (end?.kind === 'done' || end?.kind === 'cancelled') return { state: end.kind, news: told, note: null, endedAt: end.at };
  return { state: steps.length === 0 ? 'waiting' : 'working', news: told, note: null, endedAt: null };
}

/** What came out of a run, as the engine has it; on the wire it is the contract's RunResult. */
export type Computed =
  | { readonly kind: 'solve'; readonly answer: Answer; readonly curves: readonly GroupCurve[] }
  | ({ readonly kind: 'explain'; readonly jurisdiction: string } & Explained)
  | { readonly kind: 'frontier'; readonly points: readonly (FrontierPoint & { readonly lowerBound: number | null })[] };

export interface Kept {
  readonly result: Computed;
  /** What the plan at a point of a frontier is put together from; null for other kinds. */
  readonly beside: unknown;
}
