// What a drag or a choice means: a park's place becomes locks, in place of those that spoke of its place before. Pure.
// A drag never takes an "apart" away: who said it must take it back, and is told where both cannot hold.
import type { Decision, Lock } from '../shapes.ts';
import { canonical } from './content.ts';

export type PlaceKind = 'convert' | 'abolish' | 'merge';

/** Where a park is put: into the zone of a lead, to an outcome, or wherever is best. */
export type Target = { readonly zone: string } | { readonly outcome: PlaceKind } | 'free';

type Locks = readonly Lock[];

export function putPark(locks: Locks, park: string, target: Target): Locks {
  if (target === 'free') return locksWithout(locks, (lock) => parksOf(lock).includes(park));
  const others = withoutPlace(locks, park, 'zone' in target ? target.zone : null);
  if ('outcome' in target) return [...others, { outcome: target.outcome, park }];
  return withTogether(others, [target.zone, park]);
}

/** Locks of a park's place: its outcome, and sets it stands in; a set that also holds `keeps` stays. */
function withoutPlace(locks: Locks, park: string, keeps: string | null): Locks {
  return locks.flatMap((lock): Lock[] => {
    if ('outcome' in lock) return lock.park === park ? [] : [lock];
    if (!('together' in lock) || !lock.together.includes(park)) return [lock];
    if (keeps !== null && lock.together.includes(keeps)) return [lock];
    const rest = lock.together.filter((one) => one !== park);
    return rest.length < 2 ? [] : [{ together: rest }];
  });
}

/** Nothing is added that a set already says. */
export function withTogether(locks: Locks, parks: readonly string[]): Locks {
  const set = [...new Set(parks)].sort();
  const said = locks.some((lock) => 'together' in lock && set.every((park) => lock.together.includes(park)));
  return set.length < 2 || said ? locks : [...locks, { together: set }];
}

export function withApart(locks: Locks, a: string, b: string): Locks {
  const [first, second] = a < b ? [a, b] : [b, a];
  const lock: Lock = { apart: [first, second] };
  return a === b || locks.some((one) => lockKey(one) === lockKey(lock)) ? locks : [...locks, lock];
}

export function withoutLock(locks: Locks, key: string): Locks {
  return locksWithout(locks, (lock) => lockKey(lock) === key);
}

function locksWithout(locks: Locks, gone: (lock: Lock) => boolean): Locks {
  const rest = locks.filter((lock) => !gone(lock));
  return rest.length === locks.length ? locks : rest;
}

export function parksOf(lock: Lock): readonly string[] {
  if ('together' in lock) return lock.together;
  return 'apart' in lock ? lock.apart : [lock.park];
}

/** Names a lock by what it says. */
export function lockKey(lock: Lock): string {
  if ('outcome' in lock) return `${lock.outcome}:${lock.park}`;
  return 'together' in lock ? `together:${[...lock.together].sort().join('+')}` : `apart:${[...lock.apart].sort().join('+')}`;
}

export function lockedParks(locks: Locks): ReadonlySet<string> {
  return new Set(locks.flatMap(parksOf));
}

export function withPlates(decisions: readonly Decision[], parks: readonly string[]): readonly Decision[] {
  const plates = [...new Set(parks)].sort();
  const said = decisions.some((decision) => canonical([...decision.plates].sort()) === canonical(plates));
  return plates.length < 2 || said ? decisions : [...decisions, { plates }];
}

export function platesKey({ plates }: Decision): string {
  return `plates:${[...plates].sort().join('+')}`;
}
