// The totals of a plan's annex: before, after, growth, and every declared sum beside its recomputed value (S1-附件1).
import { type Cell, Decimal, type DecimalText, isMissing, notGiven } from '../kernel/index.ts';
import type { DeclaredSum, Plan } from './plan.ts';
import { areaText, percentText } from './print.ts';
import { type AreaColumn, type ColumnSum, columnSum, figureOf, type PlanView, viewOf } from './view.ts';

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
  const { plan } = view;
  const before = columnSum(view, plan.blocks, 'areaBefore').sum;
  const after = columnSum(view, plan.blocks, 'areaAfter').sum;
  const growth = before && after ? after.minus(before) : null;
  return {
    before: shown(before),
    after: shown(after),
    growth: shown(growth),
    growthPercent: growthShare(before, growth),
    sums: plan.sums.map((sum) => ({
      code: sum.code,
      label: sum.label,
      column: sum.column,
      computed: shown(recomputed(view, sum).sum),
      declared: declaredOf(sum),
    })),
  };
}

/** A declared sum recomputed from its parts' blocks (no part named: all blocks); null too when a named part has no block. */
export function recomputed(view: PlanView, sum: DeclaredSum): ColumnSum {
  const parts = [...new Set(sum.parts)];
  const blocks = parts.length === 0 ? view.plan.blocks : parts.flatMap((part) => view.blocksOfPart.get(part) ?? []);
  const added = columnSum(view, blocks, sum.column);
  return parts.every((part) => view.blocksOfPart.has(part)) ? added : { ...added, sum: null };
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
