// Unit slips (万元 for 元, 公顷 for 亩, a share for a percentage): the figure lies a known factor away from where its own series lives.
// Silent where the series is short, or so wild that the factor could be its own movement.

import { unitFactor } from '../indicators/index.ts';
import { Decimal, type DecimalText, partsOf, yearBefore } from '../kernel/index.ts';
import type { FormCheck } from './form.ts';
import { figureOf, type Looking, type Past, pastOf, roughly, type Said, withUnit } from './looking.ts';
import { ascending, medianOf } from './robust.ts';
import { namedRows, type SheetRow } from './sheet-rows.ts';

type Slip = Extract<FormCheck, { kind: 'unit-slip' }>;

/** For a factor of ten or more, and for one that a busy year could also explain. */
const leastPlain = 3;
const leastSubtle = 5;

export function slips(check: Slip, looking: Looking): readonly Said[] {
  const factors = check.factors.map((text) => new Decimal(text)).filter((factor) => factor.isPositive() && !factor.isZero());
  return namedRows(looking.rows, check.rows).flatMap((row) => slipOf(row, factors, looking));
}

function slipOf(row: SheetRow, factors: readonly Decimal[], looking: Looking): readonly Said[] {
  const value = figureOf(looking, row.key);
  if (!value?.isPositive() || value.isZero()) return [];
  const home = homeOf(row, looking);
  if (!home) return [];
  const ratio = level(row, value, looking.context.period).dividedBy(home.level);
  const factor = nearest(ratio, factorsFor(row, factors));
  if (!factor || !certain(factor, ratio, home)) return [];
  return [sayOf(row, { value, factor, home: home.level }, looking)];
}

/** Powers of ten slip in any unit; 15 or 0.667 only where two units are that far apart, as 公顷 and 亩 are. */
function factorsFor({ indicator }: SheetRow, factors: readonly Decimal[]): readonly Decimal[] {
  return factors.filter((factor) => isPowerOfTen(factor) || unitMeant(factor, indicator.unit) !== null);
}

function isPowerOfTen(factor: Decimal): boolean {
  return /^0*1?0*$/.test(factor.toFixed().replace('.', ''));
}

interface Home {
  readonly level: Decimal;
  /** Third over first quarter of the series: 1 for a constant one. */
  readonly width: Decimal;
  readonly count: number;
}

/** A figure since the year began is divided by its months, so that January is not a hundredth of December. */
function level({ indicator }: SheetRow, value: Decimal, period: string): Decimal {
  return indicator.accrual === 'to-date' ? value.dividedBy(partsOf(period).number) : value;
}

/** Where the series lives: the middle one of its median, the period before and the year before. */
function homeOf(row: SheetRow, looking: Looking): Home | null {
  const past = positive(pastOf(looking, row));
  if (past.length < leastPlain) return null;
  const { period } = looking.context;
  const levels = row.indicator.accrual === 'to-date' ? past.map((one) => level(row, new Decimal(one.value), one.period)) : null;
  const sorted = levels ? [...levels].sort((a, b) => a.comparedTo(b)) : ascending(past.map(({ value }) => value));
  const median = medianOf(sorted);
  const [low, high] = [sorted[sorted.length >> 2], sorted[(sorted.length * 3) >> 2]];
  const last = past.at(-1);
  if (!median || !low || !high || !last) return null;
  const year = past.find((one) => one.period === yearBefore(period));
  const marks = [median, ...[last, year].flatMap((one) => (one ? [level(row, new Decimal(one.value), one.period)] : []))];
  const middle = medianOf(marks.sort((a, b) => a.comparedTo(b))) ?? median;
  return { level: middle, width: high.dividedBy(low), count: past.length };
}

function positive(past: Past): Past {
  return past.filter(({ value }) => !value.startsWith('-') && /[1-9]/.test(value));
}

/** The factor that the ratio is nearest to, as proportions go; null where it is nearest to none. */
function nearest(ratio: Decimal, factors: readonly Decimal[]): Decimal | null {
  let best: { readonly factor: Decimal | null; readonly away: Decimal } = { factor: null, away: apart(ratio) };
  for (const factor of factors) {
    const away = apart(ratio.dividedBy(factor));
    if (away.lessThan(best.away)) best = { factor, away };
  }
  return best.factor;
}

/** How many times one is the other, the larger over the smaller. */
function apart(ratio: Decimal): Decimal {
  return ratio.lessThan(1) ? new Decimal(1).dividedBy(ratio) : ratio;
}

/** The corrected figure must be at home, and the series too calm for the factor to be its own movement. */
function certain(factor: Decimal, ratio: Decimal, { width, count }: Home): boolean {
  const size = apart(factor);
  const left = apart(ratio.dividedBy(factor));
  // Half of the way, as proportions go, is nearest already; what is left must be within a quarter of it.
  if (left.greaterThan(2.5) || left.pow(4).greaterThan(size)) return false;
  return size.lessThan(10) ? count >= leastSubtle && width.pow(3).lessThan(size) : count >= leastPlain && width.pow(2).lessThan(size);
}

function sayOf(
  { key, indicator }: SheetRow,
  { value, factor, home }: { readonly value: Decimal; readonly factor: Decimal; readonly home: Decimal },
  looking: Looking,
): Said {
  const { name, unit, decimals } = indicator;
  const wouldBe = withUnit(roughly(value.dividedBy(factor), decimals), unit);
  const typed = withUnit(value, unit);
  const usual = withUnit(roughly(monthsBack(indicator.accrual, home, looking.context.period), decimals), unit);
  const times = factorText(factor);
  const other = unitMeant(factor, unit);
  const meant =
    other === null
      ? { zh: '像是单位错位', en: 'as if the unit had slipped' }
      : { zh: `像是按「${other}」填的`, en: `as if it were in ${other}` };
  return {
    key,
    cells: [key],
    measured: typed.zh,
    expected: wouldBe.zh,
    message: {
      zh: `「${name.zh}」填了 ${typed.zh}，约为往期（${usual.zh}）的 ${times} 倍，${meant.zh}。`,
      en: `${name.en} is ${typed.en}, about ${times} times what it used to be (${usual.en}), ${meant.en}.`,
    },
    mend: {
      zh: `若单位错位，应为 ${wouldBe.zh}；若属实，请在本格说明原因。`,
      en: `If the unit slipped, the figure would be ${wouldBe.en}; if it is right, explain it in the cell.`,
    },
  };
}

function monthsBack(accrual: string, home: Decimal, period: string): Decimal {
  return accrual === 'to-date' ? home.times(partsOf(period).number) : home;
}

function factorText(factor: Decimal): DecimalText {
  return factor.toSignificantDigits(4).toFixed();
}

const candidates = [
  '元',
  '千元',
  '万元',
  '亿元',
  '美元',
  '万美元',
  '亿美元',
  '平方米',
  '亩',
  '公顷',
  '平方公里',
  '人',
  '万人',
  '吨标准煤',
  '万吨标准煤',
  '千瓦时',
  '万千瓦时',
  '亿千瓦时',
];

/** The unit in which the figure would be right: a factor of 10,000 over 万元 is 元. */
function unitMeant(factor: Decimal, unit: string): string | null {
  return (
    candidates.find((other) => {
      const holds = other === unit ? null : unitFactor(unit, other);
      return holds !== null && apart(holds.dividedBy(factor)).lessThan(1.01);
    }) ?? null
  );
}
