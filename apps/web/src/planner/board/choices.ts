// Every place a park can be given, as keys of a choice: free, merge, convert, abolish, or a zone by its lead. Pure.
import type { Lock } from '../shapes.ts';
import type { Target } from './locks.ts';
import type { ParkView, PlaceView, ZoneView } from './view.ts';

export interface PlaceChoice {
  readonly key: string;
  readonly zone: ZoneView | null;
}

const zonePrefix = 'zone:';

/** A forbidden park has no zone to join; one that may not convert is not offered it. */
export function choicesFor({ park }: ParkView, place: PlaceView): readonly PlaceChoice[] {
  const zones = park.forbidden ? [] : place.zones.filter(({ lead }) => lead.code !== park.code);
  const plain = ['free', ...(park.forbidden ? [] : ['merge']), ...(park.convertLoss === null ? [] : ['convert']), 'abolish'];
  const [free = 'free', ...rest] = plain;
  return [
    { key: free, zone: null },
    ...zones.map((zone) => ({ key: `${zonePrefix}${zone.lead.code}`, zone })),
    ...rest.map((key) => ({ key, zone: null })),
  ];
}

/** What the locks say of its place now. */
export function placeKeyOf(locks: readonly Lock[], { park, lead }: ParkView): string {
  const outcome = locks.find((lock) => 'outcome' in lock && lock.park === park.code);
  if (outcome && 'outcome' in outcome) return outcome.outcome;
  const held =
    lead !== null &&
    lead !== park.code &&
    locks.some((lock) => 'together' in lock && lock.together.includes(park.code) && lock.together.includes(lead));
  return held ? `${zonePrefix}${lead}` : 'free';
}

export function targetOfKey(key: string): Target {
  if (key.startsWith(zonePrefix)) return { zone: key.slice(zonePrefix.length) };
  return key === 'merge' || key === 'convert' || key === 'abolish' ? { outcome: key } : 'free';
}
