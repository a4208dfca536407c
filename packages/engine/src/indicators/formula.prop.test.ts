import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, isMissing } from '../kernel/index.ts';
import { compileExpression, compileRule } from './compile.ts';
import { parseFormula } from './formula.ts';
import type { Arithmetic, Comparison, FormulaNode } from './formula-node.ts';
import { printFormula } from './formula-print.ts';
import { libraryOf } from './library.ts';
import { anIndicator, figures } from './testing.ts';

const place = { from: 0, to: 0 };
const names = fc.constantFrom('a', 'b', '税收', 'R&D经费', 'min', 'class', 'a`b', '规上 产值', '\\');
const leaf: fc.Arbitrary<FormulaNode> = fc.oneof(
  fc.integer({ min: 0, max: 99999 }).map((whole): FormulaNode => ({ kind: 'number', value: new Decimal(whole).div(100), ...place })),
  names.map((name): FormulaNode => ({ kind: 'name', name, ...place })),
  fc.constantFrom('%', '万元/亩').map((unit): FormulaNode => ({ kind: 'quantity', value: new Decimal('0.5'), unit, ...place })),
);
const signs = fc.constantFrom<Arithmetic | Comparison | '&&' | '||'>('+', '-', '*', '/', '<', '<=', '>', '>=', '==', '!=', '&&', '||');
const trees = fc.letrec<{ tree: FormulaNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'formula' },
    leaf,
    fc.tuple(signs, tie('tree'), tie('tree')).map(([sign, left, right]) => pair(sign, left, right)),
    fc.tuple(fc.constantFrom('negative' as const, 'not' as const), tie('tree')).map(([kind, of]): FormulaNode => ({ kind, of, ...place })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([test, yes, no]): FormulaNode => ({ kind: 'choice', test, yes, no, ...place })),
    fc
      .tuple(fc.constantFrom('min' as const, 'sum' as const, 'mean' as const), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
      .map(([callee, args]): FormulaNode => ({ kind: 'call', callee, args, ...place })),
  ),
})).tree;

function pair(sign: Arithmetic | Comparison | '&&' | '||', left: FormulaNode, right: FormulaNode): FormulaNode {
  if (sign === '&&' || sign === '||') return { kind: 'logic', operator: sign, left, right, ...place };
  if (sign === '+' || sign === '-' || sign === '*' || sign === '/')
    return { kind: 'arithmetic', operator: sign, sign: place, left, right, ...place };
  return { kind: 'comparison', operator: sign, sign: place, left, right, ...place };
}

/** Without places, for comparing trees. */
const shape = (node: FormulaNode) =>
  JSON.stringify(node, (key, value: unknown) => (['from', 'to', 'sign'].includes(key) ? undefined : value));

describe('any formula', () => {
  it('says the same after it is printed and read again', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const text = printFormula(tree);
        fc.pre(text.length < 2000);
        const parsed = parseFormula(text);
        expect(parsed.ok ? shape(parsed.node) : parsed.problems, text).toBe(shape(tree));
      }),
      { numRuns: 200 },
    );
  });

  it('never throws, and every problem lies within the text', () => {
    const library = libraryOf([anIndicator('a'), anIndicator('b', { unit: '亩' })]);
    const pieces = fc.constantFrom(
      'a',
      'b',
      '(',
      ')',
      '+',
      '-',
      '/',
      '1',
      '0',
      '.',
      '`',
      '“',
      '?',
      ':',
      ',',
      'min(',
      '≥',
      '&&',
      '!',
      '=',
      '{',
      '$',
      '税',
      '\\',
      '//',
      '/*',
      'é',
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const read of [compileExpression(text, library), compileRule(text, library)]) {
          if (read.ok) continue;
          expect(read.problems.length).toBeGreaterThan(0);
          for (const { from, to } of read.problems) {
            expect(from === null || (to !== null && from >= 0 && from <= to && to <= text.length), text).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

const values: Readonly<Record<string, string>> = { a: '12.5', b: '-3', c: '0' };
const numbers = fc.letrec<{ tree: FormulaNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'number' },
    fc.constantFrom('a', 'b', 'c').map((name): FormulaNode => ({ kind: 'name', name, ...place })),
    fc.integer({ min: 1, max: 999 }).map((whole): FormulaNode => ({ kind: 'number', value: new Decimal(whole), ...place })),
    fc
      .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const), tie('tree'), tie('tree'))
      .map(([sign, left, right]) => pair(sign, left, right)),
    tie('tree').map((of): FormulaNode => ({ kind: 'negative', of, ...place })),
    fc
      .tuple(
        fc.constantFrom('min' as const, 'max' as const, 'sum' as const, 'mean' as const),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      )
      .map(([callee, args]): FormulaNode => ({ kind: 'call', callee, args, ...place })),
  ),
})).tree;

/** Worked out the plain way; null for a division by zero. */
function naive(node: FormulaNode): Decimal | null {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'name') return new Decimal(values[node.name] ?? 0);
  if (node.kind === 'negative') return naive(node.of)?.neg() ?? null;
  if (node.kind === 'call') return naiveCall(node.callee, node.args.map(naive));
  if (node.kind !== 'arithmetic') return null;
  const [left, right] = [naive(node.left), naive(node.right)];
  if (!left || !right || (node.operator === '/' && right.isZero())) return null;
  const results = { '+': left.plus(right), '-': left.minus(right), '*': left.times(right) };
  return node.operator === '/' ? left.div(right) : results[node.operator];
}

function naiveCall(callee: string, args: readonly (Decimal | null)[]): Decimal | null {
  const known = args.filter((arg) => arg !== null);
  if (known.length < args.length) return null;
  const total = known.reduce((sum, value) => sum.plus(value), new Decimal(0));
  const sorted = [...known].sort((one, other) => one.comparedTo(other));
  if (callee === 'min') return sorted[0] ?? null;
  if (callee === 'max') return sorted.at(-1) ?? null;
  return callee === 'sum' ? total : total.div(args.length);
}

describe('evaluation', () => {
  it('agrees with arithmetic done by hand on figures without units', () => {
    const library = libraryOf(['a', 'b', 'c'].map((code) => anIndicator(code, { unit: '倍' })));
    fc.assert(
      fc.property(numbers, (tree) => {
        const compiled = compileExpression(printFormula(tree), library);
        fc.pre(compiled.ok);
        const expected = naive(tree);
        const found = compiled.ok ? compiled.evaluate(figures(values)) : null;
        if (expected === null || expected.abs().greaterThanOrEqualTo('1e15')) expect(found).toEqual({ missing: 'not-applicable' });
        else expect(found !== null && !isMissing(found) && found.equals(expected)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
