// How a formula runs once it is understood: each node a small function over the figures of one unit and period.
// A missing input makes the result missing, never zero; so does a division by zero. Conditions are three-valued: no to one is no to both.
import { type Cell, Decimal, isMissing, type Missing, notGiven } from '../kernel/index.ts';
import type { Comparison } from './formula-node.ts';
import type { Conversion } from './measure.ts';

/** The figure of a filed indicator in its own unit; null where none was filed. */
export type FigureOf = (code: string) => Cell<Decimal> | null;

export interface Frame {
  readonly figureOf: FigureOf;
  /** Derived indicators already worked out in this run. */
  readonly known: Map<string, Cell<Decimal>>;
}
export type Run = (frame: Frame) => Cell<Decimal>;
export type Test = (frame: Frame) => Cell<boolean>;

const notApplicable: Missing = { missing: 'not-applicable' };
/** As many digits before the point as a figure has on the wire. */
const bound = new Decimal(10).pow(15);

export function started(figureOf: FigureOf): Frame {
  return { figureOf, known: new Map() };
}

/** What fits no figure is not one: a formula squared a hundred times has no meaning to print. */
export function bounded(value: Cell<Decimal>): Cell<Decimal> {
  return isMissing(value) || (value.isFinite() && value.abs().lessThan(bound)) ? value : notApplicable;
}

export function filedRun(code: string): Run {
  return ({ figureOf }) => figureOf(code) ?? notGiven;
}

export function derivedRun(code: string, run: Run): Run {
  return (frame) => {
    const before = frame.known.get(code);
    if (before) return before;
    const value = bounded(run(frame));
    frame.known.set(code, value);
    return value;
  };
}

export function constantRun(value: Decimal): Run {
  return () => value;
}

export function converted(run: Run, { times, by }: Conversion): Run {
  if (by.equals(1)) return times.equals(1) ? run : mapped(run, (value) => value.times(times));
  return times.equals(1) ? mapped(run, (value) => value.div(by)) : mapped(run, (value) => value.times(times).div(by));
}

export function mapped(run: Run, change: (value: Decimal) => Decimal): Run {
  return (frame) => {
    const value = run(frame);
    return isMissing(value) ? value : change(value);
  };
}

export function paired(left: Run, right: Run, join: (a: Decimal, b: Decimal) => Decimal): Run {
  return (frame) => {
    const a = left(frame);
    if (isMissing(a)) return a;
    const b = right(frame);
    return isMissing(b) ? b : join(a, b);
  };
}

export function divided(left: Run, right: Run): Run {
  return (frame) => {
    const a = left(frame);
    if (isMissing(a)) return a;
    const b = right(frame);
    if (isMissing(b)) return b;
    return b.isZero() ? notApplicable : a.div(b);
  };
}

/** At least one run. */
export function gathered(runs: readonly Run[], join: (values: readonly Decimal[]) => Decimal): Run {
  return (frame) => {
    const values: Decimal[] = [];
    for (const run of runs) {
      const value = run(frame);
      if (isMissing(value)) return value;
      values.push(value);
    }
    return join(values);
  };
}

const holds: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
};

export function compared(left: Run, right: Run, operator: Comparison): Test {
  const test = holds[operator];
  return (frame) => {
    const a = left(frame);
    if (isMissing(a)) return a;
    const b = right(frame);
    return isMissing(b) ? b : test(a.comparedTo(b));
  };
}

/** `settles`: false for "and", true for "or": the answer of one side that needs no other. */
export function both(left: Test, right: Test, settles: boolean): Test {
  return (frame) => {
    const a = left(frame);
    if (a === settles) return settles;
    const b = right(frame);
    if (b === settles) return settles;
    return isMissing(a) ? a : b;
  };
}

export function opposite(test: Test): Test {
  return (frame) => {
    const value = test(frame);
    return isMissing(value) ? value : !value;
  };
}

export function chosen<T>(test: Test, yes: (frame: Frame) => Cell<T>, no: (frame: Frame) => Cell<T>): (frame: Frame) => Cell<T> {
  return (frame) => {
    const value = test(frame);
    if (isMissing(value)) return value;
    return value ? yes(frame) : no(frame);
  };
}
