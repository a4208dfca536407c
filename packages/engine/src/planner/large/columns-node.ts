// One node of the search under coupling rows: prices from the master, columns from the groups, until neither says anything new. Or the
// proof that the rows cannot be kept here, by the same means where nothing but the rows costs.
import type { Branch } from './columns-branch.ts';
import { type Relaxed, relaxed, scaleOf } from './columns-master.ts';
import { cheapest } from './columns-picks.ts';
import { type Asked, allowed, ask, type Column, type Pool } from './columns-pool.ts';
import { type RowCode, slackOf, type Three, zeros } from './columns-rows.ts';

export interface Node {
  readonly branches: readonly Branch[];
  /** What no plan of this node costs less than. */
  readonly bound: number;
  /** Those that gave the bound. */
  readonly prices: Three;
}

export interface Search {
  readonly pool: Pool;
  /** The best legal plan so far, as columns. */
  best: { readonly columns: readonly Column[]; readonly cost: number } | null;
  rounds: number;
  mostRounds: number;
  mostCells: number;
  /** Tells how far it is; true: end the work. */
  readonly ended: (bound: number) => boolean;
  /** Takes these columns if they keep every row and cost less. */
  readonly offer: (columns: readonly Column[]) => void;
}

export interface Impossible {
  readonly rows: readonly ('zones' | RowCode)[];
  readonly least: number | null;
}

export type NodeResult =
  | { readonly kind: 'bounded'; readonly node: Node; readonly master: Relaxed | null; readonly finished: boolean }
  | ({ readonly kind: 'impossible' } & Impossible);

const nodeRounds = 30;
/** With those that look for columns that keep the rows. */
export const rootRounds = 2 * nodeRounds;
/** Relative; what "proven" means. */
export const proven = 1e-6;

export function isClosed(search: Search, bound: number): boolean {
  return search.best !== null && search.best.cost - bound <= proven * Math.abs(search.best.cost) + 1e-9;
}

export async function nodeSolved(search: Search, from: Node): Promise<NodeResult> {
  let state: State = { node: from, master: null, prices: from.prices, exact: false };
  for (let round = 0; round < nodeRounds; round += 1) {
    if (search.ended(state.node.bound)) return { kind: 'bounded', ...state, finished: false };
    const next = await rounded(search, state, round === 0);
    if ('kind' in next) return next;
    state = next;
  }
  return { kind: 'bounded', ...state, finished: true };
}

interface State {
  readonly node: Node;
  readonly master: Relaxed | null;
  /** To ask with next; `exact`: the master's own. */
  readonly prices: Three;
  readonly exact: boolean;
}

/** The groups at these prices, then the master, and what to ask next; or the node's result. */
async function rounded(search: Search, state: State, first: boolean): Promise<State | NodeResult> {
  const { prices, exact } = state;
  const asked = await asking(search, state.node.branches, prices);
  const least = bounded(search.pool, asked, prices);
  if (least === null) return { kind: 'impossible', rows: ['zones'], least: null };
  const better = least > state.node.bound || first;
  const node = better ? { ...state.node, bound: Math.max(least, state.node.bound), prices } : state.node;
  if (isClosed(search, node.bound)) return { kind: 'bounded', node, master: state.master, finished: true };
  const master = await mastered(search, node);
  if (!('value' in master))
    return master.impossible
      ? { kind: 'impossible', ...master.impossible }
      : { kind: 'bounded', node, master: state.master, finished: false };
  const learnt = (exact && asked.added === 0) || master.value - node.bound <= enough(search) * Math.abs(master.value);
  if (learnt) return { kind: 'bounded', node, master, finished: true };
  // Half way between the prices of the master and those of the best bound: fewer rounds than the master's alone. Where that finds
  // nothing new, the master's.
  const exactNext = asked.added === 0 || first;
  return { node, master, prices: exactNext ? master.prices : between(master.prices, node.prices), exact: exactNext };
}

