// A formula over the library: which filed indicators it rests on, the unit it comes to, and a function over their figures (F35).
// Refused with the place marked: an unknown or doubtful name, units that do not fit, a circle, which is told as a path.
import { type Cell, Decimal, type DecimalText } from '../kernel/index.ts';
import { parseFormula } from './formula.ts';
import { type FormulaNode, type FormulaProblem, problemAt, type Span } from './formula-node.ts';
import { bounded, converted, derivedRun, type FigureOf, filedRun, type Run, started, type Test } from './frame.ts';
import type { Indicator } from './indicator.ts';
import { type Library, withIndicator } from './library.ts';
import { conversion, isScaledShare, type Measure, parseUnit, sameDimension, unitName } from './measure.ts';
import { type Amount, type Understood, understood } from './understand.ts';

export interface Compiled {
  readonly ok: true;
  /** Codes of the filed indicators it rests on, sorted. */
  readonly filed: readonly string[];
  /** Of the answer. */
  readonly unit: string;
  /** Figures of filed indicators in their own units, in; never throws. */
  readonly evaluate: (figureOf: FigureOf) => Cell<Decimal>;
}
export interface CompiledRule {
  readonly ok: true;
  readonly filed: readonly string[];
  /** Missing where a figure is missing that would settle it. */
  readonly evaluate: (figureOf: FigureOf) => Cell<boolean>;
}
export interface NotCompiled {
  readonly ok: false;
  readonly problems: readonly FormulaProblem[];
}

/** An indicator of the library, filed or derived; what was merged stands for what it was merged into. */
export function compile(code: string, library: Library): Compiled | NotCompiled {
  const indicator = library.get(code);
  if (!indicator) return { ok: false, problems: [problemAt(null, `指标库中没有“${code}”`, `The library has no “${code}”`)] };
  const work = startedWork(library);
  const amount = indicatorAmount(work, indicator, null);
  if (!amount) return { ok: false, problems: work.problems };
  return compiledOf(work, amount.run, indicator.unit);
}

/** A formula by itself, in `unit` or, where that is null, in the unit it comes to. `path`: the code it is for, so that circles are found. */
export function compileExpression(
  text: string,
  library: Library,
  { unit = null, code = null }: { readonly unit?: string | null; readonly code?: string | null } = {},
): Compiled | NotCompiled {
  const work: Work = { ...startedWork(library), path: code === null ? [] : [code] };
  const read = readFormula(work, text);
  const measure = unit === null ? null : unitMeasure(work, unit);
  const amount = read && numberOf(work, read);
  if (amount?.type === 'bare' && work.filed.size === 0) {
    work.problems.push(problemAt(read?.node ?? null, '公式中没有指标', 'The formula names no indicator'));
  }
  const run = amount && read && measure ? inMeasure(work, { amount, measure, place: read.node }) : amount?.run;
  if (!amount || !run || work.problems.length > 0) return { ok: false, problems: work.problems };
  return compiledOf(work, run, unit ?? (amount.type === 'bare' ? '1' : unitName(amount.measure)));
}

/** A condition over indicators, as tags have (F85). */
export function compileRule(text: string, library: Library): CompiledRule | NotCompiled {
  const work = startedWork(library);
  const read = readFormula(work, text);
  if (read && read.part.type !== 'condition') {
    work.problems.push(problemAt(read.node, '规则要是一个条件，如 a >= 30', 'A rule is a condition, such as a >= 30'));
  }
  if (read && work.filed.size === 0) work.problems.push(problemAt(read.node, '规则中没有指标', 'The rule names no indicator'));
  if (read?.part.type !== 'condition' || work.problems.length > 0) return { ok: false, problems: work.problems };
  const test: Test = read.part.test;
  return { ok: true, filed: [...work.filed].sort(), evaluate: (figureOf) => test(started(figureOf)) };
}

