// Areas for a reader: exact conversion of decimal km² into the unit chosen, thousands grouped. 1 km² = 100 公顷 = 1500 亩.
import { Decimal, type DecimalText } from '@zhenghe/engine/kernel';

export const areaUnits = ['km2', 'ha', 'mu'] as const;
export type AreaUnit = (typeof areaUnits)[number];

const perKm2: Record<AreaUnit, number> = { km2: 1, ha: 100, mu: 1500 };

/** Exact, with no digits lost or invented: 11.60 km² is 1160 公顷 and 17400 亩. */
export function convertArea(km2: DecimalText, unit: AreaUnit): DecimalText {
  if (unit === 'km2') return km2;
  return new Decimal(km2).times(perKm2[unit]).toFixed();
}

export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}
