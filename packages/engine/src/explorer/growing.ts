// Growth against the period before or the same period of last year, per row; across a break of calibre bridged or refused (engine/indicators).
import { breaksBetween, calibreAt, changeOf, derivedText, growth } from '../indicators/index.ts';
import { type Cell, Decimal, type DecimalText, isMissing, type MissingReason, type Period, periodStart, perYear } from '../kernel/index.ts';
import { periodAtOrdinal, placeOf } from './block.ts';
import { planFor } from './explorer.ts';
import { differencedPlan, type Plan, underCalibre } from './plan.ts';
import { dividedText } from './quick.ts';
import { partOf, type RowSums } from './sums.ts';
import { type PivotColumn, type Summed, summing, type Tableau, visible } from './tableau.ts';
import { noteBit } from './tally.ts';
import { exactly, type PackedCell, partAt } from './values.ts';

/** `of` and `expected` of the later period, partial where either is. Whoever may not see one of the two may not see the change. */
export function growingOf(tableau: Tableau, plan: Plan, against: 'previous' | 'year'): PivotColumn {
  const { ask, ordinals } = tableau;
  const own = against === 'previous' ? differencedPlan(plan) : plan;
  const back = against === 'previous' ? 1 : perYear[ask.grain];
  const sumsAt = summedOnce(tableau);
  const pairs = ordinals.map((ordinal) => {
    const broken = isBroken(tableau, plan, [ordinal - back, ordinal]);
    return { ordinal, now: sumsAt(own, ordinal), before: sumsAt(own, ordinal - back), broken };
  });
  return {
    lives: (row) => pairs.some(({ now, before }) => now.sums.expected[row] !== 0 || before.sums.expected[row] !== 0),
    cell: (at, row) => {
      const pair = pairs[at];
      if (!pair) return [null, 0, 0, 0];
      const { ordinal } = pair;
      const [now, before] = [pair.now.sums, pair.before.sums];
      const cell = pair.broken
        ? cellOf(acrossBreak(tableau, own, { ordinal, row, against, sumsAt }), { now, before, row })
        : plainCell(own, { now, before, row });
      if (tableau.hidden === null) return cell;
      const hidden = [pair.now, pair.before].map((one) => one.hidden()[row] ?? 0);
      return hidden.reduce((shown, count) => visible(tableau, plan, { hidden: count, row, cell: shown }), cell);
    },
  };
}

type SumsAt = (plan: Plan, ordinal: number) => Summed;

function summedOnce(tableau: Tableau): SumsAt {
  const sums = new Map<string, (ordinal: number) => Summed>();
  const kept = new Map<string, Summed>();
  return (plan, ordinal) => {
    const key = `${plan.code} ${ordinal}`;
    const known = kept.get(key);
    if (known) return known;
    const of = sums.get(plan.code) ?? summing(tableau, plan);
    sums.set(plan.code, of);
    const found = of(ordinal);
    kept.set(key, found);
    return found;
  };
}

interface Pair {
  readonly now: RowSums;
  readonly before: RowSums;
  readonly row: number;
}

type Change =
  | { readonly kind: 'growth' | 'bridged'; readonly text: DecimalText }
  | { readonly kind: 'missing'; readonly missing: MissingReason }
  | { readonly kind: 'refused' };

const grown = new WeakMap<RowSums, { readonly before: RowSums; readonly cells: (PackedCell | undefined)[] }>();

/** Stays with its two sums, as they do until a figure under them changes. */
function plainCell(plan: Plan, pair: Pair): PackedCell {
  const { now, before, row } = pair;
  const known = grown.get(now);
  const kept = known?.before === before ? known : { before, cells: [] };
  if (kept !== known) grown.set(now, kept);
  const cell = kept.cells[row] ?? cellOf(quickly(plan, pair) ?? plainly(plan, pair), pair);
  kept.cells[row] = cell;
  return cell;
}

/** In whole numbers: Δ ÷ base, of a sum or of one sum by another. Null where it has to be done exactly. */
function quickly(plan: Plan, { now, before, row }: Pair): Change | null {
  if (plan.kind !== 'filed' && !(plan.kind === 'derived' && plan.quick)) return null;
  if (!now.of[row] || !before.of[row] || !plan.additive || isShareUnit(plan.indicator?.unit ?? '')) return null;
  if ([now, before].some(({ large }) => large.some((beside) => beside?.has(row)))) return null;
  const quick = plan.kind === 'derived' ? plan.quick : null;
  if (quick && quick.factor <= 0n) return null;
  const [top, bottom] = quick ? [partAt(plan, quick.top), partAt(plan, quick.bottom)] : [0, -1];
  const [a1, a0] = [whole(now, top, row), whole(before, top, row)];
  const [b1, b0] = bottom < 0 ? [1n, 1n] : [whole(now, bottom, row), whole(before, bottom, row)];
  if (a0 * b0 <= 0n || b1 === 0n) return null;
  const text = dividedText((a1 * b0 - a0 * b1) * 100n, a0 * b1);
  return text === null ? null : { kind: 'growth', text };
}

