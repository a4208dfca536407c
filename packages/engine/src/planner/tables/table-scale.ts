// The quanta in which tables round down, and what bars a subset: chosen so that whole numbers of 32 bits never overflow.
import type { Group } from '../group.ts';
import type { Park } from '../instance.ts';

/** No subset costs more quanta; and its sum over parks adds at most so many either way. */
const mostQuanta = 2 ** 27;
export const mostAdded = 2 ** 25;

/** A barred subset costs at least so much. */
export const barred = 2 ** 29;

/** From here on no gain is possible, neither of one zone nor of two: less than any sum with a barred one, more than any without. */
export const impossible = 3 * 2 ** 27;

/** Weighted km from a park to a lead. */
export function reachOf(park: Park, lead: Park): number {
  return park.weight * Math.hypot(park.x - lead.x, park.y - lead.y);
}

/** Quanta in a cost of one: a power of two, so that a table serves again where only what is added has changed a little. */
export function scaleOf({ parks, costs }: Group): number {
  const sum = (figure: (park: Park) => number) => parks.reduce((all, park) => all + figure(park), 0);
  const farthest = sum((park) => parks.reduce((most, lead) => Math.max(most, reachOf(park, lead)), 0));
  const outputs = sum((park) => park.outputs.reduce((all, output) => all + output, 0));
  const most = farthest + costs.industry * outputs + costs.detachedPiece * costs.maxDetachedPieces;
  const added = costs.zone + sum((park) => park.trimLoss + Math.max(park.abolishLoss, park.convertLoss ?? 0));
  // Prices of the coupling rows may add as much again three times over; beyond that the sums are rounded more coarsely.
  return 2 ** Math.floor(Math.log2(Math.min(mostQuanta / Math.max(most, 1e-6), mostAdded / Math.max(4 * added, 1e-6))));
}
