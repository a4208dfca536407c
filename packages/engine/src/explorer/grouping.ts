// Who stands in which row: units by their place, type or grade on a day, cities above them as subtotals. Places that file for themselves
// (a county, the province) are never added to zones, nor to what they already hold.
import type { Day } from '../kernel/index.ts';
import type { CubeUnit, UnitFacts } from './block.ts';
import type { RowKind } from './cube.ts';
import { bearersOf, type Era, type Explorer } from './explorer.ts';

/** Which units count into sums: zones, or places of one level. */
export const tiers = ['zone', 'county', 'city', 'province'] as const;
export type Tier = (typeof tiers)[number];

export interface UnitFilter {
  /** How the codes of places begin: '33', '3307', '330726'. */
  readonly within: string;
  /** Empty: all. */
  readonly types: readonly string[];
  /** Null: all. */
  readonly units: ReadonlySet<string> | null;
}

const mostGroupings = 60;

/** Once for each way of standing in rows, until units come or go. */
export function groupingFor(explorer: Explorer, kind: RowKind, filter: UnitFilter): Grouping {
  const bearers = bearersOf(explorer);
  const units = filter.units && [...filter.units].sort().join(' ');
  const key = [kind, filter.within, filter.types.join(' '), units ?? '*', bearers.size].join('|');
  const { groupings, sums } = explorer.kept;
  const known = groupings.get(key);
  if (known) return known;
  const grouping = groupingOf(explorer, kind, filter);
  const [oldest] = groupings.keys();
  if (groupings.size >= mostGroupings && oldest !== undefined) {
    const gone = groupings.get(oldest);
    if (gone) sums.delete(gone);
    groupings.delete(oldest);
  }
  groupings.set(key, grouping);
  return grouping;
}

export const everyUnit: UnitFilter = { within: '33', types: [], units: null };

export interface Grouping {
  readonly kind: RowKind;
  /** Key of each row below the subtotals, in the order they were met. */
  readonly leaves: readonly string[];
  /** By leaf: its city, or null. */
  readonly cities: readonly (string | null)[];
  /** By unit of the cube: its leaf on days of that era, -1 for none. Sums of a tier take only its units; rows of units show all. */
  readonly leafOf: (era: Era, tier: Tier) => Int32Array;
  /** By leaf of unit rows: whether it counts into subtotals and the whole. */
  readonly counts: (leaf: number, tier: Tier) => boolean;
}

function groupingOf(explorer: Explorer, kind: RowKind, filter: UnitFilter): Grouping {
  const leaves: string[] = [];
  const cities: (string | null)[] = [];
  const places = new Map<string, number>();
  const known: Readonly<Record<Tier, Map<number, Int32Array>>> = {
    zone: new Map(),
    county: new Map(),
    city: new Map(),
    province: new Map(),
  };
  const bearers = bearersOf(explorer);
  const leafAt = (key: string, city: string | null): number => {
    const found = places.get(key);
    if (found !== undefined) return found;
    places.set(key, leaves.length);
    leaves.push(key);
    cities.push(city);
    return leaves.length - 1;
  };
  const leafOf = ({ number, day }: Era, tier: Tier): Int32Array => {
    const kept = known[kind === 'unit' ? 'zone' : tier];
    const found = kept.get(number);
    if (found && found.length >= explorer.cube.ids.length) return found;
    const map = Int32Array.from(explorer.cube.ids, (id, unit) => {
      if (!bearers.has(unit)) return -1;
      const facts = factsOn(explorer.roster.get(id), id, day);
      if (!facts || !matches(filter, id, facts) || (kind !== 'unit' && tierOf(id) !== tier)) return -1;
      const row = keyOf(kind, id, facts);
      return row === null ? -1 : leafAt(row, cityOf(facts.place));
    });
    kept.set(number, map);
    return map;
  };
  return { kind, leaves, cities, leafOf, counts: (leaf, tier) => kind !== 'unit' || tierOf(leaves[leaf] ?? '') === tier };
}

export function tierOf(id: string): Tier {
  if (!/^33\d{4}$/.test(id)) return 'zone';
  if (id.endsWith('0000')) return 'province';
  return id.endsWith('00') ? 'city' : 'county';
}

/** What a unit was on the day; what it was last, where it no longer is; what it was first, where it is not yet. */
export function factsOn(unit: CubeUnit | undefined, id: string, day: Day): UnitFacts | null {
  const facts = unit?.facts ?? [];
  if (facts.length === 0) return tierOf(id) === 'zone' ? null : { from: '', to: null, place: id, type: null, grade: null };
  return facts.findLast(({ from }) => from <= day) ?? facts[0] ?? null;
}

function matches({ within, types, units }: UnitFilter, id: string, { place, type }: UnitFacts): boolean {
  return place.startsWith(within) && (types.length === 0 || (type !== null && types.includes(type))) && (units === null || units.has(id));
}

function keyOf(kind: RowKind, id: string, { place, type, grade }: UnitFacts): string | null {
  if (kind === 'unit') return id;
  if (kind === 'county') return place;
  if (kind === 'city') return cityOf(place) ?? place;
  if (kind === 'type') return type;
  return kind === 'grade' ? grade : 'all';
}

function cityOf(place: string): string | null {
  return place.endsWith('0000') ? null : `${place.slice(0, 4)}00`;
}
