// Answers a question: rows of units, places, types or grades; indicators and periods across; cities and the whole as subtotals that are
// right for ratios, because parts are added up before they are divided. What a reader may not see of single units is left out here.
import type { Bilingual, Period } from '../kernel/index.ts';
import { periodAtOrdinal } from './block.ts';
import type { PivotAsk, PivotRow } from './cube.ts';
import { type Explorer, planFor, sourceFor } from './explorer.ts';
import { sourcesOf } from './gathered.ts';
import { growingOf } from './growing.ts';
import type { Plan } from './plan.ts';
import { openTableau, type PivotColumn, type PivotQuestion, periodsIn, summing, type Tableau, unitsIn, visible } from './tableau.ts';
import { cellOf, type PackedCell } from './values.ts';

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
