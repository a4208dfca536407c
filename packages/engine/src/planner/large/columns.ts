// Staff, platforms and public money couple the counties (S2-二(二), F12): Lagrangian prices, columns of each county, a HiGHS master, and
// branching where the work allows it. The lower bound is the Lagrangian one and holds whenever the work ends; the plan is always legal.

import type { Desk } from '../desk.ts';
import type { Alternatives, GroupPlan } from '../group.ts';
import type { Caps } from '../instance.ts';
import { branchesOf } from './columns-branch.ts';
import { type Relaxed, whole } from './columns-master.ts';
import { isClosed, isMany, type Node, type NodeResult, nodeSolved, rootRounds, type Search } from './columns-node.ts';
import { allowed, type Column, type Pool, poolOf } from './columns-pool.ts';
import { keeps, type Row, type RowCode, slackOf, type Three, zeros } from './columns-rows.ts';

/** One for each alternative: the joint component's plan, or those of the components apart in their order. */
export interface CoupledPick {
  readonly joint: boolean;
  readonly plans: readonly { readonly cost: number; readonly plan: GroupPlan }[];
}

export type Coupled =
  | {
      readonly status: 'found';
      readonly picks: readonly CoupledPick[];
      readonly cost: number;
      readonly lowerBound: number;
      readonly binding: readonly ('zones' | RowCode)[];
      readonly stopped: boolean;
    }
  /** Proven: no plan keeps these together. `least`: what the row uses at least, where one row alone cannot be kept (platforms: at most). */
  | { readonly status: 'impossible'; readonly rows: readonly ('zones' | RowCode)[]; readonly least: number | null }
  /** Neither a plan nor a proof that there is none: stopped, or the work allowed is done. */
  | { readonly status: 'unfound'; readonly stopped: boolean; readonly lowerBound: number };

/** Cells of tables that branching may cost, some 40 s of one thread; and its rounds. */
const branchingCells = 12 * 2 ** 22;
const branchingRounds = [60, 600] as const;
/** Relative: with many groups, what is nearer than this is not branched on. */
const near = 1e-4;
/** Columns of one component and number of zones that the MILP chooses from. */
const nearest = 12;

export async function coupled(alternatives: readonly Alternatives[], caps: Caps, desk: Desk): Promise<Coupled> {
  const search = searchOf(poolOf(alternatives, caps, desk));
  const tree: Tree = { open: [{ branches: [], bound: Number.NEGATIVE_INFINITY, prices: zeros }], closedAt: Number.POSITIVE_INFINITY };
  const root = await stepped(search, tree);
  if (root.kind === 'impossible') return { status: 'impossible', rows: root.rows, least: root.least };
  await planned(search, root.node.prices);
  const many = isMany(search.pool);
  search.mostRounds = search.rounds + branchingRounds[many ? 0 : 1];
  search.mostCells = search.pool.cells + branchingCells;
  const rows = new Set<'zones' | RowCode>();
  for (let going = root.finished && !(many && isNear(search, root.node)); going && tree.open.length > 0; ) {
    const result = await stepped(search, tree);
    if (result.kind === 'impossible') for (const row of result.rows) rows.add(row);
    else going = result.finished;
  }
  if (tree.open.length > 0) await planned(search, root.node.prices);
  const { best } = search;
  const lowerBound = Math.min(tree.closedAt, ...tree.open.map((node) => node.bound), best?.cost ?? Number.POSITIVE_INFINITY);
  const stopped = search.pool.desk.stopped?.() ?? false;
  if (best) return found(search, best, { lowerBound, stopped: stopped && !isClosed(search, lowerBound), prices: root.node.prices });
  // Every node was refused: no single price proves it, but together the rows cannot be kept.
  if (lowerBound === Number.POSITIVE_INFINITY) return { status: 'impossible', rows: [...rows].sort(), least: null };
  return { status: 'unfound', stopped, lowerBound };
}

function isNear({ best }: Search, { bound }: Node): boolean {
  return best !== null && best.cost - bound <= near * Math.abs(best.cost);
}

interface Tree {
  open: Node[];
  /** The least bound of the nodes that are done with. */
  closedAt: number;
}

