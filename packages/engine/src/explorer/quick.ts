// The fast way through the commonest formula, one filed indicator divided by another: whole numbers all the way, rounded half-up once.
// It gives the same text as the exact formula; whatever is not certain to fit is left to that.
import type { Compiled, Indicator, Library } from '../indicators/index.ts';
import { parseFormula } from '../indicators/index.ts';
import { Decimal, type DecimalText, isMissing } from '../kernel/index.ts';

/** value = top ÷ bottom × factor ÷ divisor. */
export interface Quick {
  readonly top: string;
  readonly bottom: string;
  readonly factor: bigint;
  readonly divisor: bigint;
}

const places = 12;
const ten12 = 10n ** 12n;
/** What a figure may have before the point; beyond it the formula says not-applicable. */
const bound = 10n ** 15n * ten12;

/** Null for any other formula, and where the units bring a factor that is no short decimal. */
export function quickOf({ formula }: Indicator, library: Library, compiled: Compiled): Quick | null {
  const parsed = parseFormula(formula ?? '');
  if (!parsed.ok || parsed.node.kind !== 'arithmetic' || parsed.node.operator !== '/') return null;
  const { left, right } = parsed.node;
  if (left.kind !== 'name' || right.kind !== 'name') return null;
  const [top, bottom] = [library.named(left.name), library.named(right.name)];
  if (!top || !bottom || top.formula !== null || bottom.formula !== null || top.code === bottom.code) return null;
  const factor = compiled.evaluate(() => new Decimal(1));
  if (isMissing(factor) || factor.decimalPlaces() > 18 || factor.abs().greaterThan('1e12')) return null;
  const digits = factor.decimalPlaces();
  return {
    top: top.code,
    bottom: bottom.code,
    factor: BigInt(factor.times(Decimal.pow(10, digits)).toFixed(0)),
    divisor: 10n ** BigInt(digits),
  };
}

export interface Scaled {
  /** Whole, within what a double keeps exactly. */
  readonly value: number;
  readonly decimals: number;
}

/** Null where the bottom is zero or the answer is too large to be a figure. */
export function quickText(quick: Quick, top: Scaled, bottom: Scaled): DecimalText | null {
  const scale = 10n ** BigInt(Math.abs(bottom.decimals - top.decimals));
  const [up, down] = bottom.decimals > top.decimals ? [scale, 1n] : [1n, scale];
  return dividedText(BigInt(top.value) * quick.factor * up, BigInt(bottom.value) * quick.divisor * down);
}

/** One whole number by another, half-up to twelve decimals; null as above. */
export function dividedText(above: bigint, below: bigint): DecimalText | null {
  if (below === 0n) return null;
  const negative = above < 0n !== below < 0n;
  const [top, bottom] = [(above < 0n ? -above : above) * ten12, below < 0n ? -below : below];
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  if (rounded >= bound) return null;
  const text = pointed(rounded.toString(), places);
  return negative && rounded !== 0n ? `-${text}` : text;
}

/** A whole number of 10^-decimals as text, without zeros at the end. */
export function scaledText(value: number, decimals: number): DecimalText {
  if (decimals === 0) return String(value);
  const text = pointed(String(Math.abs(value)), decimals);
  return value < 0 ? `-${text}` : text;
}

function pointed(digits: string, decimals: number): DecimalText {
  const padded = digits.length > decimals ? digits : digits.padStart(decimals + 1, '0');
  const point = padded.length - decimals;
  let end = padded.length;
  while (end > point && padded.charCodeAt(end - 1) === 48) end -= 1;
  return end === point ? padded.slice(0, point) : `${padded.slice(0, point)}.${padded.slice(point, end)}`;
}
