// Where a unit's figure comes from: its own and those of units that became it, with the acts between (the source card).
import { type Day, type Period, perYear } from '../kernel/index.ts';
import { endOf, periodAtOrdinal, placeOf } from './block.ts';
import { type Explorer, finerThan, movesBetween, planFor, sourceFor, untilOf } from './explorer.ts';
import { actsUntil } from './moves.ts';

export interface TrailAsked {
  readonly code: string;
  readonly unit: string;
  readonly period: Period;
  /** Null: as it was at the end of the period. */
  readonly today: Day | null;
}

/** Units and periods whose filed figures go into a figure, and the acts they came through. */
export interface Trail {
  readonly units: readonly string[];
  readonly periods: readonly Period[];
  readonly acts: readonly { readonly act: string; readonly from: string }[];
}

export function trailOf(explorer: Explorer, { code, unit, period, today }: TrailAsked): Trail {
  const place = placeOf(period);
  const index = explorer.cube.indexOf.get(unit);
  if (!place || index === undefined) return { units: [unit], periods: [period], acts: [] };
  const finest = finerThan(place.grain).findLast((grain) =>
    planFor(explorer, code).parts.some((part) => sourceFor(explorer, part.code, grain)),
  );
  const first = finest ? (place.ordinal * perYear[finest]) / perYear[place.grain] : place.ordinal;
  const until = untilOf(explorer, endOf(place.grain, place.ordinal), today);
  const moves = movesBetween(explorer, actsUntil(explorer.book, endOf(finest ?? place.grain, first)), until);
  const sources = [...(moves?.byUnit ?? [])].filter(([from, { to }]) => from !== index && to.includes(index));
  const acts = sources.flatMap(([from, move]) => move.acts.map((act) => ({ act, from: explorer.cube.ids[from] ?? '' })));
  return {
    units: [unit, ...sources.flatMap(([from]) => explorer.cube.ids[from] ?? [])],
    periods: periodsBehind(explorer, code, period),
    acts,
  };
}

/** The period itself, and finer ones that were filed. */
export function periodsBehind(explorer: Explorer, code: string, period: Period): readonly Period[] {
  const place = placeOf(period);
  if (!place) return [period];
  const filed = finerThan(place.grain).filter((one) => planFor(explorer, code).parts.some((part) => sourceFor(explorer, part.code, one)));
  return [place.grain, ...filed].flatMap((one) => {
    const each = perYear[one] / perYear[place.grain];
    return Array.from({ length: each }, (_, index) => periodAtOrdinal(one, place.ordinal * each + index));
  });
}
