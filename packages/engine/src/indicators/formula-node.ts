// A formula as it was understood: names, exact numbers, arithmetic, comparison, min, max, sum, mean, abs and a choice. Nothing else exists.
import type { Bilingual, Decimal } from '../kernel/index.ts';

export const callees = ['min', 'max', 'sum', 'mean', 'abs'] as const;
export type Callee = (typeof callees)[number];
export type Arithmetic = '+' | '-' | '*' | '/';
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** Characters `from` up to, not including, `to` of the text as it was typed. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type FormulaNode = Span &
  (
    | { readonly kind: 'number'; readonly value: Decimal }
    /** `30 万元/亩` in backticks: a number that brings its unit. */
    | { readonly kind: 'quantity'; readonly value: Decimal; readonly unit: string }
    | { readonly kind: 'name'; readonly name: string }
    | {
        readonly kind: 'arithmetic';
        readonly operator: Arithmetic;
        readonly sign: Span;
        readonly left: FormulaNode;
        readonly right: FormulaNode;
      }
    | {
        readonly kind: 'comparison';
        readonly operator: Comparison;
        readonly sign: Span;
        readonly left: FormulaNode;
        readonly right: FormulaNode;
      }
    | { readonly kind: 'logic'; readonly operator: '&&' | '||'; readonly left: FormulaNode; readonly right: FormulaNode }
    | { readonly kind: 'negative'; readonly of: FormulaNode }
    | { readonly kind: 'not'; readonly of: FormulaNode }
    | { readonly kind: 'choice'; readonly test: FormulaNode; readonly yes: FormulaNode; readonly no: FormulaNode }
    | { readonly kind: 'call'; readonly callee: Callee; readonly args: readonly FormulaNode[] }
  );

/** What is wrong, and where; null places where the whole is meant. */
export interface FormulaProblem {
  readonly from: number | null;
  readonly to: number | null;
  readonly message: Bilingual;
}

export type ParsedFormula =
  | { readonly ok: true; readonly node: FormulaNode }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

export function problemAt(place: Span | null, zh: string, en: string): FormulaProblem {
  return { from: place?.from ?? null, to: place?.to ?? null, message: { zh, en } };
}
