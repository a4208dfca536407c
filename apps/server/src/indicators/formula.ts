// A formula as it is typed: what it rests on and the unit it comes to, or where it is wrong.
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '@zhenghe/contract';
import { compileExpression, formulaParts, type Library, withIndicator } from '@zhenghe/engine/indicators';

type Answer = InferContractRouterOutputs<Contract>['indicators']['formula'];
type Part = Answer['parts'][number];

export interface TypedFormula {
  /** Of the indicator it is for; null while it has none. */
  readonly code: string | null;
  readonly formula: string;
  /** The unit it should come to; null leaves it to the formula. */
  readonly unit: string | null;
}

export function typedFormula(library: Library, { code, formula, unit }: TypedFormula): Answer {
  const own = code === null ? undefined : library.get(code);
  const whole = own ? withIndicator(library, { ...own, formula }) : library;
  const compiled = compileExpression(formula, whole, { unit, code });
  return {
    problems: compiled.ok ? [] : compiled.problems.map((problem) => ({ field: 'formula', ...problem })),
    parts: partsOf(formula, library),
    unit: compiled.ok ? compiled.unit : null,
  };
}

export function partsOf(formula: string | null, library: Library): Part[] {
  return formula === null ? [] : formulaParts(formula, library).map((part) => ({ ...part }));
}
