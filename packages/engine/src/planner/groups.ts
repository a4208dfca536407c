// An instance as the groups that are solved by themselves: parks by their place, locks and decisions as far as they reach into a group.
import type { Alternatives, Component, Group } from './group.ts';
import type { Instance, Jurisdiction, Lock, Outcome, Park } from './instance.ts';

/** In the order of codes; a joint jurisdiction stands where the first of its members would. Unknown codes are passed over. */
export function groupsOf(instance: Instance): readonly Alternatives[] {
  const jurisdictions = [...instance.jurisdictions].sort(byCode);
  const sorted = sortedOf(instance);
  const alone = new Map(jurisdictions.filter((one) => !one.joins).map((one) => [one.code, one]));
  const inside = new Set<string>();
  const joint = jurisdictions.flatMap((one): Alternatives[] => {
    const members = [...(one.joins ?? [])].sort().flatMap((code) => alone.get(code) ?? []);
    if (members.length === 0) return [];
    for (const member of members) inside.add(member.code);
    const codes = members.map((member) => member.code);
    return [{ apart: members.map((member) => componentOf(sorted, member, [member.code])), joint: componentOf(sorted, one, codes) }];
  });
  const single = [...alone.values()].filter((one) => !inside.has(one.code));
  const all = [...joint, ...single.map((one): Alternatives => ({ apart: [componentOf(sorted, one, [one.code])], joint: null }))];
  return all.sort((a, b) => ((a.apart[0]?.jurisdiction.code ?? '') < (b.apart[0]?.jurisdiction.code ?? '') ? -1 : 1));
}

/** What an instance says of each jurisdiction, so that the whole is gone through once. */
interface Sorted {
  readonly instance: Instance;
  readonly parks: ReadonlyMap<string, readonly Park[]>;
  /** Under each jurisdiction that one of the parks they name belongs to. */
  readonly adjacency: ReadonlyMap<string, Instance['adjacency']>;
  readonly locks: ReadonlyMap<string, readonly Lock[]>;
  readonly known: ReadonlySet<string>;
}

function sortedOf(instance: Instance): Sorted {
  const home = new Map(instance.parks.map((park) => [park.code, park.jurisdiction]));
  const under = <T>(all: readonly T[], codesOf: (one: T) => readonly string[]) => {
    const sorted = new Map<string, T[]>();
    for (const one of all) {
      for (const jurisdiction of new Set(codesOf(one).flatMap((code) => home.get(code) ?? []))) {
        const own = sorted.get(jurisdiction);
        if (own) own.push(one);
        else sorted.set(jurisdiction, [one]);
      }
    }
    return sorted;
  };
  return {
    instance,
    parks: under([...instance.parks].sort(byCode), (park) => [park.code]),
    adjacency: under(instance.adjacency, (pair) => pair),
    locks: under(instance.locks, (lock) => ('together' in lock ? lock.together : 'apart' in lock ? lock.apart : [lock.park])),
    known: new Set(home.keys()),
  };
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function componentOf(sorted: Sorted, jurisdiction: Jurisdiction, members: readonly string[]): Component {
  const { instance, known } = sorted;
  const parks = members.flatMap((code) => sorted.parks.get(code) ?? []).sort(byCode);
  const locks = [...new Set(members.flatMap((code) => sorted.locks.get(code) ?? []))];
  const places = new Map(parks.map((park, place) => [park.code, place]));
  const reaches = locks.map((lock) => reach(lock, places, known));
  const group: Group = {
    code: jurisdiction.code,
    zonesMin: jurisdiction.zonesMin,
    zonesMax: jurisdiction.zonesMax,
    parks,
    touches: touchesOf(
      members.flatMap((code) => sorted.adjacency.get(code) ?? []),
      places,
      parks.length,
    ),
    costs: instance.costs,
    together: reaches.flatMap((lock) => (lock.together ? [lock.together] : [])),
    apart: reaches.flatMap((lock) => (lock.apart ? [lock.apart] : [])),
    fixed: fixedOf(locks, places, parks.length),
    platesAllowed: platesOf(instance, places, parks),
    ...(reaches.some((lock) => lock.torn) || contradicted(locks, places, parks) ? { torn: true } : {}),
  };
  return { jurisdiction, group };
}

/** A lock as far as it reaches into the group. */
interface Reach {
  readonly together?: readonly number[];
  readonly apart?: readonly [number, number];
  readonly torn?: true;
}

function reach(lock: Lock, places: ReadonlyMap<string, number>, known: ReadonlySet<string>): Reach {
  if ('together' in lock) {
    const asked = [...new Set(lock.together)].filter((code) => known.has(code));
    const here = asked.flatMap((code) => places.get(code) ?? []).sort((a, b) => a - b);
    if (here.length === 0) return {};
    return here.length < asked.length ? { torn: true } : { together: here };
  }
  if ('apart' in lock) {
    const [a, b] = [places.get(lock.apart[0]), places.get(lock.apart[1])];
    return a === undefined || b === undefined ? {} : { apart: a < b ? [a, b] : [b, a] };
  }
  return {};
}

function touchesOf(adjacency: Instance['adjacency'], places: ReadonlyMap<string, number>, count: number): number[][] {
  const touches = Array.from({ length: count }, () => new Set<number>());
  for (const [one, other] of adjacency) {
    const [a, b] = [places.get(one), places.get(other)];
    if (a === undefined || b === undefined || a === b) continue;
    touches[a]?.add(b);
    touches[b]?.add(a);
  }
  return touches.map((set) => [...set].sort((a, b) => a - b));
}

function fixedOf(locks: readonly Lock[], places: ReadonlyMap<string, number>, count: number): (Outcome | null)[] {
  const fixed = Array.from({ length: count }, (): Outcome | null => null);
  for (const lock of locks) {
    if (!('outcome' in lock)) continue;
    const place = places.get(lock.park);
    if (place !== undefined) fixed[place] = lock.outcome;
  }
  return fixed;
}

/** Two outcomes for one park, or conversion of a park that may not convert. */
function contradicted(locks: readonly Lock[], places: ReadonlyMap<string, number>, parks: readonly Park[]): boolean {
  const fixed = fixedOf(locks, places, parks.length);
  return locks.some((lock) => {
    if (!('outcome' in lock)) return false;
    const place = places.get(lock.park);
    if (place === undefined) return false;
    return fixed[place] !== lock.outcome || (lock.outcome === 'convert' && parks[place]?.convertLoss === null);
  });
}

function platesOf(instance: Instance, places: ReadonlyMap<string, number>, parks: readonly Park[]): number[][] {
  const sets = (instance.decisions ?? []).map((decision) =>
    [...new Set(decision.plates)].flatMap((code) => places.get(code) ?? []).filter((place) => parks[place]?.level === 3),
  );
  return sets.filter((set) => set.length > 1).map((set) => set.sort((a, b) => a - b));
}
