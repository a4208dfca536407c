// Growth against the period before or the same period of last year, per row; across a break of calibre bridged or refused (engine/indicators).
import { breaksBetween, calibreAt, changeOf, derivedText, type GrowthAnswer, growth } from '../indicators/index.ts';
import { type Cell, type Decimal, isMissing, type Period, periodStart, perYear } from '../kernel/index.ts';
import { periodAtOrdinal, placeOf } from './block.ts';
import { planFor } from './explorer.ts';
import { rowSums, type Tableau, visible } from './pivot.ts';
import { differencedPlan, type Plan, underCalibre } from './plan.ts';
import { partOf, type RowSums } from './sums.ts';
import { noteBit } from './tally.ts';
import { exactly, type PackedCell } from './values.ts';

/** By period asked, then by row; `of` and `expected` of the later period, partial where either is. */
export function grownCells(tableau: Tableau, plan: Plan, against: 'previous' | 'year'): readonly (readonly PackedCell[])[] {
  const { ask, ordinals, rows } = tableau;
  const own = against === 'previous' ? differencedPlan(plan) : plan;
  const back = against === 'previous' ? 1 : perYear[ask.grain];
  const kept = new Map<string, RowSums>();
  const sumsAt = (of: Plan, ordinal: number): RowSums => {
    const key = `${of.code} ${ordinal}`;
    const sums = kept.get(key) ?? rowSums(tableau, of, ordinal);
    kept.set(key, sums);
    return sums;
  };
  return ordinals.map((ordinal) => {
    const [now, before] = [sumsAt(own, ordinal), sumsAt(own, ordinal - back)];
    const broken = isBroken(tableau, plan, [ordinal - back, ordinal]);
    return Array.from({ length: rows }, (_, row) => {
      const answer = broken ? acrossBreak(tableau, own, { ordinal, row, against, sumsAt }) : plainly(own, { now, before, row });
      const cell = cellOf(answer, { now, before, row });
      // Whoever may not see one of the two may not see the change.
      return visible(tableau, plan, {
        sums: (now.hidden[row] ?? 0) === 1 ? now : before,
        row,
        cell: visible(tableau, plan, { sums: now, row, cell }),
      });
    });
  });
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
  readonly sumsAt: (plan: Plan, ordinal: number) => RowSums;
}

/** Asked of the row's sums: each part under each calibre, over the units of the row. */
function acrossBreak({ ask, explorer }: Tableau, plan: Plan, { ordinal, row, against, sumsAt }: Across): Change {
  const figure = (code: string, period: Period, calibre: string): Cell<Decimal> | null => {
    const place = placeOf(period);
    const part = plan.parts.findIndex((one) => one.code === code);
    if (place?.grain !== ask.grain || part < 0) return null;
    if (calibreIn({ code, period, explorer }) === calibre) return ownPart(plan, { part, sums: sumsAt(plan, place.ordinal), row });
    const under = underCalibre(planFor(explorer, code), calibre);
    const sums = sumsAt(under, place.ordinal);
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
