// The sums that couple the groups of a province besides the cap on zones: staff kept, platforms, public money. Each as "sum ≤ limit".
import type { Group, GroupPlan, Prices } from '../group.ts';
import type { Caps, Park } from '../instance.ts';
import { mayCarryPlatform } from './heuristic-frame.ts';

export const rowCodes = ['staffShare', 'platforms', 'budget'] as const;
export type RowCode = (typeof rowCodes)[number];

/** One figure for each of the three rows, in their order. */
export type Three = readonly [number, number, number];
export const zeros: Three = [0, 0, 0];

export interface Row {
  readonly code: RowCode;
  readonly place: 0 | 1 | 2;
  readonly limit: number;
}

/** The rows in force; `parks` are all of the province. Platforms count negatively: at least so many is at most minus so many. */
export function rowsOf(caps: Caps, parks: readonly Park[]): readonly Row[] {
  const staff = parks.reduce((sum, park) => sum + park.staff, 0);
  const rows: Row[] = [];
  if (caps.staffShare !== null) rows.push({ code: 'staffShare', place: 0, limit: caps.staffShare * staff });
  if (typeof caps.platforms === 'number') rows.push({ code: 'platforms', place: 1, limit: -caps.platforms });
  if (typeof caps.budget === 'number') rows.push({ code: 'budget', place: 2, limit: caps.budget });
  return rows;
}

/** What a plan of the group adds to each row. */
export function usesOf({ parks }: Group, plan: GroupPlan): Three {
  const inZone = new Set(plan.zones.flat());
  let [staff, budget] = [0, 0];
  for (const [place, park] of parks.entries()) {
    if (inZone.has(place)) staff += park.staff;
    else budget += park.budget ?? 0;
  }
  const platforms = plan.zones.filter((zone) => zone.some((place) => isPlatform(parks[place]))).length;
  return [staff, platforms === 0 ? 0 : -platforms, budget];
}

function isPlatform(park: Park | undefined): boolean {
  return park !== undefined && mayCarryPlatform(park);
}

/** Multipliers ≥ 0 of the rows as the prices that a group is solved with. */
export function pricesOf([staff, platforms, budget]: Three): Prices {
  return { staff, platform: platforms === 0 ? 0 : -platforms, budget };
}

/** The same group where nothing costs anything but the rows. */
export function bare(group: Group): Group {
  const free = (park: Park): Park => ({
    ...park,
    weight: 0,
    outputs: [],
    abolishLoss: 0,
    convertLoss: park.convertLoss === null ? null : 0,
    trimLoss: 0,
  });
  return { ...group, parks: group.parks.map(free), costs: { ...group.costs, zone: 0, detachedPiece: 0, industry: 0 } };
}

/** As ruleBreaks has it: 1e-6, and 1e-9 of the limit. */
export function keeps(row: Row, use: number): boolean {
  return use <= row.limit + slackOf(row);
}

export function slackOf({ limit }: Row): number {
  return 1e-6 + 1e-9 * Math.abs(limit);
}
