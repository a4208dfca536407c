// Answers a question: rows of units, places, types or grades; indicators and periods across; cities and the whole as subtotals that are
// right for ratios, because parts are added up before they are divided. What a reader may not see of single units is left out here.
import { type Bilingual, type Day, type Grain, type MissingReason, type Period, perYear } from '../kernel/index.ts';
import { endOf, periodAtOrdinal, placeOf } from './block.ts';
import type { PivotAsk, PivotRow } from './cube.ts';
import { bearersOf, type Explorer, eraOf, planFor, sourceFor } from './explorer.ts';
import { gatheredAt, sourcesOf } from './gathered.ts';
import { type Grouping, groupingFor, type Tier, tierOf, tiers, type UnitFilter } from './grouping.ts';
import { growingOf } from './growing.ts';
import { keptOf, keptSums } from './kept-sums.ts';
import type { Plan } from './plan.ts';
import { emptySums, hiddenIn, type Ladder, type RowSums } from './sums.ts';
import { cellOf, type PackedCell } from './values.ts';

/** What the reader may see. */
export interface Sight {
  /** Units whose own figures he may see; null for all. */
  readonly units: ReadonlySet<string> | null;
}

export interface PackedRow {
  readonly key: string;
  readonly kind: PivotRow['kind'];
  /** Indicators outside, periods inside. */
  readonly cells: readonly PackedCell[];
}

export interface PackedPivot {
  readonly periods: readonly Period[];
  readonly rows: readonly PackedRow[];
  readonly problems: readonly Bilingual[];
  /** Units that stand behind the whole. */
  readonly units: number;
}

export interface PivotQuestion {
  readonly ask: PivotAsk;
  readonly filter: UnitFilter;
  readonly sight: Sight;
  /** Day of the map, where `ask.map` is today. */
  readonly on: Day;
}

/** Indicators and periods in the order asked; rows under their cities, by code; rows without any figure or expectation are left out. */
export function pivot(explorer: Explorer, question: PivotQuestion): PackedPivot {
  const tableau = openTableau(explorer, question);
  const plans = question.ask.indicators.map((code) => planFor(explorer, code));
  const columns = plans.map((plan) => columnOf(tableau, plan));
  return {
    periods: tableau.ordinals.map((ordinal) => periodAtOrdinal(question.ask.grain, ordinal)),
    rows: rowsOf(tableau, columns),
    problems: [
      ...plans.flatMap((plan) => problemOf(explorer, plan, question.ask)),
      ...explorer.book.problems.map(({ message }) => message),
    ],
    units: unitsIn(tableau),
  };
}

/** Most rows and cells an answer can have, to be looked at before it is worked out. */
export function pivotSize(explorer: Explorer, question: PivotQuestion): { readonly rows: number; readonly cells: number } {
  const { rows } = openTableau(explorer, question);
  return { rows, cells: rows * question.ask.indicators.length * periodsIn(question.ask) };
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

function openTableau(explorer: Explorer, { ask, filter, sight, on }: PivotQuestion): Tableau {
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

function unitsIn({ ordinals, ladderOf }: Tableau): number {
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

function columnOf(tableau: Tableau, plan: Plan): PivotColumn {
  const summed = summing(tableau, plan);
  if (tableau.ask.growth !== 'none' && plan.kind !== 'none') return growingOf(tableau, plan, tableau.ask.growth);
  const all = tableau.ordinals.map(summed);
  return {
    lives: (row) => all.some(({ sums }) => sums.expected[row] !== 0),
    cell: (at, row) => {
      const own = all[at];
      if (!own) return nothing;
      const known = own.cells[row];
      const cell = known ?? cellOf(plan, own.sums, row);
      if (!known) own.cells[row] = cell;
      return tableau.hidden === null ? cell : visible(tableau, plan, { hidden: own.hidden()[row] ?? 0, row, cell });
    },
  };
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

interface RowHead extends Pick<PackedRow, 'key' | 'kind'> {
  readonly row: number;
}

function rowsOf(tableau: Tableau, columns: readonly PivotColumn[]): readonly PackedRow[] {
  const periods = tableau.ordinals.length;
  return headsOf(tableau).flatMap(({ key, kind, row }) => {
    if (kind !== 'total' && !columns.some(({ lives }) => lives(row))) return [];
    const cells: PackedCell[] = [];
    for (const { cell } of columns) for (let at = 0; at < periods; at += 1) cells.push(cell(at, row));
    return kind !== 'total' && cells.every(isHidden) ? [] : [{ key, kind, cells }];
  });
}

/** Units and counties under their cities, each city after its own; the whole last. */
function headsOf({ grouping, cities, ask, rows }: Tableau): readonly RowHead[] {
  const below = grouping.leaves.map((key, row) => ({ key, row, kind: grouping.kind, city: grouping.cities[row] ?? '' }));
  below.sort((a, b) => compare(a.city, b.city) || compare(a.key, b.key));
  const total: RowHead = { key: 'all', row: rows - 1, kind: 'total' };
  if (!ask.subtotals || grouping.kind === 'all') return below;
  if (cities.length === 0) return [...below.sort((a, b) => compare(a.key, b.key)), total];
  const heads = cities.map((key, index) => ({ key, row: grouping.leaves.length + index, kind: 'subtotal' as const, city: key }));
  // A stable sort: each city comes after its own.
  return [...[...below, ...heads].sort((a, b) => compare(a.city, b.city)), total];
}

const nothing: PackedCell = [null, 0, 0, 0];

/** Nothing, nothing expected; or hidden, as other units are. */
function isHidden([value, , expected, , reason]: PackedCell): boolean {
  return value === null && (expected === 0 || reason === 'secret');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const coarser = {
  month: null,
  quarter: { zh: '季', en: 'quarter' },
  half: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
} as const;

function problemOf(explorer: Explorer, plan: Plan, { grain }: PivotAsk): readonly Bilingual[] {
  if (plan.kind === 'none') return [plan.problem];
  if (sourcesOf(explorer, plan, grain)) return [];
  const name = plan.indicator?.name ?? { zh: plan.code, en: plan.code };
  const filed = (['quarter', 'half', 'year'] as const).find((one) => plan.parts.some(({ code }) => sourceFor(explorer, code, one)));
  const by = filed && coarser[filed];
  if (!by) return [{ zh: `“${name.zh}”还没有数据。`, en: `There are no figures of “${name.en}” yet.` }];
  return [{ zh: `“${name.zh}”按${by.zh}报送，没有更细的数据。`, en: `“${name.en}” is filed by ${by.en}; there is nothing finer.` }];
}
