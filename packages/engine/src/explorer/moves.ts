// Where a figure goes when the map changes: each unit's figures to the units that took it over, through the acts of some days (F01).
import type { Day } from '../kernel/index.ts';
import { type ActProblem, actProblems, inOrder, type LineageAct } from '../zones/index.ts';
import { type Cube, indexFor } from './block.ts';

/** What became of one unit's figures. */
export interface Move {
  /** Units that hold them now; itself alone for one that ended without a receiver. */
  readonly to: readonly number[];
  /** Divided by shares on the way: to be carried by `carrySums`. */
  readonly shared: boolean;
  readonly acts: readonly string[];
}

export interface Moves {
  /** By unit; absent: it stays where it is. */
  readonly byUnit: ReadonlyMap<number, Move>;
  readonly acts: readonly LineageAct[];
  /** Only those of units that are divided, for `carrySums`. */
  readonly day: Day;
}

/** Acts in the order of days, ready to be asked for any span; what could not be carried out is told apart. */
export interface ActBook {
  readonly acts: readonly LineageAct[];
  readonly problems: readonly ActProblem[];
}

export function actBook(acts: readonly LineageAct[]): ActBook {
  const problems = acts.flatMap(actProblems);
  const wrong = new Set(problems.map(({ act }) => act));
  return { acts: inOrder(acts.filter(({ id, to, kind }) => !wrong.has(id) && (to.length > 0 || kind === 'dissolve'))), problems };
}

/** Number of acts up to and on the day. */
export function actsUntil({ acts }: ActBook, day: Day): number {
  let [low, high] = [0, acts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((acts[middle]?.on ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Through the acts with these places in the book; null where none of them concerns a unit of the cube. */
export function movesThrough(cube: Cube, book: ActBook, [first, until]: readonly [number, number]): Moves | null {
  const acts = book.acts.slice(first, until);
  const last = acts.at(-1);
  if (!last) return null;
  const byUnit = new Map<number, Move>();
  const parties = new Set(acts.flatMap(({ from }) => from));
  for (const id of parties) {
    const unit = cube.indexOf.get(id);
    const move = unit === undefined ? null : moveOf(id, acts, cube);
    if (unit !== undefined && move) byUnit.set(unit, move);
  }
  return byUnit.size === 0 ? null : { byUnit, acts, day: last.on };
}

/** Null where it ends up whole where it began. */
function moveOf(id: string, acts: readonly LineageAct[], cube: Cube): Move | null {
  const way: Way = { at: new Set([id]), ended: new Set(), shared: false, through: [] };
  for (const act of acts) step(way, act);
  if (way.through.length === 0) return null;
  const to = [...new Set([...way.at, ...way.ended])].map((zone) => indexFor(cube, zone));
  if (!way.shared && to.length === 1 && to[0] === cube.indexOf.get(id)) return null;
  return { to, shared: way.shared, acts: way.through };
}

interface Way {
  at: ReadonlySet<string>;
  readonly ended: Set<string>;
  shared: boolean;
  readonly through: string[];
}

function step(way: Way, act: LineageAct): void {
  const sources = act.from.filter((source) => way.at.has(source));
  if (sources.length === 0) return;
  const next = new Set([...way.at].filter((zone) => !sources.includes(zone)));
  for (const source of sources) {
    // Ended without a receiver: its figures stay under its own name, and in every total.
    if (act.to.length === 0) way.ended.add(source);
    const own = (act.shares ?? []).filter(({ from }) => from === source);
    if (own.length > 0) way.shared = true;
    for (const to of own.length > 0 ? own.map((share) => share.to) : act.to.slice(0, 1)) next.add(to);
  }
  way.at = next;
  way.through.push(act.id);
}
