// Answers a question: rows of units, places, types or grades; indicators and periods across; cities and the whole as subtotals that are
// right for ratios, because parts are added up before they are divided. What a reader may not see of single units is left out here.
import type { Bilingual, Day, MissingReason, Period } from '../kernel/index.ts';
import { endOf, periodAtOrdinal, placeOf } from './block.ts';
import type { PivotAsk, PivotRow } from './cube.ts';
import { type Explorer, planFor, sourceFor } from './explorer.ts';
import { gatheredAt, sourcesOf } from './gathered.ts';
import { type Grouping, groupingOf, type Tier, tierOf, tiers, type UnitFilter } from './grouping.ts';
import { grownCells } from './growing.ts';
import type { Plan } from './plan.ts';
import { emptySums, type Ladder, type RowSums, sumsOf } from './sums.ts';
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
export function pivot(explorer: Explorer, { ask, filter, sight, on }: PivotQuestion): PackedPivot {
  const grouping = groupingOf(explorer, ask.rows, filter);
  const ordinals = ordinalsOf(ask);
  const today = ask.map === 'today' ? on : null;
  const plans = ask.indicators.map((code) => planFor(explorer, code));
  const tableau = openTableau(explorer, grouping, { ask, ordinals, today, sight });
  const columns = plans.map((plan) => columnOf(tableau, plan));
  const rows = rowsOf(tableau, columns);
  return {
    periods: ordinals.map((ordinal) => periodAtOrdinal(ask.grain, ordinal)),
    rows,
    problems: [...plans.flatMap((plan) => problemOf(explorer, plan, ask)), ...explorer.book.problems.map(({ message }) => message)],
    units: tableau.ladderOf(endOf(ask.grain, ordinals.at(-1) ?? 0), 'zone').leafOf.filter((leaf) => leaf >= 0).length,
  };
}

function ordinalsOf({ grain, from, to }: PivotAsk): readonly number[] {
  const [first, last] = [placeOf(from), placeOf(to)];
  if (first?.grain !== grain || last?.grain !== grain) return [];
  return Array.from({ length: Math.max(0, last.ordinal - first.ordinal + 1) }, (_, index) => first.ordinal + index);
}

interface Asked {
  readonly ask: PivotAsk;
  readonly ordinals: readonly number[];
  readonly today: Day | null;
  readonly sight: Sight;
}

/** The question being worked out: its rows are known before the first sum, so that every sum has the same shape. */
export interface Tableau extends Asked {
  readonly explorer: Explorer;
  readonly grouping: Grouping;
  readonly cities: readonly string[];
  readonly rows: number;
  readonly ladderOf: (day: Day, tier: Tier) => Ladder;
}

function openTableau(explorer: Explorer, grouping: Grouping, asked: Asked): Tableau {
  // All leaves are met before rows are numbered.
  const days = daysOf(asked);
  for (const day of days) for (const tier of tiers) grouping.leafOf(day, tier);
  const withCities = asked.ask.subtotals && (grouping.kind === 'unit' || grouping.kind === 'county');
  const cities = withCities ? [...new Set(grouping.cities.flatMap((city) => city ?? []))].sort() : [];
  const rows = grouping.leaves.length + cities.length + 1;
  const hidden = hiddenUnits(explorer, asked.sight);
  const kept = new Map<string, Ladder>();
  const ladderOf = (day: Day, tier: Tier): Ladder => {
    const key = `${day} ${tier}`;
    const known = kept.get(key);
    if (known) return known;
    const ladder = {
      leafOf: grouping.leafOf(day, tier),
      leaves: grouping.leaves.length,
      above: aboveOf(grouping, cities, { tier, rows }),
      rows,
      hidden,
    };
    kept.set(key, ladder);
    return ladder;
  };
  return { ...asked, explorer, grouping, cities, rows, ladderOf };
}

/** Map days: of growth too, one year and one period back. */
function daysOf({ ask, ordinals, today }: Asked): readonly Day[] {
  if (today !== null) return [today, ...ordinals.map((ordinal) => endOf(ask.grain, ordinal)).filter((end) => end > today)];
  return ordinals.map((ordinal) => endOf(ask.grain, ordinal));
}

function aboveOf(grouping: Grouping, cities: readonly string[], { tier, rows }: { readonly tier: Tier; readonly rows: number }) {
  const cityRows = new Map(cities.map((city, index) => [city, grouping.leaves.length + index]));
  return grouping.leaves.map((_, leaf) => {
    if (!grouping.counts(leaf, tier)) return [];
    const city = cityRows.get(grouping.cities[leaf] ?? '');
    return city === undefined ? [rows - 1] : [city, rows - 1];
  });
}

function hiddenUnits({ cube }: Explorer, { units }: Sight): Uint8Array | null {
  return units && Uint8Array.from(cube.ids, (id) => (units.has(id) ? 0 : 1));
}

export interface PivotColumn {
  readonly plan: Plan;
  /** By period asked, then by row. */
  readonly cells: readonly (readonly PackedCell[])[];
}

