// What a zone is put together from: single parks, or those a lock keeps together. Parks that may stand in no zone are left out, so that
// fewer subsets have to be looked at.
import type { Group } from './group.ts';

export interface Units {
  /** Places of parks, ascending; units by their highest level, then by their output: what bounds costs likes it so. */
  readonly units: readonly (readonly number[])[];
  /** Units that must stand in a zone, as bits. */
  readonly must: number;
  /** For each unit, as bits, those it may not share a zone with. */
  readonly against: Int32Array;
  /** National plates, as bits; and the sets of them that decisions allow. */
  readonly plates: number;
  readonly platesAllowed: readonly number[];
}

/** Most units that bits of an integer name, with room for the arithmetic on them. */
export const mostUnits = 30;

/** null: the locks leave no plan. Where there are more than `mostUnits` units, the bits mean nothing. */
export function unitsOf(group: Group): Units | null {
  if (group.torn) return null;
  const barred = group.parks.map((park, place) => park.forbidden || group.fixed[place] === 'convert' || group.fixed[place] === 'abolish');
  const joined = joinedOf(group);
  const asked = new Set([...group.together.flat(), ...group.fixed.flatMap((outcome, place) => (outcome === 'merge' ? [place] : []))]);
  if ([...asked].some((place) => barred[place])) return null;
  const units = byLevel(
    group,
    [...joined.values()].filter((unit) => !barred[unit[0] ?? 0]),
  );
  const unitOf = new Map(units.flatMap((unit, bit) => unit.map((place) => [place, bit] as const)));
  const against = againstOf(group, units, unitOf);
  if (against === null) return null;
  const bits = (places: readonly number[]) => places.reduce((mask, place) => mask | (1 << (unitOf.get(place) ?? mostUnits + 1)), 0);
  return {
    units,
    must: bits([...asked]),
    against,
    plates: bits(nationals(group).filter((place) => unitOf.has(place))),
    platesAllowed: group.platesAllowed.map((set) => bits(set.filter((place) => unitOf.has(place)))),
  };
}

/** The units where no lock is heard: every park that no layer forbids. A table of them serves under any lock. */
export function unlocked(group: Group): readonly (readonly number[])[] {
  return byLevel(
    group,
    group.parks.flatMap((park, place) => (park.forbidden ? [] : [[place]])),
  );
}

/** By the first park of each unit. */
function joinedOf(group: Group): ReadonlyMap<number, readonly number[]> {
  const first = group.parks.map((_, place) => place);
  for (const set of group.together) {
    const merged = new Set(set.map((place) => first[place] ?? place));
    const least = Math.min(...merged);
    for (const [place, one] of first.entries()) if (merged.has(one)) first[place] = least;
  }
  const units = new Map<number, number[]>();
  for (const [place, one] of first.entries()) units.set(one, [...(units.get(one) ?? []), place]);
  return units;
}

function byLevel(group: Group, units: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const levelOf = (unit: readonly number[]) => Math.max(...unit.map((place) => group.parks[place]?.level ?? 0));
  const outputOf = (unit: readonly number[]) =>
    unit.reduce((sum, place) => sum + (group.parks[place]?.outputs ?? []).reduce((all, output) => all + output, 0), 0);
  const keys = units.map((unit) => ({ unit, level: levelOf(unit), output: outputOf(unit), first: unit[0] ?? 0 }));
  return keys.sort((a, b) => a.level - b.level || a.output - b.output || a.first - b.first).map(({ unit }) => unit);
}

function nationals(group: Group): readonly number[] {
  return group.parks.flatMap((park, place) => (park.level === 3 ? [place] : []));
}

/** null: a unit may not stand together with itself. */
function againstOf(group: Group, units: readonly (readonly number[])[], unitOf: ReadonlyMap<number, number>): Int32Array | null {
  const against = new Int32Array(units.length);
  const plates = nationals(group);
  const pairs = plates.flatMap((a) => plates.filter((b) => a < b).map((b) => [a, b] as const));
  const refused = pairs.filter(([a, b]) => !group.platesAllowed.some((set) => set.includes(a) && set.includes(b)));
  for (const [a, b] of [...group.apart, ...refused]) {
    const [one, other] = [unitOf.get(a), unitOf.get(b)];
    if (one === undefined || other === undefined) continue;
    if (one === other) return null;
    against[one] = (against[one] ?? 0) | (1 << other);
    against[other] = (against[other] ?? 0) | (1 << one);
  }
  return units.some((unit) => !platesMay(group, unit)) ? null : against;
}

function platesMay(group: Group, unit: readonly number[]): boolean {
  const plates = unit.filter((place) => group.parks[place]?.level === 3);
  return plates.length < 2 || group.platesAllowed.some((set) => plates.every((place) => set.includes(place)));
}