/** Of many groups the master's plan lies farther from its prices than this in any case. */
function enough({ pool }: Search): number {
  return isMany(pool) ? 2 * proven : proven / 2;
}

/** Groups so many that what one of them does hardly matters: branching closes nothing. */
export function isMany({ components }: Pool): boolean {
  return components.length > 12;
}

/** The master over the node's columns, after a search for columns that keep the rows where those at hand do not. */
async function mastered(search: Search, node: Node): Promise<Relaxed | { readonly impossible: Impossible | null }> {
  const highs = await search.pool.highs();
  const at = () => relaxed(highs, search.pool, allowed(search.pool, node.branches));
  const master = at();
  if (master) return master;
  // As much as all costs on average, for a first guess: plans that use less at a cost that is not absurd.
  const guess = (row: RowCode) => guessed(search.pool, node.bound, row);
  await asking(search, node.branches, [guess('staffShare'), guess('platforms'), guess('budget')]);
  const next = at();
  if (next) return next;
  const impossible = await unreachable(search, node.branches);
  return (impossible ? null : at()) ?? { impossible };
}

function guessed({ rows }: Pool, cost: number, code: RowCode): number {
  const row = rows.find((one) => one.code === code);
  return row && Number.isFinite(cost) ? Math.abs(cost) / scaleOf(row.limit) : 0;
}

function between(a: Three, b: Three): Three {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
}

async function asking(search: Search, branches: readonly Branch[], prices: Three, free = false): Promise<Asked> {
  search.rounds += 1;
  return ask(search.pool, branches, { prices, free });
}

/** The Lagrangian bound; null where the groups alone do not fit under the cap on zones. */
function bounded({ cap, rows }: Pool, { offers }: Asked, prices: Three): number | null {
  const picked = cheapest(offers, cap, (point) => point.bound);
  return picked && rows.reduce((sum, row) => sum - prices[row.place] * (row.limit + slackOf(row)), picked.value);
}

/** Why the rows cannot be kept under these branches; null where that is not proven. Leaves the columns that come nearest in the pool. */
async function unreachable(search: Search, branches: readonly Branch[]): Promise<Impossible | null> {
  const { pool } = search;
  const highs = await pool.highs();
  for (const row of pool.rows) {
    const prices = zeros.map((_, place) => (place === row.place ? 1 : 0));
    const refusal = refused(pool, await asking(search, branches, three(prices), true), three(prices));
    if (refusal) return refusal;
  }
  for (let round = 0; round < nodeRounds; round += 1) {
    const master = relaxed(highs, pool, allowed(pool, branches), true);
    if (master === null || master.value <= 1e-9) return null;
    const asked = await asking(search, branches, master.prices, true);
    const refusal = refused(pool, asked, master.prices);
    if (refusal) return refusal;
    if (asked.added === 0 || search.ended(Number.NEGATIVE_INFINITY)) return null;
  }
  return null;
}

function refused(pool: Pool, asked: Asked, prices: Three): Impossible | null {
  const lacking = bounded(pool, asked, prices);
  if (lacking === null) return { rows: ['zones'], least: null };
  const weights = pool.rows.map((row) => ({ row, weight: prices[row.place] * scaleOf(row.limit) }));
  const scale = Math.max(...weights.map(({ weight }) => weight));
  if (lacking <= 1e-9 * scale) return null;
  const rows = weights.filter(({ weight }) => weight > 1e-9 * scale).map(({ row }) => row);
  const [only] = rows;
  const least = rows.length === 1 && only ? cheapest(asked.offers, pool.cap, (point) => point.bound) : null;
  return { rows: rows.map(({ code }) => code), least: least && only ? Math.abs(least.value / prices[only.place]) : null };
}

function three([staff = 0, platforms = 0, budget = 0]: readonly number[]): Three {
  return [staff, platforms, budget];
}