function columnOf(tableau: Tableau, plan: Plan): PivotColumn {
  const { ask, ordinals, rows } = tableau;
  if (ask.growth !== 'none' && plan.kind !== 'none') return { plan, cells: grownCells(tableau, plan, ask.growth) };
  const cells = ordinals.map((ordinal) => {
    const sums = rowSums(tableau, plan, ordinal);
    return Array.from({ length: rows }, (_, row) => visible(tableau, plan, { sums, row, cell: cellOf(plan, sums, row) }));
  });
  return { plan, cells };
}

/** Of one period, every row; empty where the indicator has nothing at this grain. */
export function rowSums(tableau: Tableau, plan: Plan, ordinal: number): RowSums {
  const { explorer, ask, today } = tableau;
  const gathered = gatheredAt(explorer, plan, { grain: ask.grain, ordinal, today });
  if (!gathered)
    return emptySums(
      plan.parts.length,
      tableau.rows,
      plan.parts.map(() => 0),
    );
  const end = endOf(ask.grain, ordinal);
  const day = today === null || today < end ? end : today;
  return sumsOf(gathered, tableau.ladderOf(day, tierFor(explorer, plan, ask)));
}

/** Zones where any has filed it; else the places that the rows are made of, or the highest. */
export function tierFor(explorer: Explorer, plan: Plan, ask: PivotAsk): Tier {
  const present = new Set<Tier>();
  for (const { exact, finer } of sourcesOf(explorer, plan, ask.grain)?.slice(0, 1) ?? []) {
    for (const column of [exact, finer].flatMap((source) => source?.columns ?? [])) {
      column.firsts.forEach((first, unit) => {
        if (first !== undefined) present.add(tierOf(explorer.cube.ids[unit] ?? ''));
      });
    }
  }
  const order: readonly Tier[] =
    ask.rows === 'county' ? ['zone', 'county'] : ask.rows === 'city' ? ['zone', 'city', 'county'] : ['zone', 'province', 'city', 'county'];
  return order.find((tier) => present.has(tier)) ?? 'zone';
}

interface Shown<C> {
  readonly sums: RowSums;
  readonly row: number;
  readonly cell: C;
}

/** A sum over one single unit that the reader may not see is that unit's figure; what is only for evaluation needs sight of all in it. */
export function visible(tableau: Tableau, { indicator }: Plan, { sums, row, cell }: Shown<PackedCell>): PackedCell {
  const hidden = sums.hidden[row] ?? 0;
  if (hidden === 0 || indicator?.publication === 'public') return cell;
  if (hidden > 1 && indicator?.publication !== 'evaluation-only' && !isUnitRow(tableau, row)) return cell;
  return [null, 0, cell[2], 0, 'secret' satisfies MissingReason];
}

function isUnitRow({ grouping }: Tableau, row: number): boolean {
  return grouping.kind === 'unit' && row < grouping.leaves.length;
}

function rowsOf(tableau: Tableau, columns: readonly PivotColumn[]): readonly PackedRow[] {
  const { grouping, cities, ask } = tableau;
  const leaves = grouping.leaves.map((key, row) => ({ key, row, kind: grouping.kind, city: grouping.cities[row] ?? '' }));
  const below = leaves.sort((a, b) => compare(a.city, b.city) || compare(a.key, b.key));
  const above = cities.map((key, index) => ({ key, row: leaves.length + index, kind: 'subtotal' as const, city: key }));
  const total = { key: 'all', row: tableau.rows - 1, kind: 'total' as const, city: '' };
  const ordered =
    above.length === 0
      ? below
      : [...below.filter(({ city }) => city === ''), ...above.flatMap((head) => [...below.filter(({ city }) => city === head.city), head])];
  const rows = ask.subtotals && grouping.kind !== 'all' ? [...ordered, total] : ordered;
  return rows.flatMap(({ key, row, kind }) => {
    const cells = columns.flatMap((column) => column.cells.map((period) => period[row] ?? nothing));
    return kind !== 'total' && cells.every(isEmpty) ? [] : [{ key, kind, cells }];
  });
}

const nothing: PackedCell = [null, 0, 0, 0];

/** Nothing, nothing expected; or all of it hidden, as other units are. */
function isEmpty([value, , expected, , reason]: PackedCell): boolean {
  return value === null && (expected === 0 || reason === 'secret');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function problemOf(explorer: Explorer, plan: Plan, { grain }: PivotAsk): readonly Bilingual[] {
  if (plan.kind === 'none') return [plan.problem];
  if (sourcesOf(explorer, plan, grain)) return [];
  const name = plan.indicator?.name ?? { zh: plan.code, en: plan.code };
  const coarser = (['quarter', 'half', 'year'] as const).find((one) => plan.parts.some(({ code }) => sourceFor(explorer, code, one)));
  if (!coarser) return [{ zh: `“${name.zh}”还没有数据。`, en: `There are no figures of “${name.en}” yet.` }];
  const words = { month: ['月', 'month'], quarter: ['季', 'quarter'], half: ['半年', 'half-year'], year: ['年', 'year'] } as const;
  const [zh, en] = words[coarser];
  return [{ zh: `“${name.zh}”按${zh}报送，没有更细的数据。`, en: `“${name.en}” is filed by ${en}; there is nothing finer.` }];
}
