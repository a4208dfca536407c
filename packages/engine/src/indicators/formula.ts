// Reads a formula (ADR 22): JavaScript expression syntax by acorn, then an allow-list of nodes; everything else is refused with its place.
// Length and depth are limited, so that no text can hang or overflow it; nothing is ever run as JavaScript.
import * as acorn from 'acorn';
import { Decimal } from '../kernel/index.ts';
import {
  type Arithmetic,
  type Callee,
  type Comparison,
  callees,
  type FormulaNode,
  type FormulaProblem,
  type ParsedFormula,
  problemAt,
  type Span,
} from './formula-node.ts';
import { type PlainFormula, plainFormula } from './formula-text.ts';
import { isUnit } from './measure.ts';

export const longestFormula = 2000;
/** Of the whole tree, so that whatever walks it by calling itself has room. */
const deepest = 60;
const mostArguments = 60;

/** Never throws: text that is no formula comes back with problems. */
export function parseFormula(typed: string): ParsedFormula {
  if (typed.length > longestFormula) {
    return refused([problemAt(null, `公式不得超过 ${longestFormula} 个字符`, `A formula has at most ${longestFormula} characters`)]);
  }
  const plain = plainFormula(typed);
  const nested = tooNested(plain);
  if (nested) return refused([nested]);
  const read = expressionOf(plain);
  if ('message' in read) return refused([read]);
  const walk: Walk = { plain, problems: [] };
  const node = nodeOf(walk, read, 0);
  return node && walk.problems.length === 0 ? { ok: true, node } : refused(walk.problems);
}

interface Walk {
  readonly plain: PlainFormula;
  readonly problems: FormulaProblem[];
}

type Read = acorn.Expression | acorn.PrivateIdentifier | acorn.Super | acorn.SpreadElement;

function refused(problems: readonly FormulaProblem[]): ParsedFormula {
  return { ok: false, problems };
}

/** Counted before acorn reads it, because acorn calls itself for each bracket. */
function tooNested({ text, place }: PlainFormula): FormulaProblem | null {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ('([{'.includes(text.charAt(index))) depth += 1;
    if (')]}'.includes(text.charAt(index))) depth -= 1;
    if (depth > deepest) return tooDeep(place(index, index + 1));
  }
  return null;
}

function tooDeep(place: Span): FormulaProblem {
  return problemAt(place, '公式嵌套过深', 'The formula is nested too deep');
}

function expressionOf({ text, place }: PlainFormula): acorn.Expression | FormulaProblem {
  if (text.trim() === '') return problemAt(null, '公式为空', 'The formula is empty');
  const comments: acorn.Comment[] = [];
  try {
    const read = acorn.parseExpressionAt(text, 0, { ecmaVersion: 2022, preserveParens: true, onComment: comments });
    const [comment] = comments;
    if (comment) return problemAt(place(comment.start, comment.end), '公式中不能有注释', 'A formula holds no comments');
    const rest = text.slice(read.end);
    const start = read.end + (rest.length - rest.trimStart().length);
    return rest.trim() === '' ? read : problemAt(place(start, text.length), '此处多余', 'This is one part too many');
  } catch (fault) {
    // acorn answers with a SyntaxError that knows its place; a RangeError would be a stack too deep.
    if (!(fault instanceof SyntaxError || fault instanceof RangeError)) throw fault;
    const at = 'pos' in fault && typeof fault.pos === 'number' ? fault.pos : null;
    if (at === null || at >= text.trimEnd().length) return problemAt(endOf(text, place), '公式不完整', 'The formula is not complete');
    const odd = text.charAt(at);
    return problemAt(place(at, at + 1), `此处不合公式写法：${odd}`, `No formula is written like this: ${odd}`);
  }
}

function endOf(text: string, place: PlainFormula['place']): Span {
  return place(Math.max(0, text.trimEnd().length - 1), text.trimEnd().length);
}

/** Null with a problem noted. */
function nodeOf(walk: Walk, read: Read, depth: number): FormulaNode | null {
  const span = walk.plain.place(read.start, read.end);
  if (depth > deepest) return noted(walk, tooDeep(span));
  switch (read.type) {
    case 'ParenthesizedExpression':
      return nodeOf(walk, read.expression, depth);
    case 'Identifier':
      return { kind: 'name', name: read.name, ...span };
    case 'Literal':
      return literalOf(walk, read, span);
    case 'TemplateLiteral':
      return quotedOf(walk, read, span);
    case 'UnaryExpression':
      return unaryOf(walk, read, depth);
    case 'BinaryExpression':
      return binaryOf(walk, read, depth);
    case 'LogicalExpression':
      return logicOf(walk, read, depth);
    case 'ConditionalExpression':
      return choiceOf(walk, read, depth);
    case 'CallExpression':
      return callOf(walk, read, depth);
    case 'AssignmentExpression':
      return noted(walk, problemAt(span, '比较相等要写 ==', 'Equality is written =='));
    default:
      return notAllowed(walk, span);
  }
}

function noted(walk: Walk, problem: FormulaProblem): null {
  walk.problems.push(problem);
  return null;
}

function notAllowed(walk: Walk, span: Span): null {
  const allowed = '+ - * / ( ) < <= > >= == != && || ! ?: min max sum mean abs';
  return noted(walk, problemAt(span, `公式只能用指标、数字和 ${allowed}`, `A formula has only indicators, numbers and ${allowed}`));
}

