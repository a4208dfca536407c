// What stands on the board: a plan with its cost, how far it is proven, and the rules it breaks. From the server's run or from this browser.
import type { Costed, CurvePoint, Plan, RuleUse } from '@zhenghe/engine/planner';
import type { SolveResult } from '../shapes.ts';

/**
 * optimal: no plan costs less. bounded: no plan costs less than lowerBound. open: made without the provincial rows (staff, platforms,
 * budget), so the server has to prove it anew.
 */
export type Standing = 'optimal' | 'bounded' | 'open';

export interface Proposal extends Plan, Costed {
  readonly standing: Standing;
  readonly lowerBound: number;
  /** Share of the cost; 0 when proven. */
  readonly gap: number;
  readonly curve: readonly CurvePoint[];
  readonly breaks: readonly RuleUse[];
}

export type Terms = Proposal['terms'];

export interface TermRow {
  readonly code: Terms[number]['code'];
  readonly natural: number | null;
  readonly cost: number;
  /** Against the baseline; null where there is none. */
  readonly change: number | null;
}

export function termRows(terms: Terms, before: Terms | null): readonly TermRow[] {
  return terms.map((term) => {
    const was = before?.find(({ code }) => code === term.code);
    return { ...term, change: was ? tidy(term.cost - was.cost) : null };
  });
}

/** Differences of sums of doubles below what they may err are none. */
export function tidy(difference: number): number {
  return Math.abs(difference) < 1e-6 ? 0 : difference;
}

/** What the server answered, as it stands on the board; null where there is no plan. */
export function fromServer({ result: { answer } }: { readonly result: SolveResult }): Proposal | null {
  if (answer.status === 'infeasible') return null;
  return { ...answer, standing: answer.status, breaks: [] };
}