/** Works on the open node of the least bound: closes it, or opens its two sides; leaves it open where the work ended. */
async function stepped(search: Search, tree: Tree): Promise<NodeResult> {
  const [node, ...others] = tree.open.toSorted((a, b) => a.bound - b.bound);
  if (!node) throw new Error('no open node');
  const result = await nodeSolved(search, node);
  tree.open = others;
  if (result.kind === 'impossible') return result;
  if (!result.finished) tree.open.push(result.node);
  else {
    const children = isClosed(search, result.node.bound) ? [] : childrenOf(search, result.node, result.master);
    if (children.length === 0) tree.closedAt = Math.min(tree.closedAt, result.node.bound);
    tree.open.push(...children);
  }
  return result;
}

/** None where the master mixes no columns: they are the node's best plan, up to the groups' own bounds. */
function childrenOf(search: Search, node: Node, master: Relaxed | null): readonly Node[] {
  const columns = allowed(search.pool, node.branches);
  const shares = columns.map((column, place) => ({ column, share: master?.shares[place] ?? 0 }));
  const sides = branchesOf(search.pool.components, shares);
  if (sides) return sides.map((branch) => ({ ...node, branches: [...node.branches, branch] }));
  search.offer(shares.filter(({ share }) => share > 0.5).map(({ column }) => column));
  return [];
}

function searchOf(pool: Pool): Search {
  const { desk, rows, cap } = pool;
  const search: Search = {
    pool,
    best: null,
    rounds: 0,
    mostRounds: rootRounds,
    mostCells: Number.POSITIVE_INFINITY,
    ended: (bound) => {
      const cost = search.best?.cost ?? null;
      desk.tell?.({
        stage: 'columns',
        done: search.rounds,
        of: search.mostRounds,
        cost,
        lowerBound: Number.isFinite(bound) ? bound : null,
      });
      return search.rounds >= search.mostRounds || pool.cells >= search.mostCells || (desk.stopped?.() ?? false);
    },
    offer: (columns) => {
      const cost = columns.reduce((sum, column) => sum + column.cost, 0);
      const zones = columns.reduce((sum, column) => sum + column.zones, 0);
      const legal = rows.every((row) =>
        keeps(
          row,
          columns.reduce((sum, { uses }) => sum + uses[row.place], 0),
        ),
      );
      if (zones <= cap && legal && cost < (search.best?.cost ?? Number.POSITIVE_INFINITY)) search.best = { columns, cost };
    },
  };
  return search;
}

/** A plan over the columns that come nearest at these prices: of each component and number of zones so many. */
async function planned(search: Search, prices: Three): Promise<void> {
  const { pool } = search;
  const priced = ({ cost, uses }: Column) => cost + prices[0] * uses[0] + prices[1] * uses[1] + prices[2] * uses[2];
  const counts = new Map<string, number>();
  const near = pool.columns
    .toSorted((a, b) => priced(a) - priced(b))
    .filter(({ component, zones }) => {
      const key = `${component}/${zones}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return (counts.get(key) ?? 0) <= nearest;
    });
  const highs = await pool.highs();
  for (const columns of near.length < pool.columns.length ? [near, pool.columns] : [near]) {
    const places = whole(highs, pool, columns);
    if (places) search.offer(places.flatMap((place) => columns[place] ?? []));
    if (search.best) return;
  }
}

interface End {
  readonly lowerBound: number;
  readonly stopped: boolean;
  readonly prices: Three;
}

function found({ pool }: Search, { columns, cost }: { readonly columns: readonly Column[]; readonly cost: number }, end: End): Coupled {
  const uses = (row: Row) => columns.reduce((sum, column) => sum + column.uses[row.place], 0);
  const zones = columns.reduce((sum, column) => sum + column.zones, 0);
  const binding = pool.rows.filter((row) => end.prices[row.place] > 0 || uses(row) >= row.limit - slackOf(row)).map(({ code }) => code);
  const picks = pool.alternatives.map((_, alternative): CoupledPick => {
    const own = columns.filter(({ component }) => pool.components[component]?.alternative === alternative);
    const inOrder = own.toSorted((a, b) => a.component - b.component);
    return {
      joint: inOrder.some(({ component }) => pool.components[component]?.joint),
      plans: inOrder.map(({ cost, plan }) => ({ cost, plan })),
    };
  });
  return {
    status: 'found',
    picks,
    cost,
    lowerBound: end.lowerBound,
    binding: [...(zones === pool.cap ? (['zones'] as const) : []), ...binding],
    stopped: end.stopped,
  };
}
