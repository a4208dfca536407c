// The question being worked out: rows known before the first sum, the sums of a row for a period, and what its reader may not see.
import { type Day, type Grain, type MissingReason, perYear } from '../kernel/index.ts';
import { endOf, placeOf } from './block.ts';
import type { PivotAsk } from './cube.ts';
import { bearersOf, type Explorer, eraOf } from './explorer.ts';
import { gatheredAt, sourcesOf } from './gathered.ts';
import { type Grouping, groupingFor, type Tier, tierOf, tiers, type UnitFilter } from './grouping.ts';
import { keptOf, keptSums } from './kept-sums.ts';
import type { Plan } from './plan.ts';
import { emptySums, hiddenIn, type Ladder, type RowSums } from './sums.ts';
import type { PackedCell } from './values.ts';

/** What the reader may see. */
export interface Sight {
  /** Units whose own figures he may see; null for all. */
  readonly units: ReadonlySet<string> | null;
}

export interface PivotQuestion {
  readonly ask: PivotAsk;
  readonly filter: UnitFilter;
  readonly sight: Sight;
  /** Day of the map, where `ask.map` is today. */
  readonly on: Day;
}

/** 0 where first and last are not of the grain, or the wrong way round. */
export function periodsIn({ grain, from, to }: Pick<PivotAsk, 'grain' | 'from' | 'to'>): number {
  const [first, last] = [placeOf(from), placeOf(to)];
  return first?.grain === grain && last?.grain === grain ? Math.max(0, last.ordinal - first.ordinal + 1) : 0;
}

/** The question being worked out: its rows are known before the first sum, so that every sum has the same shape. */
export interface Tableau {
  readonly explorer: Explorer;
  readonly ask: PivotAsk;
  readonly ordinals: readonly number[];
  /** Day of the map; null for that of each period's end. */
  readonly today: Day | null;
  readonly grouping: Grouping;
  readonly cities: readonly string[];
  readonly rows: number;
  /** For the map of a period, by its ordinal. */
  readonly ladderOf: (ordinal: number, tier: Tier) => Ladder;
  /** By unit: 1 where the reader may not see it by itself; null where all may be seen. */
  readonly hidden: Uint8Array | null;
}

export function openTableau(explorer: Explorer, { ask, filter, sight, on }: PivotQuestion): Tableau {
  const grouping = groupingFor(explorer, ask.rows, filter);
  const first = placeOf(ask.from)?.ordinal ?? 0;
  const ordinals = Array.from({ length: periodsIn(ask) }, (_, index) => first + index);
  const today = ask.map === 'today' ? on : null;
  // All leaves are met before rows are numbered; growth looks a year back.
  const back = perYear[ask.grain];
  const eras = Array.from({ length: ordinals.length + back }, (_, index) =>
    eraOf(explorer, dayOfMap(ask.grain, first - back + index, today)),
  );
  for (const era of new Map(eras.map((one) => [one.number, one])).values()) for (const tier of tiers) grouping.leafOf(era, tier);
  const withCities = ask.subtotals && (grouping.kind === 'unit' || grouping.kind === 'county');
  const cities = withCities ? [...new Set(grouping.cities.flatMap((city) => city ?? []))].sort() : [];
  const rows = grouping.leaves.length + cities.length + 1;
  const hidden = sight.units && hiddenUnits(explorer, sight.units);
  const above = new Map(tiers.map((tier) => [tier, aboveOf(grouping, cities, tier)]));
  const ladderOf = (ordinal: number, tier: Tier): Ladder => {
    const era = eras[ordinal - first + back] ?? eraOf(explorer, dayOfMap(ask.grain, ordinal, today));
    return { leafOf: grouping.leafOf(era, tier), leaves: grouping.leaves.length, above: above.get(tier) ?? [], rows };
  };
  return { explorer, ask, ordinals, today, grouping, cities, rows, ladderOf, hidden };
}

function dayOfMap(grain: Grain, ordinal: number, today: Day | null): Day {
  const end = endOf(grain, ordinal);
  return today === null || today < end ? end : today;
}

/** By leaf: its city's row where there is one, and the whole. */
function aboveOf(grouping: Grouping, cities: readonly string[], tier: Tier): readonly (readonly number[])[] {
  const whole = grouping.leaves.length + cities.length;
  const cityRows = new Map(cities.map((city, index) => [city, grouping.leaves.length + index]));
  return grouping.leaves.map((_, leaf) => {
    if (!grouping.counts(leaf, tier)) return [];
    const city = cityRows.get(grouping.cities[leaf] ?? '');
    return city === undefined ? [whole] : [city, whole];
  });
}

