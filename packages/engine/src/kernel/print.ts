// Figures as a person prints them. An area keeps two decimals, and more when the figure itself has more.
import { Decimal, type DecimalText } from './decimal.ts';

export function areaText(area: Decimal): DecimalText {
  return area.toFixed(Math.max(2, area.decimalPlaces()));
}

export function km2(area: Decimal): string {
  return `${areaText(area)} km²`;
}

/** +8.34 km², −0.84 km², 0.00 km²; the sign of a loss is the typographic minus. */
export function signedKm2(area: Decimal): string {
  return `${sign(area)}${km2(area.abs())}`;
}

export function percentText(share: Decimal): DecimalText {
  return share.times(100).toFixed(1);
}

export function signedPercent(share: Decimal): string {
  return `${sign(share)}${percentText(share.abs())} %`;
}

/** A percentage that is never rounded across the line it is held against. */
export function percentAgainst(share: Decimal, line: Decimal): string {
  const percent = share.times(100);
  const bound = line.times(100);
  for (let places = 1; places <= 6; places += 1) {
    const shown = new Decimal(percent.toFixed(places));
    if (shown.comparedTo(bound) === percent.comparedTo(bound)) return `${percent.toFixed(places)} %`;
  }
  return `${percent.toFixed(7)} %`;
}

const listed = 20;

/** Names in one line: all of them, unless they would fill a page. */
export function listZh(names: readonly string[]): string {
  return names.length <= listed ? names.join('、') : `${names.slice(0, listed).join('、')}等 ${names.length} 处`;
}

export function listEn(names: readonly string[]): string {
  return names.length <= listed ? names.join(', ') : `${names.slice(0, listed).join(', ')} and ${names.length - listed} more`;
}

/** English counts: 1 zone, 2 zones; `many` only where the plural is not formed with s. */
export function countEn(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function sign(value: Decimal): string {
  if (value.isZero()) return '';
  return value.isNegative() ? '−' : '+';
}
