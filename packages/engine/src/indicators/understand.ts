// Gives each part of a formula its unit, and refuses what does not fit, at the sign between the two (万元 + 亩).
// A bare number added to or compared with a figure takes its unit: `税收 / 用地 >= 30` means 30 of that unit. Beside a figure in % or ‰
// a bare number up to 1 is refused, for nobody can tell 0.45 from 45 %; in backticks (`0.45 %`) it says itself.
import { Decimal } from '../kernel/index.ts';
import { type FormulaNode, type FormulaProblem, problemAt, type Span } from './formula-node.ts';
import {
  both,
  chosen,
  compared,
  constantRun,
  converted,
  divided,
  gathered,
  mapped,
  opposite,
  paired,
  type Run,
  type Test,
} from './frame.ts';
import {
  bareMeasure,
  conversion,
  dividedBy,
  isScaledShare,
  type Measure,
  multiplied,
  parseUnit,
  sameDimension,
  unitName,
} from './measure.ts';

export type Understood =
  /** Made of numbers alone; `constant` where it does not hang on a condition. */
  | { readonly type: 'bare'; readonly run: Run; readonly constant: Decimal | null }
  | { readonly type: 'quantity'; readonly measure: Measure; readonly run: Run }
  | { readonly type: 'condition'; readonly test: Test };
export type Amount = Exclude<Understood, { type: 'condition' }>;

export interface Understanding {
  /** What a name stands for; null with a problem noted. */
  readonly named: (node: FormulaNode & { kind: 'name' }) => Amount | null;
  readonly problems: FormulaProblem[];
}

interface Part {
  readonly node: FormulaNode;
  readonly amount: Amount;
}

type Of<K extends FormulaNode['kind']> = FormulaNode & { readonly kind: K };

/** Null with at least one problem noted; both sides are always looked at, so that every problem is found at once. */
export function understood(scope: Understanding, node: FormulaNode): Understood | null {
  switch (node.kind) {
    case 'number':
      return { type: 'bare', run: constantRun(node.value), constant: node.value };
    case 'quantity':
      return quantity(scope, node);
    case 'name':
      return scope.named(node);
    case 'arithmetic':
      return arithmetic(scope, node);
    case 'comparison':
      return comparison(scope, node);
    case 'negative':
      return negative(scope, node);
    case 'call':
      return call(scope, node);
    case 'choice':
      return choice(scope, node);
    default:
      return logical(scope, node);
  }
}

function noted(scope: Understanding, problem: FormulaProblem): null {
  scope.problems.push(problem);
  return null;
}

function quantity(scope: Understanding, node: Of<'quantity'>): Amount | null {
  const unit = parseUnit(node.unit);
  if (!unit.ok) return noted(scope, { ...node, message: unit.message });
  return { type: 'quantity', measure: unit.measure, run: constantRun(node.value) };
}

function amountOf(scope: Understanding, node: FormulaNode): Amount | null {
  const part = understood(scope, node);
  if (part?.type !== 'condition') return part;
  return noted(scope, problemAt(node, '此处要的是数，不是条件', 'A number is wanted here, not a condition'));
}

function testOf(scope: Understanding, node: FormulaNode): Test | null {
  const part = understood(scope, node);
  if (!part || part.type === 'condition') return part?.test ?? null;
  return noted(scope, problemAt(node, '此处要的是条件，如 a >= 30', 'A condition is wanted here, such as a >= 30'));
}

function arithmetic(scope: Understanding, node: Of<'arithmetic'>): Amount | null {
  const left = amountOf(scope, node.left);
  const right = amountOf(scope, node.right);
  if (!left || !right) return null;
  if (node.operator === '*' || node.operator === '/') return scaledBy(scope, node, [left, right]);
  const parts = [
    { node: node.left, amount: left },
    { node: node.right, amount: right },
  ];
  const add = node.operator === '+' ? (a: Decimal, b: Decimal) => a.plus(b) : (a: Decimal, b: Decimal) => a.minus(b);
  return aligned(scope, { parts, at: node.sign }, ([a = none, b = none]) => paired(a, b, add));
}

const none: Run = constantRun(new Decimal(0));

function scaledBy(scope: Understanding, node: Of<'arithmetic'>, [left, right]: readonly [Amount, Amount]): Amount | null {
  const divides = node.operator === '/';
  if (divides && right.type === 'bare' && right.constant?.isZero()) {
    return noted(scope, problemAt(node.right, '不能除以零', 'Nothing can be divided by zero'));
  }
  if (divides && right.type === 'bare' && right.constant?.equals(100) && hasPercent(left)) {
    return noted(
      scope,
      problemAt(node.right, '单位 % 已含换算，不要再除以 100', 'The unit % does this itself: leave the division by 100 out'),
    );
  }
  const run = divides ? divided(left.run, right.run) : paired(left.run, right.run, (a, b) => a.times(b));
  if (left.type === 'bare' && right.type === 'bare') return bare(run, [left, right]);
  const measure = (divides ? dividedBy : multiplied)(measureOf(left), measureOf(right));
  if (measure) return { type: 'quantity', measure, run };
  return noted(scope, problemAt(node.sign, '计量单位的次方过高', 'The unit is raised too high'));
}

function hasPercent(amount: Amount): boolean {
  return amount.type === 'quantity' && amount.measure.words.some(([word, power]) => (word === '%' || word === '百分点') && power > 0);
}

function measureOf(amount: Amount): Measure {
  return amount.type === 'bare' ? bareMeasure : amount.measure;
}

