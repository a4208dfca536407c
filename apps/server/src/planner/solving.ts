// What a run computes, as it is done in the planner's thread: solve, explain a place, the frontier. What goes in and out is plain data.
import {
  type Desk,
  explain,
  frontierOf,
  type GroupCurve,
  type GroupPiecePoint,
  type Instance,
  openExplainer,
  type Solved,
  solve,
} from '@zhenghe/engine/planner';
import type { Kept, RunKind, RunNews } from './record.ts';

export interface Solving {
  readonly kind: RunKind;
  /** Sound when it was asked about, and kept since. */
  readonly instance: Instance;
  /** Whose parks are to be explained. */
  readonly jurisdiction: string | null;
  /** What an earlier solve of the same instance found. */
  readonly earlier: Earlier | null;
}

export interface Earlier {
  readonly answer: Solved;
  readonly curves: readonly GroupCurve[];
}

/** There is no plan, so nothing in it to explain. */
export class NothingToExplain extends Error {
  override readonly name = 'NothingToExplain';
}

export type Told =
  | { readonly id: number; readonly news: RunNews }
  | { readonly id: number; readonly kept: Kept }
  /** Neither a plan nor a proof that there is none. */
  | { readonly id: number; readonly unfound: { readonly stopped: boolean } }
  | { readonly id: number; readonly impossible: true }
  | { readonly id: number; readonly fault: string };

export function solving(asked: Solving, desk: Desk): Promise<Kept> {
  switch (asked.kind) {
    case 'solve':
      return solved(asked.instance, desk);
    case 'frontier':
      return frontier(asked.instance, desk);
    case 'explain':
      return explained(asked, desk);
  }
}

async function explained({ instance, jurisdiction, earlier }: Solving, desk: Desk): Promise<Kept> {
  if (jurisdiction === null) throw new Error('nobody said which place is to be explained');
  const found = earlier
    ? await (await openExplainer(instance, earlier.answer, { desk, curves: earlier.curves })).of(jurisdiction)
    : await explain(instance, jurisdiction, desk);
  if ('status' in found) throw new NothingToExplain();
  return { result: { kind: 'explain', jurisdiction, ...found }, beside: null };
}

/** With the curves of the groups: enough for the browser to follow a drag by itself. */
async function solved(instance: Instance, desk: Desk): Promise<Kept> {
  const curves = new Map<string, GroupCurve>();
  const curve: Desk['curve'] = async (group, prices) => {
    const found = await desk.curve(group, prices);
    if (prices === undefined) curves.set(group.code, found);
    return found;
  };
  const answer = await solve(instance, { ...desk, curve });
  return { result: { kind: 'solve', answer, curves: [...curves.values()] }, beside: null };
}

/** By the code of the group, its points; those nobody has found are left out, JSON knowing no infinity. */
export type PiecesOfGroups = Readonly<Record<string, readonly GroupPiecePoint[]>>;

async function frontier(instance: Instance, desk: Desk): Promise<Kept> {
  const pieces = new Map<string, readonly GroupPiecePoint[]>();
  const listened: Desk['pieces'] = async (group) => {
    const found = await desk.pieces(group);
    pieces.set(
      group.code,
      found.filter(({ cost }) => Number.isFinite(cost)),
    );
    return found;
  };
  const { points, proven } = await frontierOf(instance, { ...desk, pieces: listened });
  const beside: PiecesOfGroups = Object.fromEntries(pieces);
  return {
    result: { kind: 'frontier', points: points.map((point) => ({ ...point, lowerBound: proven ? point.cost : null })) },
    beside,
  };
}
