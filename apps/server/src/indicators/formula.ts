// A formula for people: each name with the indicator it stands for, and the whole written out in Chinese names down to what is filed.
import type { DefinitionProblem, FormulaPart } from '@zhenghe/contract/indicators';
import {
  compileExpression,
  type FormulaNode,
  type Indicator,
  type Library,
  parseFormula,
  printFormula,
  withIndicator,
} from '@zhenghe/engine/indicators';
import type { z } from 'zod';

type NameNode = Extract<FormulaNode, { readonly kind: 'name' }>;
type Part = z.infer<typeof FormulaPart>;

/** In the order they stand, once for each time. */
export function namesIn(node: FormulaNode): readonly NameNode[] {
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

/** As they were written; none for text that is no formula. */
export function namesOf(formula: string): readonly string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? namesIn(parsed.node).map(({ name }) => name) : [];
}

export function partsOf(formula: string, library: Library): Part[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [];
  return namesIn(parsed.node).flatMap(({ from, to, name }) => {
    const found = library.named(name);
    return found ? [{ from, to, code: found.code, name: { ...found.name }, unit: found.unit }] : [];
  });
}

/** So that formulas which rest on each other many times over do not grow without end. */
const mostNames = 300;

/** Null for a filed one. Names that are past the bound stand as they are called. */
export function writtenOut({ formula }: Pick<Indicator, 'formula'>, library: Library): string | null {
  const parsed = formula === null ? null : parseFormula(formula);
  if (!parsed?.ok) return formula;
  let names = 0;
  return printFormula(parsed.node, (name) => {
    names += 1;
    const found = library.named(name);
    const inner = found?.formula && names < mostNames ? parseFormula(found.formula) : null;
    return inner?.ok ? inner.node : (found?.name.zh ?? name);
  });
}

export interface TypedFormula {
  /** Of the indicator it is for; null while it has none. */
  readonly code: string | null;
  readonly formula: string;
  /** The unit it should come to; null leaves it to the formula. */
  readonly unit: string | null;
}

interface TypedAnswer {
  readonly problems: DefinitionProblem[];
  readonly parts: Part[];
  readonly unit: string | null;
}

/** As it is typed: what it rests on and the unit it comes to, or where it is wrong. */
export function typedFormula(library: Library, { code, formula, unit }: TypedFormula): TypedAnswer {
  const own = code === null ? undefined : library.get(code);
  const within = own ? withIndicator(library, { ...own, formula }) : library;
  const compiled = compileExpression(formula, within, { unit, code });
  return {
    problems: compiled.ok ? [] : compiled.problems.map((problem) => ({ field: 'formula', ...problem })),
    parts: partsOf(formula, library),
    unit: compiled.ok ? compiled.unit : null,
  };
}
