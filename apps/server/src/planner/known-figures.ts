// The figures of parks as the planner counts them. A missing one is left out or stands in as the median of its place; either is listed.
import type { MissingFigure, PlannerSettings } from '@zhenghe/contract/planner';
import { type Cell, Decimal, type DecimalText, isMissing } from '@zhenghe/engine/kernel';
import type { ParkFigures } from '../zones/index.ts';

export interface RegisterPark {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly grade: 'national' | 'provincial' | 'local';
  readonly areaKm2: Cell<DecimalText>;
  readonly point: readonly [number, number];
  /** False where only the place of its county is known. */
  readonly ownPoint: boolean;
  readonly figures: ParkFigures;
}

export interface Known {
  /** Persons. */
  readonly staff: Decimal;
  /** 亿元 in all; an assumed one is not broken down. */
  readonly output: Decimal;
  /** By industry, in the order of `industries`. */
  readonly outputs: readonly Decimal[];
  readonly protectedHa: Decimal | null;
  /** Its own figure, not one that stands in. */
  readonly protectedKnown: boolean;
}

export interface KnownFigures {
  readonly industries: readonly string[];
  readonly missing: readonly MissingFigure[];
  readonly of: (park: string) => Known;
}

type Figure = 'staff' | 'output' | 'protected';

const zero = new Decimal(0);
const nothing: Known = { staff: zero, output: zero, outputs: [], protectedHa: null, protectedKnown: false };

export function knownFigures(parks: readonly RegisterPark[], policy: PlannerSettings['missing']): KnownFigures {
  const industries = [...new Set(parks.flatMap(({ figures }) => Object.keys(outputsOf(figures))))].sort();
  const medians = policy === 'county-median' ? mediansOf(parks) : new Map<string, Decimal>();
  const missing: MissingFigure[] = [];
  const rows = parks.map((park) => {
    const take = (figure: Figure): Decimal | null => {
      const own = figureOf(park, figure);
      if (own !== null) return own;
      const assumed = medians.get(`${park.jurisdiction} ${figure}`) ?? null;
      const done = assumed === null ? 'left-out' : 'county-median';
      missing.push({ park: park.id, name: park.name, figure, done, assumed: assumed?.toNumber() ?? null });
      return assumed;
    };
    const [staff, output, protectedHa] = [take('staff'), take('output'), take('protected')];
    if (!park.ownPoint) missing.push({ park: park.id, name: park.name, figure: 'point', done: 'left-out', assumed: null });
    const own = outputsOf(park.figures);
    const outputs = industries.map((name) => new Decimal(own[name] ?? 0));
    const protectedKnown = !isMissing(park.figures.protectedKm2);
    return [park.id, { staff: staff ?? zero, output: output ?? zero, outputs, protectedHa, protectedKnown }] as const;
  });
  const known = new Map(rows);
  return { industries, missing, of: (park) => known.get(park) ?? nothing };
}

function outputsOf({ outputs }: ParkFigures): Readonly<Record<string, DecimalText>> {
  return isMissing(outputs) ? {} : outputs;
}

/** staff in persons, output in 亿元, protected in hectares. */
function figureOf({ figures }: RegisterPark, figure: Figure): Decimal | null {
  if (figure === 'staff') return isMissing(figures.staff) ? null : new Decimal(figures.staff);
  if (figure === 'protected') return isMissing(figures.protectedKm2) ? null : new Decimal(figures.protectedKm2).times(100);
  if (isMissing(figures.outputs)) return null;
  return Object.values(figures.outputs).reduce((sum, value) => sum.plus(value), zero);
}

/** By "place figure"; absent where no park of the place has the figure. */
function mediansOf(parks: readonly RegisterPark[]): ReadonlyMap<string, Decimal> {
  const known = new Map<string, Decimal[]>();
  for (const park of parks) {
    for (const figure of ['staff', 'output', 'protected'] as const) {
      const own = figureOf(park, figure);
      const key = `${park.jurisdiction} ${figure}`;
      if (own !== null) known.set(key, [...(known.get(key) ?? []), own]);
    }
  }
  return new Map([...known].map(([key, values]) => [key, medianOf(values)]));
}

function medianOf(values: readonly Decimal[]): Decimal {
  const order = values.toSorted((a, b) => a.comparedTo(b));
  const [low, high] = [order[Math.floor((order.length - 1) / 2)], order[Math.floor(order.length / 2)]];
  return (low ?? zero).plus(high ?? zero).dividedBy(2);
}