/** The digits as written: 0.1 is one tenth, never its nearest binary fraction. */
function literalOf(walk: Walk, { raw = '' }: acorn.Literal, span: Span): FormulaNode | null {
  const value = exact(raw);
  if (value) return { kind: 'number', value, ...span };
  if (!/^\d/u.test(raw)) return notAllowed(walk, span);
  const zh = `数字要写成普通小数，整数部分至多 15 位、小数至多 12 位：${raw}`;
  return noted(walk, problemAt(span, zh, `A number is a plain decimal of at most 15 and 12 digits: ${raw}`));
}

function exact(raw: string): Decimal | null {
  return /^(?:(?:0|[1-9]\d{0,14})(?:\.\d{0,12})?|\.\d{1,12})$/u.test(raw) ? new Decimal(raw) : null;
}

/** A name that is no identifier (R&D经费), or a number with its unit (30 万元/亩). */
function quotedOf(walk: Walk, read: acorn.TemplateLiteral, span: Span): FormulaNode | null {
  const text = read.quasis[0]?.value.cooked?.trim() ?? '';
  if (read.expressions.length > 0) return notAllowed(walk, span);
  if (text === '') return noted(walk, problemAt(span, '引号中没有名称', 'There is no name between the quotes'));
  const match = /^(\d+(?:\.\d+)?)\s*(\D.*)$/u.exec(text);
  const value = match?.[1] === undefined ? null : exact(match[1]);
  const unit = match?.[2];
  return value && unit !== undefined && isUnit(unit) ? { kind: 'quantity', value, unit, ...span } : { kind: 'name', name: text, ...span };
}

function unaryOf(walk: Walk, read: acorn.UnaryExpression, depth: number): FormulaNode | null {
  const span = walk.plain.place(read.start, read.end);
  if (!['-', '+', '!'].includes(read.operator)) return notAllowed(walk, span);
  const of = nodeOf(walk, read.argument, depth + 1);
  if (!of || read.operator === '+') return of;
  return { kind: read.operator === '-' ? 'negative' : 'not', of, ...span };
}

const arithmetic: ReadonlyMap<string, Arithmetic> = new Map((['+', '-', '*', '/'] as const).map((sign) => [sign, sign]));
const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ...(['<', '<=', '>', '>=', '==', '!='] as const).map((sign): [string, Comparison] => [sign, sign]),
  ['===', '=='],
  ['!==', '!='],
]);

/** A long sum leans to the left: its signs are gathered first, the outermost at `depth`, so that acorn's tree is not walked by recursion. */
function binaryOf(walk: Walk, read: acorn.BinaryExpression, depth: number): FormulaNode | null {
  const chain: acorn.BinaryExpression[] = [];
  let first: Read = read;
  while (first.type === 'BinaryExpression') {
    chain.push(first);
    first = first.left;
  }
  let left = nodeOf(walk, first, depth + chain.length);
  for (const [step, each] of [...chain.entries()].reverse()) {
    const right = nodeOf(walk, each.right, depth + step + 1);
    left = pairOf(walk, each, [left, right]);
  }
  return left;
}

function pairOf(
  walk: Walk,
  read: acorn.BinaryExpression,
  [left, right]: readonly [FormulaNode | null, FormulaNode | null],
): FormulaNode | null {
  const at = walk.plain.text.indexOf(read.operator, read.left.end);
  const sign = walk.plain.place(at, at + read.operator.length);
  const span = walk.plain.place(read.start, read.end);
  const plus = arithmetic.get(read.operator);
  const compares = comparisons.get(read.operator);
  if (!plus && !compares) return notAllowed(walk, sign);
  if (!left || !right) return null;
  if (plus) return { kind: 'arithmetic', operator: plus, sign, left, right, ...span };
  return compares ? { kind: 'comparison', operator: compares, sign, left, right, ...span } : null;
}

function logicOf(walk: Walk, read: acorn.LogicalExpression, depth: number): FormulaNode | null {
  const span = walk.plain.place(read.start, read.end);
  if (read.operator === '??') return notAllowed(walk, span);
  const left = nodeOf(walk, read.left, depth + 1);
  const right = nodeOf(walk, read.right, depth + 1);
  return left && right && { kind: 'logic', operator: read.operator, left, right, ...span };
}

function choiceOf(walk: Walk, read: acorn.ConditionalExpression, depth: number): FormulaNode | null {
  const test = nodeOf(walk, read.test, depth + 1);
  const yes = nodeOf(walk, read.consequent, depth + 1);
  const no = nodeOf(walk, read.alternate, depth + 1);
  return test && yes && no && { kind: 'choice', test, yes, no, ...walk.plain.place(read.start, read.end) };
}

function callOf(walk: Walk, read: acorn.CallExpression, depth: number): FormulaNode | null {
  const span = walk.plain.place(read.start, read.end);
  const callee = read.callee.type === 'Identifier' ? calleeNamed(read.callee.name) : undefined;
  const count = read.arguments.length;
  if (!callee || read.optional) return notAllowed(walk, walk.plain.place(read.callee.start, read.callee.end));
  if (count === 0 || count > mostArguments || (callee === 'abs' && count !== 1)) {
    return noted(walk, problemAt(span, `${callee} 的项数不对`, `${callee} has the wrong number of items`));
  }
  const args = read.arguments.map((argument) => nodeOf(walk, argument, depth + 1)).filter((node) => node !== null);
  return args.length === count ? { kind: 'call', callee, args, ...span } : null;
}

function calleeNamed(name: string): Callee | undefined {
  return callees.find((callee) => callee === name);
}
