// Exact decimals for areas and money. On the wire and at rest they are plain decimal strings ("11.60").
import { Decimal as Base } from 'decimal.js';

export const Decimal: typeof Base = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Base;

/** A decimal as text, no exponent: "11.60". Areas are km² unless the field says otherwise. */
export type DecimalText = string;

const decimalPattern = /^-?\d{1,15}(\.\d{1,12})?$/;

export function isDecimalText(text: string): text is DecimalText {
  return decimalPattern.test(text);
}

export function sumOf(values: Iterable<DecimalText>): Decimal {
  let total = new Decimal(0);
  for (const value of values) total = total.plus(value);
  return total;
}
