// A formula for reading: which indicators stand where in it, and the whole written out down to filed indicators by their Chinese names.
import type { Bilingual } from '../kernel/index.ts';
import { compile } from './compile.ts';
import { parseFormula } from './formula.ts';
import type { FormulaNode } from './formula-node.ts';
import { printFormula } from './formula-print.ts';
import type { Indicator } from './indicator.ts';
import type { Library } from './library.ts';

export interface FormulaPart {
  readonly from: number;
  readonly to: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: string;
}

/** Names that the library knows, in reading order; empty for text that is no formula. */
export function formulaParts(text: string, library: Library): readonly FormulaPart[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) return [];
  return namesIn(parsed.node).flatMap(({ name, from, to }) => {
    const indicator = library.named(name);
    return indicator ? [{ from, to, code: indicator.code, name: indicator.name, unit: indicator.unit }] : [];
  });
}

/** Codes a formula or a rule names, each once; for "where used". */
export function codesIn(text: string, library: Library): readonly string[] {
  return [...new Set(formulaParts(text, library).map(({ code }) => code))];
}

const longestWritten = 4000;

/** Null for a filed indicator, for one that cannot be computed, and for one that would fill pages. */
export function writtenOut(code: string, library: Library): string | null {
  const indicator = library.get(code);
  if (!indicator?.formula || !compile(code, library).ok) return null;
  const budget = { left: longestWritten };
  const text = spelled(indicator, library, budget);
  return budget.left > 0 ? text : null;
}

/** Each name takes from the budget, so that a formula that doubles at each level ends. */
function spelled(indicator: Indicator, library: Library, budget: { left: number }): string {
  const parsed = indicator.formula === null ? null : parseFormula(indicator.formula);
  if (!parsed?.ok) return indicator.name.zh;
  return printFormula(parsed.node, (name) => replacement(name, library, budget));
}

function replacement(name: string, library: Library, budget: { left: number }): FormulaNode | string | null {
  const inner = library.named(name);
  budget.left -= inner?.name.zh.length ?? name.length;
  if (!inner || budget.left <= 0) return null;
  if (inner.formula === null) return inner.name.zh;
  const parsed = parseFormula(inner.formula);
  return parsed.ok ? parsed.node : inner.name.zh;
}

/** Where names stand, in reading order; known or not. */
export function namesIn(node: FormulaNode): readonly (FormulaNode & { readonly kind: 'name' })[] {
  switch (node.kind) {
    case 'name':
      return [node];
    case 'number':
    case 'quantity':
      return [];
    case 'negative':
    case 'not':
      return namesIn(node.of);
    case 'choice':
      return [node.test, node.yes, node.no].flatMap(namesIn);
    case 'call':
      return node.args.flatMap(namesIn);
    default:
      return [node.left, node.right].flatMap(namesIn);
  }
}