/** Everything that stops an indicator's formula, as if it stood in the library already; none for a filed one. */
export function formulaProblems(
  indicator: Indicator,
  library: Library,
): readonly (FormulaProblem & { readonly field: 'formula' | 'unit' })[] {
  const unit = parseUnit(indicator.unit);
  if (!unit.ok) return [{ field: 'unit', from: 0, to: indicator.unit.length, message: unit.message }];
  if (indicator.formula === null) return [];
  const whole = withIndicator(library, { ...indicator, mergedInto: null });
  const compiled = compileExpression(indicator.formula, whole, { unit: indicator.unit, code: indicator.code });
  return compiled.ok ? [] : compiled.problems.map((problem) => ({ field: 'formula', ...problem }));
}

/** Half-up to twelve decimals, only here. */
export function derivedText(value: Decimal): DecimalText {
  const rounded = value.toDecimalPlaces(12, Decimal.ROUND_HALF_UP);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

interface Work {
  readonly library: Library;
  /** Derived indicators being worked out, outermost first. */
  readonly path: readonly string[];
  /** Derived ones already understood; null for one with problems. */
  readonly done: Map<string, Amount | null>;
  readonly filed: Set<string>;
  readonly problems: FormulaProblem[];
}

/** Indicators that rest on indicators: with the depth of each formula, what evaluation needs of the stack. */
const mostLevels = 12;

function startedWork(library: Library): Work {
  return { library, path: [], done: new Map(), filed: new Set(), problems: [] };
}

function compiledOf(work: Work, run: Run, unit: string): Compiled {
  return { ok: true, filed: [...work.filed].sort(), unit, evaluate: (figureOf) => bounded(run(started(figureOf))) };
}

function readFormula(work: Work, text: string): { readonly node: FormulaNode; readonly part: Understood } | null {
  const parsed = parseFormula(text);
  if (!parsed.ok) {
    work.problems.push(...parsed.problems);
    return null;
  }
  const part = understood({ problems: work.problems, named: (node) => namedAmount(work, node) }, parsed.node);
  return part && { node: parsed.node, part };
}

function numberOf(work: Work, { node, part }: { readonly node: FormulaNode; readonly part: Understood }): Amount | null {
  if (part.type !== 'condition') return part;
  work.problems.push(problemAt(node, '指标的公式要算出一个数，不是条件', 'The formula of an indicator gives a number, not a condition'));
  return null;
}

function unitMeasure(work: Work, unit: string): Measure | null {
  const parsed = parseUnit(unit);
  if (parsed.ok) return parsed.measure;
  work.problems.push({ from: null, to: null, message: parsed.message });
  return null;
}

/** In the declared unit: 亿元/km² becomes 万元/亩, a ratio declared in % is a hundred times as much. */
function inMeasure(
  work: Work,
  { amount, measure, place }: { readonly amount: Amount; readonly measure: Measure; readonly place: FormulaNode },
): Run | null {
  if (amount.type === 'bare') return amount.run;
  const hundred = isScaledShare(measure) && !isScaledShare(amount.measure) ? hundredIn(place) : null;
  if (hundred) {
    const unit = unitName(measure);
    work.problems.push(problemAt(hundred, `单位 ${unit} 已含换算，不要再乘`, `The unit ${unit} does this itself: leave the factor out`));
    return null;
  }
  if (sameDimension(amount.measure, measure)) return converted(amount.run, conversion(amount.measure, measure));
  const [comes, declared] = [unitName(amount.measure), unitName(measure)];
  work.problems.push(
    problemAt(place, `公式算出的单位是 ${comes}，不是 ${declared}`, `The formula comes to ${comes}, which is not ${declared}`),
  );
  return null;
}

/** The 100 in `(a - b) / b * 100`: with the unit %, it would count twice. */
function hundredIn(node: FormulaNode): FormulaNode | null {
  if (node.kind === 'number') return node.value.equals(100) || node.value.equals(1000) ? node : null;
  if (node.kind === 'negative') return hundredIn(node.of);
  if (node.kind !== 'arithmetic' || (node.operator !== '*' && node.operator !== '/')) return null;
  return hundredIn(node.left) ?? (node.operator === '*' ? hundredIn(node.right) : null);
}

function namedAmount(work: Work, node: FormulaNode & { readonly kind: 'name' }): Amount | null {
  const found = work.library.answering(node.name);
  const [indicator] = found;
  if (indicator && found.length === 1) return indicatorAmount(work, indicator, node);
  if (!indicator) work.problems.push(problemAt(node, `指标库中没有“${node.name}”`, `The library has no “${node.name}”`));
  else {
    const codes = found.map(({ code }) => code).join('、');
    work.problems.push(
      problemAt(node, `“${node.name}”可指多个指标：${codes}，请写代码`, `“${node.name}” may mean ${codes}: write the code`),
    );
  }
  return null;
}

function indicatorAmount(work: Work, indicator: Indicator, place: Span | null): Amount | null {
  const unit = parseUnit(indicator.unit);
  if (!unit.ok) {
    work.problems.push({ from: place?.from ?? null, to: place?.to ?? null, message: unit.message });
    return null;
  }
  if (indicator.formula !== null) return derivedAmount(work, indicator, { measure: unit.measure, place });
  work.filed.add(indicator.code);
  return { type: 'quantity', measure: unit.measure, run: filedRun(indicator.code) };
}

interface Wanted {
  readonly measure: Measure;
  readonly place: Span | null;
}

function derivedAmount(work: Work, indicator: Indicator, { measure, place }: Wanted): Amount | null {
  const { code } = indicator;
  if (work.path.includes(code)) {
    work.problems.push(circle(work, code, place));
    return null;
  }
  const before = work.done.get(code);
  if (before) return before;
  if (before === null) {
    work.problems.push(broken(indicator, { place, inner: null }));
    return null;
  }
  const amount = work.path.length >= mostLevels ? null : freshAmount(work, indicator, { measure, place });
  if (work.path.length >= mostLevels) work.problems.push(problemAt(place, '指标层层引用过深', 'Indicators rest on each other too deep'));
  work.done.set(code, amount);
  return amount;
}

function freshAmount(work: Work, indicator: Indicator, { measure, place }: Wanted): Amount | null {
  const inner: Work = { ...work, path: [...work.path, indicator.code], problems: [] };
  const read = readFormula(inner, indicator.formula ?? '');
  const amount = read && numberOf(inner, read);
  const run = amount && read && inMeasure(inner, { amount, measure, place: read.node });
  const [first] = inner.problems;
  if (run && !first) return { type: 'quantity', measure, run: derivedRun(indicator.code, run) };
  // Asked for by itself, its own places are told; inside another formula the name that leads to it is marked.
  if (place === null) work.problems.push(...inner.problems);
  else work.problems.push(broken(indicator, { place, inner: first ?? null }));
  return null;
}

const circleWords = { zh: '公式循环引用：', en: 'The formulas go round in a circle: ' } as const;

function circle(work: Work, code: string, place: Span | null): FormulaProblem {
  const codes = [...work.path.slice(work.path.indexOf(code)), code];
  const names = codes.map((each) => work.library.get(each)?.name ?? { zh: each, en: each });
  return problemAt(
    place,
    `${circleWords.zh}${names.map(({ zh }) => zh).join(' → ')}`,
    `${circleWords.en}${names.map(({ en }) => en).join(' → ')}`,
  );
}

function broken(
  { name }: Indicator,
  { place, inner }: { readonly place: Span | null; readonly inner: FormulaProblem | null },
): FormulaProblem {
  if (inner?.message.zh.includes(circleWords.zh)) return { ...problemAt(place, '', ''), message: inner.message };
  return problemAt(
    place,
    `“${name.zh}”本身不能计算${inner ? `：${inner.message.zh}` : ''}`,
    `“${name.en}” cannot be computed itself${inner ? `: ${inner.message.en}` : ''}`,
  );
}