/** Numbers alone are worked out once, here. */
function bare(run: Run, from: readonly Amount[]): Amount {
  const fixed = from.every((amount) => amount.type === 'bare' && amount.constant !== null);
  const value = fixed ? run({ figureOf: () => null, known: new Map() }) : null;
  return value instanceof Decimal ? { type: 'bare', run: constantRun(value), constant: value } : { type: 'bare', run, constant: null };
}

interface Together {
  readonly parts: readonly Part[];
  /** The sign between the two, where there is one. */
  readonly at: Span | null;
}

/** All parts in the unit of the first that has one; refused where they measure different things. */
function aligned(scope: Understanding, together: Together, join: (runs: readonly Run[]) => Run): Amount | null {
  const runs = inOneUnit(scope, together);
  if (!runs) return null;
  const run = join(runs);
  const lead = leadOf(together);
  return lead
    ? { type: 'quantity', measure: lead, run }
    : bare(
        run,
        together.parts.map(({ amount }) => amount),
      );
}

function leadOf({ parts }: Together): Measure | null {
  const first = parts.find(({ amount }) => amount.type === 'quantity')?.amount;
  return first?.type === 'quantity' ? first.measure : null;
}

function inOneUnit(scope: Understanding, together: Together): readonly Run[] | null {
  const lead = leadOf(together);
  const before = scope.problems.length;
  const runs = together.parts.map(({ node, amount }) => {
    if (!lead) return amount.run;
    if (amount.type === 'bare') {
      if (unclear(amount.constant, lead)) scope.problems.push(unclearAt(node, amount.constant, lead));
      return amount.run;
    }
    if (sameDimension(lead, amount.measure)) return converted(amount.run, conversion(amount.measure, lead));
    const [one, other] = [unitName(lead), unitName(amount.measure)];
    scope.problems.push(
      problemAt(
        together.at ?? node,
        `计量单位不同，不能相加减或比较：${one} 与 ${other}`,
        `Units that cannot be added or compared: ${one} and ${other}`,
      ),
    );
    return amount.run;
  });
  return scope.problems.length === before ? runs : null;
}

function unclear(constant: Decimal | null, lead: Measure): constant is Decimal {
  return constant !== null && isScaledShare(lead) && !constant.isZero() && constant.abs().lessThanOrEqualTo(1);
}

function unclearAt(node: FormulaNode, constant: Decimal, lead: Measure): FormulaProblem {
  const [unit, number, percent] = [unitName(lead), constant.toFixed(), constant.times(100).toFixed()];
  return problemAt(
    node,
    `该项以 ${unit} 计，${number} 意思不清：若指 ${percent}% 请写 ${percent}，若确指 ${number} ${unit} 请写 \`${number} ${unit}\`（带反引号）`,
    `This is in ${unit}, and ${number} may mean two things: write ${percent} for ${percent} %, or \`${number} ${unit}\` in backticks`,
  );
}

function comparison(scope: Understanding, node: Of<'comparison'>): Understood | null {
  const left = amountOf(scope, node.left);
  const right = amountOf(scope, node.right);
  if (!left || !right) return null;
  const parts = [
    { node: node.left, amount: left },
    { node: node.right, amount: right },
  ];
  const runs = inOneUnit(scope, { parts, at: node.sign });
  const [a, b] = runs ?? [];
  return a && b ? { type: 'condition', test: compared(a, b, node.operator) } : null;
}

function negative(scope: Understanding, node: Of<'negative'>): Amount | null {
  const amount = amountOf(scope, node.of);
  if (!amount) return null;
  const run = mapped(amount.run, (value) => value.neg());
  return amount.type === 'bare' ? bare(run, [amount]) : { ...amount, run };
}

const joins = {
  min: (values: readonly Decimal[]) => Decimal.min(...values),
  max: (values: readonly Decimal[]) => Decimal.max(...values),
  sum: (values: readonly Decimal[]) => total(values),
  mean: (values: readonly Decimal[]) => total(values).div(values.length),
  abs: (values: readonly Decimal[]) => total(values).abs(),
} as const;

function total(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}

function call(scope: Understanding, node: Of<'call'>): Amount | null {
  const amounts = node.args.map((arg) => ({ node: arg, amount: amountOf(scope, arg) }));
  const parts = amounts.flatMap(({ node: arg, amount }) => (amount ? [{ node: arg, amount }] : []));
  if (parts.length < amounts.length) return null;
  return aligned(scope, { parts, at: null }, (runs) => gathered(runs, joins[node.callee]));
}

function choice(scope: Understanding, node: Of<'choice'>): Amount | null {
  const test = testOf(scope, node.test);
  const yes = amountOf(scope, node.yes);
  const no = amountOf(scope, node.no);
  if (!test || !yes || !no) return null;
  const parts = [
    { node: node.yes, amount: yes },
    { node: node.no, amount: no },
  ];
  const runs = inOneUnit(scope, { parts, at: null });
  if (!runs) return null;
  const run = chosen(test, runs[0] ?? none, runs[1] ?? none);
  const lead = leadOf({ parts, at: null });
  return lead ? { type: 'quantity', measure: lead, run } : { type: 'bare', run, constant: null };
}

function logical(scope: Understanding, node: Of<'logic'> | Of<'not'>): Understood | null {
  if (node.kind === 'not') {
    const test = testOf(scope, node.of);
    return test && { type: 'condition', test: opposite(test) };
  }
  const left = testOf(scope, node.left);
  const right = testOf(scope, node.right);
  return left && right && { type: 'condition', test: both(left, right, node.operator === '||') };
}
