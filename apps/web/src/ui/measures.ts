// Figures in the unit a reader prefers: money by a shift of the point (元、千元、万元、亿元 and of US dollars), land by its fixed factors.
// A unit that is neither, such as 万元/亩 or %, stays as it is.
import { Decimal, type DecimalText } from '@zhenghe/engine/kernel';

/** `own`: as the indicator has it. */
export const moneyUnits = ['own', 'yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];
export const landUnits = ['own', 'mu', 'ha', 'km2'] as const;
export type LandUnit = (typeof landUnits)[number];

export interface Measures {
  readonly money: MoneyUnit;
  readonly land: LandUnit;
}

const money = /^(|千|万|百万|亿)(元|美元)$/;
const tens: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 百万: 6, 亿: 8 };
const moneyPrefix: Readonly<Record<Exclude<MoneyUnit, 'own'>, string>> = { yuan: '', wan: '万', yi: '亿' };
/** How many 亩 each is; 15 亩 are one 公顷. */
const mu: Readonly<Record<string, number>> = { 亩: 1, 万亩: 10_000, 公顷: 15, 'km²': 1500, 平方公里: 1500 };
const landWord: Readonly<Record<Exclude<LandUnit, 'own'>, string>> = { mu: '亩', ha: '公顷', km2: 'km²' };

/** The unit a figure of `unit` is shown in. */
export function shownUnit(unit: string, measures: Measures): string {
  const found = money.exec(unit);
  if (found && measures.money !== 'own') return `${moneyPrefix[measures.money]}${found[2] ?? ''}`;
  if (mu[unit] !== undefined && measures.land !== 'own') return landWord[measures.land];
  return unit;
}

export interface Shown {
  readonly text: DecimalText;
  /** False where the new unit has no end of digits: 100 亩 in km². */
  readonly exact: boolean;
}

/** `decimals` digits after the point in its own unit; as many digits are kept in the other. */
export function inMeasure(
  value: DecimalText,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
  measures: Measures,
): Shown {
  const own = new Decimal(value).toDecimalPlaces(decimals);
  const target = shownUnit(unit, measures);
  if (target === unit) return { text: new Decimal(value).toFixed(decimals), exact: true };
  const found = money.exec(unit);
  if (found) {
    const shift = (tens[found[1] ?? ''] ?? 0) - (tens[money.exec(target)?.[1] ?? ''] ?? 0);
    return { text: own.times(new Decimal(10).pow(shift)).toFixed(Math.max(0, decimals - shift)), exact: true };
  }
  const [from, to] = [mu[unit] ?? 1, mu[target] ?? 1];
  const exact = own.times(from).dividedBy(to);
  const places = to > from ? decimals + 4 : Math.min(decimals, exact.decimalPlaces());
  const text = exact.toFixed(places);
  return { text, exact: new Decimal(text).times(to).equals(own.times(from)) };
}
