// The rules that reach into one group (or into those that a joint jurisdiction may put together), and the group with only some of them.
import { type RuleUse, ruleCodes } from '../answer.ts';
import { compare } from '../cost.ts';
import type { Alternatives, Component, Group } from '../group.ts';
import { groupsOf } from '../groups.ts';
import type { Instance, Lock, Park } from '../instance.ts';

/** What is solved together, as an instance of its own. */
export interface Family {
  readonly instance: Instance;
  /** For each lock of this instance, its place in the whole. */
  readonly lockPlaces: readonly number[];
  /** All that could stand in the way of a plan here, those of the law before the locks. */
  readonly rules: readonly RuleUse[];
}

/** In the order of codes. Locks that reach nowhere are left out. */
export function familiesOf(instance: Instance): readonly Family[] {
  const alternatives = groupsOf(instance);
  const familyOf = new Map(
    alternatives.flatMap(({ apart }, family) => apart.flatMap(({ group }) => group.parks.map((park) => [park.code, family] as const))),
  );
  const locks = alternatives.map((): { readonly lock: Lock; readonly place: number }[] => []);
  for (const [place, lock] of instance.locks.entries()) {
    const families = new Set(parksOf(lock).flatMap((code) => familyOf.get(code) ?? []));
    for (const family of families) locks[family]?.push({ lock, place });
  }
  const pairs = alternatives.map((): Instance['adjacency'][number][] => []);
  for (const pair of instance.adjacency) pairs[familyOf.get(pair[0]) ?? -1]?.push(pair);
  return alternatives.map(({ apart, joint }, at) => {
    const own = locks[at] ?? [];
    const part: Instance = {
      ...instance,
      jurisdictions: [...apart, ...(joint ? [joint] : [])].map(({ jurisdiction }) => jurisdiction),
      parks: apart.flatMap(({ group }) => group.parks),
      adjacency: pairs[at] ?? [],
      locks: own.map(({ lock }) => lock),
    };
    const lockPlaces = own.map(({ place }) => place);
    return { instance: part, lockPlaces, rules: rulesOf(part, lockPlaces) };
  });
}

export function keyOf({ rule, subject }: RuleUse): string {
  return `${rule} ${subject ?? ''}`;
}

/** In the order of ruleCodes; locks by their place in the list. */
export function inOrder(rules: readonly RuleUse[]): readonly RuleUse[] {
  const rank = ({ rule, subject }: RuleUse) => [ruleCodes.indexOf(rule), rule === 'lock' ? Number(subject) : 0] as const;
  return [...rules].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one[0] - other[0] || one[1] - other[1] || compare(a.subject ?? '', b.subject ?? '');
  });
}

export function parksOf(lock: Lock): readonly string[] {
  if ('outcome' in lock) return [lock.park];
  return 'together' in lock ? lock.together : lock.apart;
}

/** The family with only these rules (keys); bare of costs is for the caller. null: two locks leave a park no outcome. */
export function keeping({ instance, lockPlaces }: Family, rules: ReadonlySet<string>, zones: MostZones): Alternatives | null {
  const has = (rule: RuleUse['rule'], subject: string) => rules.has(keyOf({ rule, subject }));
  const locks = instance.locks.filter((_, place) => has('lock', String(lockPlaces[place])));
  if (outcomesClash(locks, instance.parks, (park) => has('may-convert', park))) return null;
  const parks = instance.parks.map((park) => ({
    ...park,
    forbidden: park.forbidden && has('forbidden', park.code),
    convertLoss: park.convertLoss ?? (locks.some((lock) => 'outcome' in lock && lock.park === park.code) ? 0 : null),
  }));
  const [alternatives] = groupsOf({ ...instance, locks, parks });
  if (!alternatives) return null;
  const relaxed = ({ jurisdiction, group }: Component): Component => ({
    jurisdiction,
    group: {
      ...group,
      zonesMin: has('zones-min', group.code) ? group.zonesMin : 0,
      zonesMax: has('zones-max', group.code) ? group.zonesMax : Math.max(group.zonesMax, zones(group)),
      platesAllowed: has('national-plates', group.code)
        ? group.platesAllowed
        : [group.parks.flatMap((park, at) => (park.level === 3 ? [at] : []))],
      costs: has('detached-pieces', group.code) ? group.costs : { ...group.costs, maxDetachedPieces: group.parks.length },
    },
  });
  return { apart: alternatives.apart.map(relaxed), joint: alternatives.joint && relaxed(alternatives.joint) };
}

/** Of a group without its bound on zones: no more than these are ever of use. */
export type MostZones = (group: Group) => number;

/** Zones without a park that must stand in one can be done without. */
export function mostForced({ together, fixed, zonesMin }: Group): number {
  const joined = new Set(together.flat());
  return Math.max(zonesMin, together.length + fixed.filter((outcome, place) => outcome === 'merge' && !joined.has(place)).length);
}

/** The group with no parks but those that locks ask into a zone: a plan of these is a plan of all, the others standing in none. */
export function forcedOnly(group: Group): Group {
  const asked = new Set([...group.together.flat(), ...group.fixed.flatMap((outcome, place) => (outcome === 'merge' ? [place] : []))]);
  const kept = group.parks.flatMap((_, place) => (asked.has(place) ? [place] : []));
  const placeOf = new Map(kept.map((old, place) => [old, place]));
  const moved = (places: readonly number[]) => places.flatMap((place) => placeOf.get(place) ?? []);
  const own = <T>(list: readonly T[]): readonly T[] => list.filter((_, place) => asked.has(place));
  return {
    ...group,
    parks: own(group.parks),
    touches: own(group.touches).map(moved),
    together: group.together.map(moved),
    apart: group.apart.flatMap(([a, b]): (readonly [number, number])[] => {
      const [one, other] = [placeOf.get(a), placeOf.get(b)];
      return one === undefined || other === undefined ? [] : [[one, other]];
    }),
    fixed: own(group.fixed),
    platesAllowed: group.platesAllowed.map(moved),
  };
}

function outcomesClash(locks: readonly Lock[], parks: readonly Park[], mayConvertHolds: (park: string) => boolean): boolean {
  const outcomes = new Map<string, string>();
  const noConversion = new Set(parks.filter((park) => park.convertLoss === null).map((park) => park.code));
  for (const lock of locks) {
    if (!('outcome' in lock)) continue;
    if (lock.outcome === 'convert' && noConversion.has(lock.park) && mayConvertHolds(lock.park)) return true;
    if ((outcomes.get(lock.park) ?? lock.outcome) !== lock.outcome) return true;
    outcomes.set(lock.park, lock.outcome);
  }
  return false;
}

function rulesOf({ jurisdictions, parks, locks }: Instance, lockPlaces: readonly number[]): readonly RuleUse[] {
  const converts = new Set(locks.flatMap((lock) => ('outcome' in lock && lock.outcome === 'convert' ? [lock.park] : [])));
  const local = (['zones-max', 'zones-min', 'detached-pieces', 'national-plates'] as const).flatMap((rule) =>
    jurisdictions.map(({ code }): RuleUse => ({ rule, subject: code })),
  );
  return [
    ...local,
    ...parks.filter((park) => park.forbidden).map((park): RuleUse => ({ rule: 'forbidden', subject: park.code })),
    ...parks
      .filter((park) => park.convertLoss === null && converts.has(park.code))
      .map((park): RuleUse => ({ rule: 'may-convert', subject: park.code })),
    ...lockPlaces.map((place): RuleUse => ({ rule: 'lock', subject: String(place) })),
  ];
}
