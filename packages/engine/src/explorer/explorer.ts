// What a question is answered over: the figures, the library that says what they mean, and the map: units through time and the acts
// between them. What was worked out from them once is kept here until a figure under it changes.

import { compile, type Library } from '../indicators/index.ts';
import { type Day, type Grain, grains, perYear } from '../kernel/index.ts';
import { type Column, type Cube, type CubeUnit, columnKey, indexFor } from './block.ts';
import type { Gathered } from './gathered.ts';
import type { Grouping, Tier } from './grouping.ts';
import type { Kept as KeptSums } from './kept-sums.ts';
import { type ActBook, actsUntil, type Moves, movesThrough } from './moves.ts';
import { type Plan, planOf } from './plan.ts';

export interface Explorer {
  readonly cube: Cube;
  readonly library: Library;
  readonly book: ActBook;
  readonly roster: ReadonlyMap<string, CubeUnit>;
  readonly kept: Kept;
}

interface Kept {
  readonly plans: Map<string, Plan>;
  readonly moves: Map<string, Moves | null>;
  readonly alive: Map<string, Uint8Array>;
  readonly gathered: Map<Plan, Map<number, Gathered>>;
  readonly sources: Map<string, Source | null>;
  readonly groupings: Map<string, Grouping>;
  /** By grouping, so that they go with it. */
  readonly sums: Map<Grouping, Map<string, Map<number, KeptSums>>>;
  rows: number;
  /** Who filed an indicator: zones, or places of which level. */
  readonly tiers: Map<string, { readonly stamp: number; readonly tiers: ReadonlySet<Tier> }>;
  /** Days on which anything about any unit changes, in order. */
  readonly days: readonly Day[];
  bearers: { readonly of: number; readonly units: ReadonlySet<number> };
}

/** Figures of one filed indicator at one grain, those of codes merged into it read along. */
export interface Source {
  readonly columns: readonly Column[];
  readonly grain: Grain;
  readonly decimals: number;
}

export function explorerOver(
  cube: Cube,
  { library, book, roster }: { readonly library: Library; readonly book: ActBook; readonly roster: ReadonlyMap<string, CubeUnit> },
): Explorer {
  // Units of the map have their place before any figure of theirs comes in.
  for (const id of roster.keys()) indexFor(cube, id);
  const days = [
    ...new Set([...roster.values()].flatMap(({ facts }) => facts.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))),
  ].sort();
  const kept: Kept = {
    ...{
      plans: new Map(),
      moves: new Map(),
      alive: new Map(),
      gathered: new Map(),
      sources: new Map(),
      groupings: new Map(),
      sums: new Map(),
      tiers: new Map(),
      rows: 0,
    },
    ...{ days, bearers: { of: -1, units: new Set() } },
  };
  return { cube, library, book, roster, kept };
}

export function planFor(explorer: Explorer, code: string): Plan {
  const known = explorer.kept.plans.get(code);
  if (known) return known;
  const plan = planOf(code, explorer.library, compile);
  explorer.kept.plans.set(code, plan);
  return plan;
}

/** Null where nothing was filed at that grain. `calibre` null: the one in force. */
export function sourceFor(explorer: Explorer, code: string, grain: Grain, calibre: string | null = null): Source | null {
  const { cube, library, kept } = explorer;
  const key = columnKey(code, grain, calibre);
  const known = kept.sources.get(key);
  if (known && known.columns.length === columnsOf(known, cube).length) return known;
  const codes = [code, ...library.all.filter((one) => one.code !== code && library.get(one.code)?.code === code).map((one) => one.code)];
  const columns = codes.flatMap((one) => cube.columns.get(columnKey(one, grain, calibre)) ?? []);
  const [first] = columns;
  if (!first) return null;
  const source = { columns, grain, decimals: Math.max(...columns.map(({ decimals }) => decimals)) };
  kept.sources.set(key, source);
  return source;
}

function columnsOf({ columns }: Source, cube: Cube): readonly Column[] {
  return columns.filter((column) => cube.columns.has(columnKey(column.indicator, column.grain, column.calibre)));
}

/** Grains a coarser one can be put together from, coarsest first. */
export function finerThan(grain: Grain): readonly Grain[] {
  return grains.filter((one) => perYear[one] > perYear[grain]).reverse();
}

export function movesBetween(explorer: Explorer, first: number, until: number): Moves | null {
  if (first >= until) return null;
  const key = `${first} ${until}`;
  const known = explorer.kept.moves.get(key);
  if (known !== undefined) return known;
  const moves = movesThrough(explorer.cube, explorer.book, [first, until]);
  explorer.kept.moves.set(key, moves);
  return moves;
}

/** By unit: 1 for those that exist on the day. */
export function aliveOnDay({ cube, roster, kept }: Explorer, day: Day): Uint8Array {
  const known = kept.alive.get(day);
  if (known && known.length >= cube.ids.length) return known;
  const alive = new Uint8Array(cube.ids.length);
  cube.ids.forEach((id, index) => {
    const facts = roster.get(id)?.facts ?? [];
    alive[index] = facts.length === 0 || facts.some(({ from, to }) => from <= day && (to === null || to > day)) ? 1 : 0;
  });
  kept.alive.set(day, alive);
  return alive;
}

/** The figures are shown on the map of the period's own end, or of one later day. */
export function untilOf({ book }: Explorer, periodEnd: Day, today: Day | null): number {
  return actsUntil(book, today === null || today < periodEnd ? periodEnd : today);
}

/** Units that have figures, and those that acts hand figures to. */
export function bearersOf({ cube, book, kept }: Explorer): ReadonlySet<number> {
  if (kept.bearers.of === cube.holders.size) return kept.bearers.units;
  const units = new Set(cube.holders);
  for (const { from, to } of book.acts) {
    if (!from.some((id) => units.has(cube.indexOf.get(id) ?? -1))) continue;
    for (const id of to) units.add(indexFor(cube, id));
  }
  kept.bearers = { of: cube.holders.size, units };
  return units;
}

/** Days between which nothing about any unit changes; `day` is one of them. */
export interface Era {
  readonly number: number;
  readonly day: Day;
}

export function eraOf({ kept: { days } }: Explorer, day: Day): Era {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return { number: low, day };
}
