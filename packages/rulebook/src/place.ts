// Where a rule binds: GB/T 2260 codes of Zhejiang, from a place up to the province.

import type { JurisdictionClass } from '@zhenghe/engine/plans';

const zhejiang = '330000';
/** 杭州 and 宁波, whose own level may form 2–3 zones (S2-二(二)整合优化). */
const specialCities: readonly string[] = ['330100', '330200'];

export function isPlace(code: string): boolean {
  return /^33\d{4}$/.test(code);
}

/** The place itself first, then its city, then the province: '330726' → 330726, 330700, 330000. */
export function chainOf(code: string): readonly string[] {
  const city = `${code.slice(0, 4)}00`;
  return [...new Set([code, city, zhejiang])];
}

/** 0 the province, 1 a city, 2 a county: the wider place first. */
export function depthOf(code: string): number {
  return chainOf(code).length - 1;
}

/** Which quota a place falls under; null for the province itself, which has the total and no quota. */
export function classOf(code: string): JurisdictionClass | null {
  if (code === zhejiang) return null;
  if (specialCities.includes(code)) return 'special-city';
  return code.endsWith('00') ? 'city' : 'county';
}
