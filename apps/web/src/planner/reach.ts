// Who plans, and over which places a scenario of theirs may stand; the server decides.
import type { Jurisdiction } from '@zhenghe/contract/territory';
import { province, type SessionData } from '../shell/index.ts';

const planners: readonly string[] = ['province', 'city', 'county', 'department'];

export function plansHere({ card }: Pick<SessionData, 'card'>): boolean {
  return card !== null && planners.includes(card.role);
}

/** One's own place and what lies under it, the whole province first. */
export function scopesFor(own: string | null, places: readonly Jurisdiction[]): readonly string[] {
  const under = (code: string) =>
    own === null || own === province || code === own || (own.endsWith('00') && code.startsWith(own.slice(0, 4)));
  const whole = own === null || own === province ? [province] : [];
  return [...whole, ...places.map(({ code }) => code).filter((code) => code !== province && under(code))];
}
