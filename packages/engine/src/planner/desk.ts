// What solving needs from outside: hands that solve groups (workers, or this thread), a MILP solver, somebody who listens, a way to stop.
import type { Group, GroupCurve, GroupPiecePoint, Prices } from './group.ts';

/** HiGHS as its package gives it: a model in LP text, an answer. Made by whoever runs the engine. */
export interface Highs {
  solve(model: string, options?: Readonly<Record<string, string | number | boolean>>): HighsAnswer;
}

export interface HighsAnswer {
  readonly Status: string;
  readonly ObjectiveValue: number;
  readonly Columns: Readonly<Record<string, { readonly Primal?: number; readonly Dual?: number }>>;
  readonly Rows: readonly { readonly Name: string; readonly Dual?: number; readonly Primal?: number }[];
}

export interface News {
  readonly stage: 'groups' | 'province' | 'columns' | 'frontier' | 'explain';
  readonly done: number;
  readonly of: number;
  /** Best plan so far and what no plan beats, once both are known. */
  readonly cost: number | null;
  readonly lowerBound: number | null;
}

export interface Desk {
  /** Groups are given at once; the desk decides how many are worked on together. */
  readonly curve: (group: Group, prices?: Prices) => Promise<GroupCurve>;
  /** By zones and detached pieces. */
  readonly pieces: (group: Group) => Promise<readonly GroupPiecePoint[]>;
  readonly highs: () => Promise<Highs>;
  readonly tell?: (news: News) => void;
  /** Asked now and then; true ends the work with the best so far and its bound. */
  readonly stopped?: () => boolean;
}
