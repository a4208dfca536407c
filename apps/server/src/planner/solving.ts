// What a run computes, as it is done in the planner's thread: solve, explain a place, the frontier. What goes in and out is plain data.
import { type Desk, frontierOf, type GroupCurve, type GroupPiecePoint, type Instance, solve } from '@zhenghe/engine/planner';
import type { Kept, RunKind, RunNews } from './record.ts';

export interface Solving {
  readonly kind: RunKind;
  /** Sound when it was asked about, and kept since. */
  readonly instance: Instance;
  readonly jurisdiction: string | null;
}

export type Told =
  | { readonly id: number; readonly news: RunNews }
  | { readonly id: number; readonly kept: Kept }
  /** Neither a plan nor a proof that there is none. */
  | { readonly id: number; readonly unfound: { readonly stopped: boolean } }
  | { readonly id: number; readonly fault: string };

export function solving({ kind, instance }: Solving, desk: Desk): Promise<Kept> {
  switch (kind) {
    case 'solve':
      return solved(instance, desk);
    case 'frontier':
      return frontier(instance, desk);
    case 'explain':
      return Promise.reject(new Error('not yet'));
  }
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
