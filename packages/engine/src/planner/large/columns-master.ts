// The restricted master: which column of each component, under the cap on zones and the coupling rows. LP for the prices, MILP for a
// plan; both in LP text, solved by HiGHS. Columns that cost nothing but violation make the same model ask whether the rows can be met.

import type { Highs, HighsAnswer } from '../desk.ts';
import type { Row, Three } from './columns-rows.ts';

export interface MasterColumn {
  readonly component: number;
  readonly cost: number;
  readonly zones: number;
  readonly uses: Three;
}

export interface MasterShape {
  /** For each component its alternative, and whether it is the joint one. */
  readonly components: readonly { readonly alternative: number; readonly joint: boolean }[];
  readonly cap: number;
  readonly rows: readonly Row[];
}

export interface Relaxed {
  readonly value: number;
  /** Multipliers ≥ 0 of the three rows. */
  readonly prices: Three;
  /** For each column, how much of it. */
  readonly shares: readonly number[];
}

/** null: these columns cannot keep the rows. With `elastic` the rows may be broken, each by its scale for a cost of 1, and nothing else costs. */
export function relaxed(highs: Highs, shape: MasterShape, columns: readonly MasterColumn[], elastic = false): Relaxed | null {
  const answer = highs.solve(modelOf(shape, columns, { elastic, whole: false }), { output_flag: false });
  if (answer.Status !== 'Optimal') return null;
  const duals = new Map(answer.Rows.map((row) => [row.Name, row.Dual ?? 0]));
  const price = (code: string) => Math.max(0, -(duals.get(code) ?? 0));
  return {
    value: answer.ObjectiveValue,
    prices: [price('staffShare'), price('platforms'), price('budget')],
    shares: columns.map((_, place) => answer.Columns[`c${place}`]?.Primal ?? 0),
  };
}

/** Places of the chosen columns; null where HiGHS found none. Node limits, so that the same columns always give the same answer. */
export function whole(highs: Highs, shape: MasterShape, columns: readonly MasterColumn[]): readonly number[] | null {
  const model = modelOf(shape, columns, { elastic: false, whole: true });
  for (const mip_rel_gap of [1e-7, 1e-5, 1e-3]) {
    const answer = highs.solve(model, { output_flag: false, mip_rel_gap, mip_max_nodes: 3000 });
    if (answer.Status === 'Infeasible') return null;
    if (answer.Status === 'Optimal') return chosen(answer, columns.length);
  }
  return null;
}

function chosen(answer: HighsAnswer, columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, place) => place).filter((place) => (answer.Columns[`c${place}`]?.Primal ?? 0) > 0.5);
}

interface Ask {
  readonly elastic: boolean;
  readonly whole: boolean;
}

function modelOf(shape: MasterShape, columns: readonly MasterColumn[], { elastic, whole }: Ask): string {
  const names = columns.map((_, place) => `c${place}`);
  const slacks = elastic ? shape.rows.map(({ code }) => `slack_${code}`) : [];
  const ways = shape.components.flatMap(({ alternative, joint }) => (joint ? [`u${alternative}`] : []));
  const objective = elastic ? slacks.map((name): Term => [1, name]) : columns.map(({ cost }, place): Term => [cost, `c${place}`]);
  return [
    'Minimize',
    ` cost: ${summed(objective)}`,
    'Subject To',
    ...oneOfEach(shape, columns),
    ` zones: ${summed(columns.map(({ zones }, place): Term => [zones, `c${place}`]))} <= ${shape.cap}`,
    ...shape.rows.map((row) => coupling(row, columns, elastic)),
    'Bounds',
    ...ways.map((name) => ` ${name} <= 1`),
    ...(whole ? ['Binaries', ...[...names, ...ways].map((name) => ` ${name}`)] : []),
    'End',
    '',
  ].join('\n');
}

function oneOfEach({ components }: MasterShape, columns: readonly MasterColumn[]): readonly string[] {
  const own: Term[][] = components.map(() => []);
  for (const [place, { component }] of columns.entries()) own[component]?.push([1, `c${place}`]);
  const withJoint = new Set(components.flatMap(({ alternative, joint }) => (joint ? [alternative] : [])));
  return components.map(({ alternative, joint }, component) => {
    const way: readonly Term[] = withJoint.has(alternative) ? [[joint ? -1 : 1, `u${alternative}`]] : [];
    const terms: readonly Term[] = [...(own[component] ?? []), ...way];
    // A component without columns: a row that cannot be kept unless the other way is taken.
    return ` g${component}: ${summed(terms.length > 0 ? terms : [[0, columns.length > 0 ? 'c0' : 'none']])} = ${joint ? 0 : 1}`;
  });
}

function coupling({ code, place, limit }: Row, columns: readonly MasterColumn[], elastic: boolean): string {
  const uses = columns.map(({ uses }, index): Term => [uses[place], `c${index}`]);
  const slack: readonly Term[] = elastic ? [[-scaleOf(limit), `slack_${code}`]] : [];
  return ` ${code}: ${summed([...uses, ...slack])} <= ${limit}`;
}

/** What counts as breaking a row by one. */
export function scaleOf(limit: number): number {
  return Math.max(1, Math.abs(limit));
}

type Term = readonly [number, string];

function summed(terms: readonly Term[]): string {
  const kept = terms.filter(([factor]) => factor !== 0);
  const shown = kept.length > 0 ? kept : terms.slice(0, 1);
  const words = shown.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`);
  const lines: string[] = [];
  for (let from = 0; from < words.length; from += 12) lines.push(words.slice(from, from + 12).join(' '));
  return lines.join('\n  ');
}
