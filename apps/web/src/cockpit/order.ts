// Which answer comes first for whom. The order follows the first question of the day; who does not begin
// with the meter has it as a strip at the top. Only governments are told what is late.
import type { RoleCard } from '@zhenghe/contract/accounts';

export type Part = 'strip' | 'meter' | 'waiting' | 'late' | 'quota' | 'dates' | 'labels' | 'rounds';

/** Who has a first question of their own; everyone else is shown what the public is. */
export type Reader = 'province' | 'city' | 'county' | 'zone' | 'public';

const orders: Record<Reader, readonly Part[]> = {
  province: ['meter', 'waiting', 'late', 'quota', 'labels', 'dates'],
  city: ['strip', 'waiting', 'late', 'quota', 'dates', 'meter', 'labels'],
  county: ['strip', 'waiting', 'dates', 'quota', 'late', 'meter', 'labels'],
  zone: ['strip', 'waiting', 'dates', 'quota', 'meter', 'labels'],
  public: ['meter', 'rounds', 'quota', 'labels', 'waiting', 'dates'],
};

export function partsFor(role: RoleCard['role'] | undefined): readonly Part[] {
  return orders[readerOf(role)];
}

export function readerOf(role: RoleCard['role'] | undefined): Reader {
  return role === 'province' || role === 'city' || role === 'county' || role === 'zone' ? role : 'public';
}

/** A county or city stands within a place: 330726 within 330700 and within 330000. */
export function standsWithin(code: string, place: string): boolean {
  return code.startsWith(place.replace(/(00){1,2}$/, ''));
}
