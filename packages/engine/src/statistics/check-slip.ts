// Unit slips (万元 for 元, 公顷 for 亩, a share for a percentage): the figure lies a known factor away from where its own series lives.
// Silent where the series is short, or so wild that the factor could be its own movement.

import { unitFactor } from '../indicators/index.ts';
import { Decimal, type DecimalText } from '../kernel/index.ts';
import type { FormCheck } from './form.ts';
import { figureOf, type Looking, numberIn, type Past, pastOf, roughly, type Said, withUnit } from './looking.ts';
import { ascending, medianOf, timesOf } from './robust.ts';
import { namedRows, type SheetRow } from './sheet-rows.ts';

type Slip = Extract<FormCheck, { kind: 'unit-slip' }>;

/** For a factor of ten or more, and for one that a busy year could also explain. */
const leastPlain = 3;
const leastSubtle = 5;

interface Factor {
  readonly exact: Decimal;
  readonly rough: number;
}

export function slips(check: Slip, looking: Looking): readonly Said[] {
  const factors = check.factors.map((text) => ({ exact: new Decimal(text), rough: Number(text) })).filter(({ rough }) => rough > 0);
  return namedRows(looking.rows, check.rows).flatMap((row) => slipOf(row, factors, looking));
}

function slipOf(row: SheetRow, factors: readonly Factor[], looking: Looking): readonly Said[] {
  const value = figureOf(looking, row.key);
  if (!value?.isPositive() || value.isZero()) return [];
  const series = seriesOf(row, looking);
  if (!series) return [];
  const own: One = { value: value.toFixed(), period: looking.context.period };
  // In doubles first: almost every figure is at home, and needs no exact division.
  const factor = nearest(series.rough(own) / series.roughHome, factors, row);
  if (!factor) return [];
  const home = homeOf(row, series);
  return certain(factor, level(row, own).dividedBy(home.level), home) ? [sayOf(row, { value, factor, home: home.level }, looking)] : [];
}

interface Home {
  readonly level: Decimal;
  /** Third over first quarter of the series: 1 for a constant one. */
  readonly width: Decimal;
  readonly count: number;
}

type One = Past[number];

/** A figure since the year began is divided by its months, so that January is not a hundredth of December. */
function level({ indicator }: SheetRow, { value, period }: One): Decimal {
  return indicator.accrual === 'to-date' ? new Decimal(value).dividedBy(numberIn(period)) : new Decimal(value);
}

interface Series {
  readonly low: One;
  readonly high: One;
  /** Its median, the period before and the year before: where it lives is the middle one. */
  readonly marks: readonly One[];
  readonly count: number;
  readonly rough: (one: One) => number;
  readonly roughHome: number;
}

function seriesOf(row: SheetRow, looking: Looking): Series | null {
  const past = pastOf(looking, row).filter(({ value }) => !value.startsWith('-') && /[1-9]/.test(value));
  if (past.length < leastPlain) return null;
  const toDate = row.indicator.accrual === 'to-date';
  const rough = ({ value, period }: One) => Number(value) / (toDate ? numberIn(period) : 1);
  const byLevel = past.map((one) => ({ one, level: rough(one) })).sort((a, b) => a.level - b.level);
  const quarter = (quarters: number) => byLevel[Math.floor((byLevel.length * quarters) / 4)]?.one;
  const [low, middle, high, last] = [quarter(1), quarter(2), quarter(3), past.at(-1)];
  if (!low || !middle || !high || !last) return null;
  const year = past.find(({ period }) => period === looking.yearBefore);
  const marks = [middle, last, ...(year ? [year] : [])];
  const sorted = marks.map(rough).sort((a, b) => a - b);
  const [lower = 0, upper = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return { low, high, marks, count: past.length, rough, roughHome: (lower + upper) / 2 };
}

function homeOf(row: SheetRow, { low, high, marks, count }: Series): Home {
  const home = medianOf(ascending(marks.map((one) => level(row, one).toFixed())));
  return { level: home ?? level(row, low), width: level(row, high).dividedBy(level(row, low)), count };
}

/** The factor that the ratio is nearest to, as proportions go; null where it is nearest to none. */
function nearest(ratio: number, factors: readonly Factor[], row: SheetRow): Decimal | null {
  let best: { readonly factor: Decimal | null; readonly away: number } = { factor: null, away: Math.max(ratio, 1 / ratio) };
  for (const { exact, rough } of factors) {
    const away = Math.max(ratio / rough, rough / ratio);
    if (away < best.away && slipsIn(row, exact)) best = { factor: exact, away };
  }
  return best.factor;
}

/** Powers of ten slip in any unit; 15 or 0.667 only where two units are that far apart, as 公顷 and 亩 are. */
function slipsIn({ indicator }: SheetRow, factor: Decimal): boolean {
  return /^0*1?0*$/.test(factor.toFixed().replace('.', '')) || unitMeant(factor, indicator.unit) !== null;
}

/** The corrected figure must be at home, and the series too calm for the factor to be its own movement. */
function certain(factor: Decimal, ratio: Decimal, { width, count }: Home): boolean {
  const size = timesOf(factor);
  const left = timesOf(ratio.dividedBy(factor));
  // Half of the way, as proportions go, is nearest already; what is left must be within a quarter of it.
  if (left.greaterThan(2.5) || left.pow(4).greaterThan(size)) return false;
  return size.lessThan(10) ? count >= leastSubtle && width.pow(3).lessThan(size) : count >= leastPlain && width.pow(2).lessThan(size);
}

function sayOf(
  { key, indicator }: SheetRow,
  { value, factor, home }: { readonly value: Decimal; readonly factor: Decimal; readonly home: Decimal },
  looking: Looking,
): Said {
  const { name, unit, decimals, accrual } = indicator;
  const wouldBe = withUnit(roughly(value.dividedBy(factor), decimals), unit);
  const typed = withUnit(value, unit);
  const usual = withUnit(roughly(accrual === 'to-date' ? home.times(numberIn(looking.context.period)) : home, decimals), unit);
  const times: DecimalText = factor.toSignificantDigits(4).toFixed();
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

const money = ['元', '千元', '万元', '亿元', '美元', '万美元', '亿美元'];
const others = ['平方米', '亩', '公顷', '平方公里', '人', '万人', '吨标准煤', '万吨标准煤', '千瓦时', '万千瓦时', '亿千瓦时'];

const meantUnits = new Map<string, string | null>();

/** The unit in which the figure would be right: a factor of 10,000 over 万元 is 元. */
function unitMeant(factor: Decimal, unit: string): string | null {
  const name = `${factor.toFixed()} ${unit}`;
  const known = meantUnits.get(name);
  if (known !== undefined) return known;
  const found = [...money, ...others].find((other) => {
    const holds = other === unit ? null : unitFactor(unit, other);
    return holds !== null && timesOf(holds.dividedBy(factor)).lessThan(1.01);
  });
  // Factors come from forms in force: there are few.
  if (meantUnits.size < 10_000) meantUnits.set(name, found ?? null);
  return found ?? null;
}