function hiddenUnits(explorer: Explorer, seen: ReadonlySet<string>): Uint8Array | null {
  const { ids } = explorer.cube;
  const hidden = new Uint8Array(ids.length);
  let any = false;
  for (const unit of bearersOf(explorer)) {
    if (seen.has(ids[unit] ?? '')) continue;
    hidden[unit] = 1;
    any = true;
  }
  return any ? hidden : null;
}

export function unitsIn({ ordinals, ladderOf }: Tableau): number {
  const { leafOf } = ladderOf(ordinals.at(-1) ?? 0, 'zone');
  let units = 0;
  for (const leaf of leafOf) if (leaf >= 0) units += 1;
  return units;
}

/** One indicator over all periods asked. */
export interface PivotColumn {
  /** Whether anything stands or is expected in the row, in any period. */
  readonly lives: (row: number) => boolean;
  /** By period asked. */
  readonly cell: (at: number, row: number) => PackedCell;
}

/** Sums of every row for a period, with the cells made of them so far. */
export interface Summed {
  readonly sums: RowSums;
  readonly cells: (PackedCell | undefined)[];
  /** By row: units the reader may not see by themselves. */
  readonly hidden: () => readonly number[];
}

/** Empty where the indicator has nothing at this grain. Kept with the rows until a figure under them changes. */
export function summing(tableau: Tableau, plan: Plan): (ordinal: number) => Summed {
  const { explorer, ask, today, rows, ladderOf, grouping } = tableau;
  const tier = tierFor(explorer, plan, ask);
  const decimals = plan.parts.map(() => 0);
  const none: Summed = { sums: emptySums(plan.parts.length, rows, decimals), cells: [], hidden: () => [] };
  const own = keptOf(explorer, grouping, `${plan.code} ${ask.grain} ${ask.subtotals} ${tier} ${rows}`);
  return (ordinal) => {
    const gathered = gatheredAt(explorer, plan, { grain: ask.grain, ordinal, today });
    if (!gathered) return none;
    const ladder = ladderOf(ordinal, tier);
    const kept = keptSums(explorer, own, { ordinal, gathered, ladder });
    const hidden = () => (tableau.hidden ? hiddenIn(gathered, ladder, tableau.hidden) : []);
    return { ...kept, hidden: once(hidden) };
  };
}

function once<T>(work: () => T): () => T {
  let held: { readonly value: T } | null = null;
  return () => {
    held ??= { value: work() };
    return held.value;
  };
}

const orders: Readonly<Record<'county' | 'city' | 'other', readonly Tier[]>> = {
  county: ['zone', 'county'],
  city: ['zone', 'city', 'county'],
  other: ['zone', 'province', 'city', 'county'],
};

/** Zones where any has filed it; else the places that the rows are made of, or the highest. */
function tierFor(explorer: Explorer, plan: Plan, { grain, rows }: PivotAsk): Tier {
  const order = orders[rows === 'county' || rows === 'city' ? rows : 'other'];
  const present = tiersIn(explorer, plan, grain);
  return order.find((tier) => present.has(tier)) ?? 'zone';
}

function tiersIn(explorer: Explorer, plan: Plan, grain: Grain): ReadonlySet<Tier> {
  const { kept, cube } = explorer;
  const key = `${plan.code} ${grain}`;
  const known = kept.tiers.get(key);
  const columns = (sourcesOf(explorer, plan, grain)?.slice(0, 1) ?? []).flatMap(({ exact, finer }) => [
    ...(exact?.columns ?? []),
    ...(finer?.columns ?? []),
  ]);
  const stamp = Math.max(0, ...columns.map(({ firstsStamp }) => firstsStamp));
  if (known?.stamp === stamp) return known.tiers;
  const found = new Set<Tier>();
  for (const { firsts } of columns) {
    for (const [unit, first] of firsts.entries()) if (first !== undefined) found.add(tierOf(cube.ids[unit] ?? ''));
  }
  kept.tiers.set(key, { stamp, tiers: found });
  return found;
}

interface Shown {
  /** Units in the row that the reader may not see by themselves. */
  readonly hidden: number;
  readonly row: number;
  readonly cell: PackedCell;
}

/** A sum over one single unit that the reader may not see is that unit's figure; what is only for evaluation needs sight of all in it. */
export function visible({ grouping }: Tableau, { indicator }: Plan, { hidden, row, cell }: Shown): PackedCell {
  if (hidden === 0 || indicator?.publication === 'public') return cell;
  const unitRow = grouping.kind === 'unit' && row < grouping.leaves.length;
  if (hidden > 1 && indicator?.publication !== 'evaluation-only' && !unitRow) return cell;
  return [null, 0, cell[2], 0, 'secret' satisfies MissingReason];
}
