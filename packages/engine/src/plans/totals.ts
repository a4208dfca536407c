// The totals of a plan's annex: before, after, growth, and every declared sum beside its recomputed value (S1-附件1).
import { areaText, type Cell, Decimal, type DecimalText, isMissing, notGiven, percentText } from '../kernel/index.ts';
import type { DeclaredSum, Plan } from './plan.ts';
import { type AreaColumn, figureOf, type PlanView, viewOf } from './view.ts';

export interface SumTotal {
  readonly code: string;
  readonly label: string;
  readonly column: AreaColumn;
  readonly computed: Cell<DecimalText>;
  readonly declared: Cell<DecimalText>;
}

/** km² as decimal text; growthPercent with one decimal, missing where there was nothing before. */
export interface PlanTotals {
  readonly before: Cell<DecimalText>;
  readonly after: Cell<DecimalText>;
  readonly growth: Cell<DecimalText>;
  readonly growthPercent: Cell<DecimalText>;
  readonly sums: readonly SumTotal[];
}

export function planTotals(plan: Plan): PlanTotals {
  return totalsOf(viewOf(plan));
}

export function totalsOf(view: PlanView): PlanTotals {
  const before = view.whole.areaBefore.sum;
  const after = view.whole.areaAfter.sum;
  const growth = before && after ? after.minus(before) : null;
  return {
    before: shown(before),
    after: shown(after),
    growth: shown(growth),
    growthPercent: growthShare(before, growth),
    sums: view.recomputed.map(({ sum, added }) => ({
      code: sum.code,
      label: sum.label,
      column: sum.column,
      computed: shown(added.sum),
      declared: declaredOf(sum),
    })),
  };
}

function declaredOf(sum: DeclaredSum): Cell<DecimalText> {
  const figure = figureOf(sum.value);
  if (figure) return areaText(figure);
  return isMissing(sum.value) ? sum.value : notGiven;
}

function growthShare(before: Decimal | null, growth: Decimal | null): Cell<DecimalText> {
  if (!before || !growth) return notGiven;
  return before.isZero() ? { missing: 'not-applicable' } : percentText(new Decimal(growth).dividedBy(before));
}

function shown(area: Decimal | null): Cell<DecimalText> {
  return area ? areaText(area) : notGiven;
}
