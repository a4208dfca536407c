// The curve of a group that fits a table: for every number of zones the plan of least cost, proven.
import { type Gains, gainsOf } from '../explain/gains.ts';
import type { Group, GroupCurve, GroupPoint, Prices } from '../group.ts';
import { costOfPlan, type Frame, frameOf, noPrices, planOf } from '../large/heuristic-frame.ts';
import { manyZones } from '../large/many-zones.ts';
import { type Units, unitsOf, unlocked } from '../units.ts';
import { bestTwo, bestZone, settled, sideOf, tooMany, type Zones } from '../zones-of-group.ts';
import { mostInTable, openTable, type Table } from './table.ts';
import type { TableMemory } from './table-memory.ts';

/** A group with the table it is looked up in; the table serves again for other locks and prices. */
export interface Tabled {
  readonly group: Group;
  readonly units: Units;
  readonly table: Table;
}

/** null: too large for tables. */
export function tabled(group: Group, tableOf: TableMemory = openTable): Tabled | 'no plan' | null {
  const units = unitsOf(group);
  if (units === null) return 'no plan';
  const table = tableOf(group, tableUnits(group, units));
  return table && { group, units, table };
}

/** All parks by themselves where they are not too many: then the table does not depend on the locks. */
function tableUnits(group: Group, units: Units): readonly (readonly number[])[] {
  const free = unlocked(group);
  return free.length <= mostInTable ? free : units.units;
}

/** null: for so many zones of so many parks tables find no end. */
export function tableCurve({ group, units, table }: Tabled, prices: Prices = noPrices): GroupCurve | null {
  const frame = frameOf(group, prices);
  const gains = gainsOf(table, frame, { units, most: 1 + group.costs.maxDetachedPieces });
  const most = Math.min(group.zonesMax, gains.n);
  const more = most > 2 ? manyZones(table, gains, most) : [];
  if (more === tooMany) return null;
  const few = upToTwo(table, gains, group);
  const none: Zones | null = units.must === 0 ? { zones: [], gain: 0 } : null;
  const found = [none, ...few, ...more.slice(2)];
  const points = found.flatMap((zones, count): GroupPoint[] =>
    zones === null || count < group.zonesMin || count > group.zonesMax ? [] : [pointOf(frame, gains, zones)],
  );
  return { code: group.code, points, method: 'tables' };
}

export function pointOf(frame: Frame, gains: Pick<Gains, 'parks'>, { zones }: Zones): GroupPoint {
  const plan = planOf(
    frame,
    zones.map((zone) => gains.parks(zone)),
  );
  const cost = costOfPlan(frame, plan);
  return { zones: zones.length, cost, bound: cost, plan };
}

function upToTwo(table: Table, gains: Gains, { zonesMin, zonesMax }: Group): readonly (Zones | null)[] {
  if (gains.n === 0 || zonesMax === 0) return [null, null];
  return settled(table, (wrap) => {
    const side = sideOf(wrap(gains));
    const one = zonesMin <= 1 ? bestZone(side) : null;
    const two = zonesMax >= 2 && gains.n >= 2 ? bestTwo(side, side) : null;
    return one === tooMany || two === tooMany ? null : [one, two];
  });
}
