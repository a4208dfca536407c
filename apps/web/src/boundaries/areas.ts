// Measured areas (m², decimal text) as a reader sees them: km², 公顷 or 亩, with as many digits as a survey has.
import { Decimal, type DecimalText } from '@zhenghe/engine/kernel';

const perUnit = {
  km2: { metres: 1_000_000, digits: 4 },
  ha: { metres: 10_000, digits: 4 },
  mu: { metres: '666.6666666666667', digits: 2 },
} as const;

export type LandUnit = keyof typeof perUnit;

/** 1 亩 = 1/15 公顷; rounded once, from the m². */
export function inUnit(squareMetres: DecimalText, unit: LandUnit): DecimalText {
  const { metres, digits } = perUnit[unit];
  return new Decimal(squareMetres).div(metres).toFixed(digits);
}

export function percent(share: DecimalText, digits = 1): string {
  return `${new Decimal(share).times(100).toFixed(digits)} %`;
}

export function sumOf(areas: readonly DecimalText[]): DecimalText {
  return areas.reduce((sum, area) => sum.plus(area), new Decimal(0)).toFixed(2);
}
