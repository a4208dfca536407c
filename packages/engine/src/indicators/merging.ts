// Whether a duplicate may be merged into another indicator: figures of the one would from then on be read as figures of the other,
// so both must measure the same thing the same way. Figures that stand under both codes and differ are listed, and stop it.
import { type Bilingual, Decimal, type DecimalText, type Period } from '../kernel/index.ts';
import type { Indicator } from './indicator.ts';
import type { Library } from './library.ts';
import { inUnit, parseUnit, sameDimension } from './measure.ts';

export interface HeldFigure {
  readonly unit: string;
  readonly period: Period;
  /** Null for the calibre in force. */
  readonly calibre: string | null;
  /** In the indicator's own unit. */
  readonly value: DecimalText;
}

export interface MergingProblem {
  /** Field of the indicator that stands against it. */
  readonly field: 'mergedInto' | 'unit' | 'accrual' | 'gathering' | 'weight' | 'frequency' | 'calibres' | 'formula' | 'figures';
  readonly message: Bilingual;
}

export interface MergingOfFigures {
  /** Figures of the one that come along. */
  readonly figures: number;
  /** Of these, under both codes and equal. */
  readonly same: number;
  /** Under both codes and not equal, in the unit of the other. */
  readonly differing: readonly { readonly unit: string; readonly period: Period; readonly one: DecimalText; readonly other: DecimalText }[];
}

/** What of the two definitions stands against it; figures apart. */
export function mergingProblems(one: Indicator, other: Indicator, library: Library): readonly MergingProblem[] {
  return [...standing(one, other, library), ...meaning(one, other)];
}

/** `one` and `other`: all figures held under each code. */
export function mergingOfFigures(
  { one, other }: { readonly one: Pick<Indicator, 'unit'>; readonly other: Pick<Indicator, 'unit'> },
  held: { readonly one: readonly HeldFigure[]; readonly other: readonly HeldFigure[] },
): MergingOfFigures {
  const key = ({ unit, period, calibre }: HeldFigure) => JSON.stringify([unit, period, calibre]);
  const others = new Map(held.other.map((figure) => [key(figure), figure.value]));
  const differing: MergingOfFigures['differing'][number][] = [];
  let same = 0;
  for (const figure of held.one) {
    const against = others.get(key(figure));
    if (against === undefined) continue;
    const carried = inUnit(new Decimal(figure.value), one.unit, other.unit);
    if (carried?.equals(against)) same += 1;
    else differing.push({ unit: figure.unit, period: figure.period, one: carried?.toFixed() ?? figure.value, other: against });
  }
  return { figures: held.one.length, same, differing };
}

function standing(one: Indicator, other: Indicator, library: Library): readonly MergingProblem[] {
  const problems: MergingProblem[] = [];
  const into = library.get(other.code);
  const add = (zh: string, en: string) => problems.push({ field: 'mergedInto', message: { zh, en } });
  if (one.code === other.code || into?.code === one.code) add('指标不能并入自己', 'An indicator cannot be merged into itself');
  if (one.mergedInto !== null) add(`“${one.name.zh}”已并入其他指标`, `“${one.name.en}” is merged already`);
  if (other.mergedInto !== null) add(`“${other.name.zh}”已并入其他指标`, `“${other.name.en}” is merged already`);
  if (other.retired && other.mergedInto === null) add(`“${other.name.zh}”已停用`, `“${other.name.en}” is retired`);
  return problems;
}

function meaning(one: Indicator, other: Indicator): readonly MergingProblem[] {
  const problems: MergingProblem[] = [];
  const add = (field: MergingProblem['field'], zh: string, en: string) => problems.push({ field, message: { zh, en } });
  const [a, b] = [parseUnit(one.unit), parseUnit(other.unit)];
  if (!a.ok || !b.ok || !sameDimension(a.measure, b.measure)) {
    add('unit', `计量单位不同：${one.unit} 与 ${other.unit}`, `The units differ: ${one.unit} and ${other.unit}`);
  }
  if (one.accrual !== other.accrual) add('accrual', '时期、累计、时点不同', 'One adds up over time where the other does not');
  if (one.gathering !== other.gathering) add('gathering', '汇总方式不同', 'They are summed up in different ways');
  if (one.weight !== other.weight) add('weight', '加权指标不同', 'They are weighted differently');
  if (one.frequency !== other.frequency) add('frequency', '报送频率不同', 'They are filed at different intervals');
  if ((one.formula === null) !== (other.formula === null)) {
    add('formula', '一个填报、一个由公式算出', 'One is filed, the other comes from a formula');
  }
  if (calibreKey(one) !== calibreKey(other)) {
    add('calibres', '口径的版本不同，合并后历史数据含义会改变', 'Their calibres differ: history would change its meaning');
  }
  return problems;
}

function calibreKey({ calibres }: Indicator): string {
  return JSON.stringify(calibres.map(({ id, from, comparable }) => [id, from, comparable]));
}
