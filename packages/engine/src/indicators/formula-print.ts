// A formula written out again: the same tree, with the brackets it needs and no others. Names may be replaced on the way.
import { callees, type FormulaNode } from './formula-node.ts';

const identifier = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u;
/** Words that JavaScript keeps for itself. */
const reserved = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for function if import in
  instanceof new null return super switch this throw true try typeof var void while with yield let static implements interface package
  private protected public`.split(/\s+/u),
);

/** How a name stands in a formula: quoted where it is no identifier, or could be taken for something else. */
export function writtenName(name: string): string {
  const plain = identifier.test(name) && !reserved.has(name) && !callees.some((callee) => callee === name);
  return plain ? name : `\`${name.replace(/[\\`$]/gu, (letter) => `\\${letter}`)}\``;
}

/** `replace` may answer a whole formula for a name; null keeps the name. */
export function printFormula(node: FormulaNode, replace: (name: string) => FormulaNode | string | null = () => null): string {
  return printed(node, replace, 0);
}

type Replace = (name: string) => FormulaNode | string | null;

/** Binding, weakest first: ?: 1, || 2, && 3, == 4, < 5, + 6, * 7, unary 8, the rest 9. */
function binding(node: FormulaNode): number {
  if (node.kind === 'choice') return 1;
  if (node.kind === 'logic') return node.operator === '||' ? 2 : 3;
  if (node.kind === 'comparison') return node.operator === '==' || node.operator === '!=' ? 4 : 5;
  if (node.kind === 'arithmetic') return node.operator === '+' || node.operator === '-' ? 6 : 7;
  return node.kind === 'negative' || node.kind === 'not' ? 8 : 9;
}

/** In brackets where it binds weaker than `least`. */
function printed(node: FormulaNode, replace: Replace, least: number): string {
  if (node.kind === 'name') {
    const other = replace(node.name);
    if (other !== null && typeof other !== 'string') return printed(other, replace, least);
    return writtenName(other ?? node.name);
  }
  const own = binding(node);
  const text = body(node, own, (inner, level) => printed(inner, replace, level));
  return own < least ? `(${text})` : text;
}

function body(node: Exclude<FormulaNode, { kind: 'name' }>, own: number, part: (inner: FormulaNode, least: number) => string): string {
  switch (node.kind) {
    case 'number':
      return node.value.toFixed();
    case 'quantity':
      return `\`${node.value.toFixed()} ${node.unit.replace(/[\\`$]/gu, (letter) => `\\${letter}`)}\``;
    case 'negative':
      return `-${part(node.of, 9)}`;
    case 'not':
      return `!${part(node.of, 8)}`;
    case 'choice':
      return `${part(node.test, 2)} ? ${part(node.yes, 1)} : ${part(node.no, 1)}`;
    case 'call':
      return `${node.callee}(${node.args.map((arg) => part(arg, 1)).join(', ')})`;
    default:
      return `${part(node.left, own)} ${node.operator} ${part(node.right, own + 1)}`;
  }
}