function whole(sums: RowSums, part: number, row: number): bigint {
  return BigInt(sums.parts[part]?.[row] ?? 0);
}

const shares = new Map<string, boolean>();

/** Changes of a percentage are told in points. */
function isShareUnit(unit: string): boolean {
  const known = shares.get(unit);
  if (known !== undefined) return known;
  const one = new Decimal(1);
  const share = changeOf(unit, one, one)?.unit !== '%';
  shares.set(unit, share);
  return share;
}

function plainly(plan: Plan, { now, before, row }: Pair): Change {
  const [later, earlier] = [exactly(plan, now, row), exactly(plan, before, row)];
  if (isMissing(later)) return { kind: 'missing', missing: later.missing };
  if (isMissing(earlier)) return { kind: 'missing', missing: earlier.missing };
  const change = changeOf(plan.indicator?.unit ?? '', earlier, later);
  return change ? { kind: 'growth', text: derivedText(change.change) } : { kind: 'missing', missing: 'not-applicable' };
}

function cellOf(answer: Change, { now, before, row }: Pair): PackedCell {
  const [of, expected] = [now.of[row] ?? 0, now.expected[row] ?? 0];
  const notes = (now.notes[row] ?? 0) | ((before.notes[row] ?? 0) & noteBit.partial);
  if (expected === 0 && (before.expected[row] ?? 0) === 0) return [null, 0, 0, 0];
  if (answer.kind === 'missing') return [null, of, expected, notes, answer.missing];
  if (answer.kind === 'refused') return [null, of, expected, notes | noteBit.break, 'not-applicable'];
  return [answer.text, of, expected, notes | (answer.kind === 'bridged' ? noteBit.bridged : 0)];
}

function isBroken({ ask, explorer }: Tableau, plan: Plan, [first, last]: readonly [number, number]): boolean {
  const [from, to] = [periodAtOrdinal(ask.grain, first), periodAtOrdinal(ask.grain, last)];
  const indicators = [plan.indicator, ...plan.parts.map(({ code }) => explorer.library.get(code) ?? null)];
  return indicators.some((indicator) => indicator !== null && breaksBetween(indicator, from, to).length > 0);
}

interface Across {
  readonly ordinal: number;
  readonly row: number;
  readonly against: 'previous' | 'year';
  readonly sumsAt: SumsAt;
}

/** Asked of the row's sums: each part under each calibre, over the units of the row. */
function acrossBreak({ ask, explorer }: Tableau, plan: Plan, { ordinal, row, against, sumsAt }: Across): Change {
  const figure = (code: string, period: Period, calibre: string): Cell<Decimal> | null => {
    const place = placeOf(period);
    const part = plan.parts.findIndex((one) => one.code === code);
    if (place?.grain !== ask.grain || part < 0) return null;
    if (calibreIn({ code, period, explorer }) === calibre) return ownPart(plan, { part, sums: sumsAt(plan, place.ordinal).sums, row });
    const under = underCalibre(planFor(explorer, code), calibre);
    const { sums } = sumsAt(under, place.ordinal);
    return (sums.of[row] ?? 0) === 0 ? null : exactly(under, sums, row);
  };
  const answer = growth({
    code: plan.indicator?.code ?? plan.code,
    library: explorer.library,
    period: periodAtOrdinal(ask.grain, ordinal),
    against,
    figure,
  });
  if (answer.kind === 'missing') return answer;
  return answer.kind === 'refused' ? { kind: 'refused' } : { kind: answer.kind, text: derivedText(answer.change) };
}

interface Dated {
  readonly code: string;
  readonly period: Period;
  readonly explorer: Tableau['explorer'];
}

function calibreIn({ code, period, explorer }: Dated): string | null {
  const indicator = explorer.library.get(code);
  return (indicator && calibreAt(indicator, periodStart, period)?.id) ?? null;
}

function ownPart(
  plan: Plan,
  { part, sums, row }: { readonly part: number; readonly sums: RowSums; readonly row: number },
): Cell<Decimal> | null {
  if ((sums.of[row] ?? 0) === 0) return null;
  return plan.kind === 'derived' ? partOf(sums, part, row) : exactly(plan, sums, row);
}
