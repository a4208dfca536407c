// Units of measure: 万元, 亩, 万元/亩, 吨标准煤/万元, 件/万人, %. Quotients and products by / and ·, where · binds tighter
// (万元/亩·年 is 万元/(亩·年), as offices write it). Factors are exact fractions; 万元 and 亩 are never made one.
import { type Bilingual, Decimal } from '../kernel/index.ts';
import { atoms, type Dimension, dimensions, prefixes } from './unit-atoms.ts';

/** A unit: `numerator / denominator` base units of its dimension. */
export interface Measure {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** Powers in the order of `dimensions`; all 0 for a bare number. */
  readonly powers: readonly number[];
  /** Unit words with their powers, in the order written: 万元 1, 亩 −1. */
  readonly words: readonly (readonly [string, number])[];
}

export type ParsedUnit = { readonly ok: true; readonly measure: Measure } | { readonly ok: false; readonly message: Bilingual };

/** One `x → x × times ÷ by`; null where it is the same unit. */
export interface Conversion {
  readonly times: Decimal;
  readonly by: Decimal;
}

const one = new Decimal(1);
const most = 60;
const mostPower = 4;

export const bareMeasure: Measure = { numerator: one, denominator: one, powers: dimensions.map(() => 0), words: [] };

/** Reads a unit; full-width signs, m², ㎡, km² and CO₂ are the same as m2, km2 and CO2. */
export function parseUnit(text: string): ParsedUnit {
  if (text.length > most) return { ok: false, message: { zh: '计量单位过长', en: 'The unit is too long' } };
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[×*]/gu, '·')
    .replace(/÷/gu, '/')
    .replace(/[•・⋅]/gu, '·');
  const [first = '', ...rest] = plain.split('/');
  let measure = productOf(first);
  for (const part of rest) {
    const divisor = productOf(/^\([^()]*\)$/u.test(part) ? part.slice(1, -1) : part);
    measure = measure && divisor && dividedBy(measure, divisor);
  }
  return measure ? { ok: true, measure } : { ok: false, message: unknownUnit(text) };
}

/** By what a value in `from` is multiplied to be in `to`, to 40 digits; null where either is no unit or they measure different things. */
export function unitFactor(from: string, to: string): Decimal | null {
  const conversion = conversionOf(from, to);
  return conversion?.times.div(conversion.by) ?? null;
}

/** The value in the other unit, exact wherever decimals can be; null as for `unitFactor`. */
export function inUnit(value: Decimal, from: string, to: string): Decimal | null {
  const conversion = conversionOf(from, to);
  return conversion && value.times(conversion.times).div(conversion.by);
}

export function sameDimension(one: Measure, other: Measure): boolean {
  return one.powers.every((power, index) => power === other.powers[index]);
}

/** From one measure to another of the same dimension, as the shortest fraction. */
export function conversion(from: Measure, to: Measure): Conversion {
  const times = from.numerator.times(to.denominator);
  const by = from.denominator.times(to.numerator);
  const whole = times.div(by);
  if (whole.times(by).equals(times)) return { times: whole, by: one };
  const turned = by.div(times);
  return turned.times(times).equals(by) ? { times: one, by: turned } : reduced(times, by);
}

/** Null where a power grows beyond what any unit means. */
export function multiplied(left: Measure, right: Measure): Measure | null {
  return joined(left, right, 1);
}

export function dividedBy(left: Measure, right: Measure): Measure | null {
  return joined(left, right, -1);
}

/** As it is written: 万元/亩, 吨标准煤/万元·年; '1' for a bare number. `parseUnit` reads it back. */
export function unitName({ words }: Measure): string {
  const written = (sign: number) =>
    words.flatMap(([word, power]) => Array.from({ length: Math.max(0, power * sign) }, () => word)).join('·');
  const [above, below] = [written(1), written(-1)];
  return below === '' ? above || '1' : `${above || '1'}/${below}`;
}

/** %, ‰ and the like: a bare number with a scale of its own. */
export function isScaledShare(measure: Measure): boolean {
  return measure.powers.every((power) => power === 0) && !measure.numerator.equals(measure.denominator);
}

export function isUnit(text: string): boolean {
  return parseUnit(text).ok;
}

function conversionOf(from: string, to: string): Conversion | null {
  const [a, b] = [parseUnit(from), parseUnit(to)];
  return a.ok && b.ok && sameDimension(a.measure, b.measure) ? conversion(a.measure, b.measure) : null;
}

function productOf(text: string): Measure | null {
  let measure: Measure | null = bareMeasure;
  for (const word of text.split('·')) {
    const next: Measure | null = wordMeasure(word);
    measure = measure && next && multiplied(measure, next);
  }
  return measure;
}

function wordMeasure(word: string): Measure | null {
  const found = scaled(word);
  if (!found) return null;
  const [factor, dimension] = found;
  return {
    numerator: factor,
    denominator: one,
    powers: dimensions.map((name) => (name === dimension ? 1 : 0)),
    words: word === '1' ? [] : [[shown(word), 1]],
  };
}

/** The longest unit word first: 千瓦时 is a unit, not a thousand 瓦时. A bare number takes no prefix. */
function scaled(word: string): readonly [Decimal, Dimension | null] | null {
  const atom = atoms.get(word);
  if (atom) return [new Decimal(atom.factor), atom.dimension];
  for (const [prefix, times] of prefixes) {
    const unit = word.startsWith(prefix) ? atoms.get(word.slice(prefix.length)) : undefined;
    if (unit?.dimension) return [new Decimal(unit.factor).times(times), unit.dimension];
  }
  return null;
}

function shown(word: string): string {
  return word.replace(/m2$/u, 'm²').replace(/m3$/u, 'm³').replace(/CO2$/u, 'CO₂');
}

function joined(left: Measure, right: Measure, sign: 1 | -1): Measure | null {
  const powers = left.powers.map((power, index) => power + sign * (right.powers[index] ?? 0));
  const words = new Map(left.words);
  for (const [word, power] of right.words) words.set(word, (words.get(word) ?? 0) + sign * power);
  const kept = [...words].filter(([, power]) => power !== 0);
  if ([...powers, ...kept.map(([, power]) => power)].some((power) => Math.abs(power) > mostPower)) return null;
  const [above, below] = sign === 1 ? [right.numerator, right.denominator] : [right.denominator, right.numerator];
  return { ...reducedMeasure(left.numerator.times(above), left.denominator.times(below)), powers, words: kept };
}

function reducedMeasure(numerator: Decimal, denominator: Decimal): Pick<Measure, 'numerator' | 'denominator'> {
  const { times, by } = reduced(numerator, denominator);
  return { numerator: times, denominator: by };
}

/** The fraction in whole numbers without a common divisor. */
function reduced(times: Decimal, by: Decimal): Conversion {
  const places = Math.max(times.decimalPlaces(), by.decimalPlaces());
  const scale = new Decimal(10).pow(places);
  const [a, b] = [times.times(scale), by.times(scale)];
  let [x, y] = [a, b];
  while (!y.isZero()) [x, y] = [y, x.mod(y)];
  return { times: a.div(x), by: b.div(x) };
}

function unknownUnit(text: string): Bilingual {
  return { zh: `不认识的计量单位：${text}`, en: `Not a unit known here: ${text}` };
}
