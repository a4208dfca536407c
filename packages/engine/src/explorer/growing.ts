// Growth against the period before or the same period of last year, per row; across a break of calibre bridged or refused (engine/indicators).
import { breaksBetween, calibreAt, changeOf, derivedText, type GrowthAnswer, growth } from '../indicators/index.ts';
import { type Cell, type Decimal, isMissing, type Period, periodStart, perYear } from '../kernel/index.ts';
import { periodAtOrdinal, placeOf } from './block.ts';
import { planFor } from './explorer.ts';
import { type PivotColumn, type Summed, summing, type Tableau, visible } from './pivot.ts';
import { differencedPlan, type Plan, underCalibre } from './plan.ts';
import { partOf, type RowSums } from './sums.ts';
import { noteBit } from './tally.ts';
import { exactly, type PackedCell } from './values.ts';

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
      const answer = pair.broken ? acrossBreak(tableau, own, { ordinal, row, against, sumsAt }) : plainly(own, { now, before, row });
      const cell = cellOf(answer, { now, before, row });
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
  | Pick<Extract<GrowthAnswer, { kind: 'growth' | 'bridged' }>, 'kind' | 'change'>
  | Exclude<GrowthAnswer, { kind: 'growth' | 'bridged' }>;

function plainly(plan: Plan, { now, before, row }: Pair): Change {
  const [later, earlier] = [exactly(plan, now, row), exactly(plan, before, row)];
  if (isMissing(later)) return { kind: 'missing', missing: later.missing };
  if (isMissing(earlier)) return { kind: 'missing', missing: earlier.missing };
  const change = changeOf(plan.indicator?.unit ?? '', earlier, later);
  return change ? { kind: 'growth', change: change.change } : { kind: 'missing', missing: 'not-applicable' };
}

function cellOf(answer: Change, { now, before, row }: Pair): PackedCell {
  const [of, expected] = [now.of[row] ?? 0, now.expected[row] ?? 0];
  const notes = (now.notes[row] ?? 0) | ((before.notes[row] ?? 0) & noteBit.partial);
  if (expected === 0 && (before.expected[row] ?? 0) === 0) return [null, 0, 0, 0];
  if (answer.kind === 'missing') return [null, of, expected, notes, answer.missing];
  if (answer.kind === 'refused') return [null, of, expected, notes | noteBit.break, 'not-applicable'];
  return [derivedText(answer.change), of, expected, notes | (answer.kind === 'bridged' ? noteBit.bridged : 0)];
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
  return growth({
    code: plan.indicator?.code ?? plan.code,
    library: explorer.library,
    period: periodAtOrdinal(ask.grain, ordinal),
    against,
    figure,
  });
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
