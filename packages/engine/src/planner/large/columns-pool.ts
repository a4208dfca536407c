// The columns found so far, and asking the groups for more at given prices.

import type { Desk, Highs } from '../desk.ts';
import type { Alternatives, Component, Group, GroupCurve, GroupPlan } from '../group.ts';
import type { Caps } from '../instance.ts';
import { agrees, type Branch, narrowed, wayOpen } from './columns-branch.ts';
import type { MasterColumn } from './columns-master.ts';
import { type Offer, placesOf } from './columns-picks.ts';
import { bare, pricesOf, type Row, rowsOf, type Three, usesOf } from './columns-rows.ts';
import { costOfPlan, type Frame, frameOf, planOf } from './heuristic-frame.ts';

export interface Column extends MasterColumn {
  readonly plan: GroupPlan;
}

export interface Pool {
  readonly alternatives: readonly Alternatives[];
  readonly cap: number;
  readonly rows: readonly Row[];
  readonly components: readonly {
    readonly component: Component;
    readonly alternative: number;
    readonly joint: boolean;
    readonly frame: Frame;
  }[];
  readonly desk: Desk;
  readonly highs: () => Promise<Highs>;
  /** Grows; each plan of a group once. */
  readonly columns: Column[];
  readonly known: Set<string>;
  readonly curves: Map<string, Promise<GroupCurve>>;
  /** Work done so far, in cells of tables. */
  cells: number;
}

export function poolOf(alternatives: readonly Alternatives[], caps: Caps, desk: Desk): Pool {
  const parks = alternatives.flatMap(({ apart }) => apart.flatMap(({ group }) => group.parks));
  return {
    alternatives,
    cap: caps.zones,
    rows: rowsOf(caps, parks),
    components: placesOf(alternatives).map((place) => ({ ...place, frame: frameOf(place.component.group) })),
    desk,
    highs: () => desk.highs(),
    columns: [],
    known: new Set(),
    curves: new Map(),
    cells: 0,
  };
}

export interface Asked {
  /** With the prices in cost and bound. */
  readonly offers: readonly Offer[];
  /** Columns not known before. */
  readonly added: number;
}

/** Every group at these prices, under these branches. `free`: nothing costs but the rows. */
export async function ask(
  pool: Pool,
  branches: readonly Branch[],
  { prices, free = false }: { readonly prices: Three; readonly free?: boolean },
): Promise<Asked> {
  const before = pool.columns.length;
  const priced = prices.some((price) => price !== 0) ? pricesOf(prices) : undefined;
  const curves = await Promise.all(
    pool.components.map(({ component, alternative, joint }, place) => {
      if (!wayOpen(branches, alternative, joint)) return null;
      const own = branches.filter((branch) => branch.kind !== 'way' && branch.component === place);
      return remembered(pool, JSON.stringify([place, free, prices, own]), () => {
        const group = narrowed(component.group, place, own);
        pool.cells += cellsOf(group);
        return pool.desk.curve(free ? bare(group) : group, priced);
      });
    }),
  );
  for (const [component, curve] of curves.entries())
    for (const point of curve?.points ?? []) if (Number.isFinite(point.cost)) keep(pool, component, point.plan);
  return { offers: offersOf(pool, curves), added: pool.columns.length - before };
}

/** A branch changes one group; the others answer at the same prices what they answered before. */
function remembered(pool: Pool, key: string, curve: () => Promise<GroupCurve>): Promise<GroupCurve> {
  const known = pool.curves.get(key) ?? curve();
  if (pool.curves.size > mostRemembered) pool.curves.clear();
  pool.curves.set(key, known);
  return known;
}

const mostRemembered = 20_000;
const largestTable = 22;

/** About what solving the group costs; more for one that fits no table. */
function cellsOf({ parks }: Group): number {
  return 2 ** 12 + 2 ** Math.min(parks.length, largestTable + 2);
}

function offersOf(pool: Pool, curves: readonly (GroupCurve | null)[]): readonly Offer[] {
  return pool.alternatives.map((_, alternative) => {
    const own = pool.components.flatMap((place, component) =>
      place.alternative === alternative ? [{ joint: place.joint, points: curves[component]?.points ?? [] }] : [],
    );
    return { apart: own.filter(({ joint }) => !joint).map(({ points }) => points), joint: own.find(({ joint }) => joint)?.points ?? null };
  });
}

/** Adds the plan as a column, with its outcomes and leads as they cost least. */
function keep(pool: Pool, component: number, found: GroupPlan): void {
  const key = `${component}:${found.zones
    .map((zone) => zone.toSorted((a, b) => a - b).join(','))
    .sort()
    .join(';')}`;
  const place = pool.components[component];
  if (!place || pool.known.has(key)) return;
  pool.known.add(key);
  const plan = planOf(place.frame, found.zones);
  const cost = costOfPlan(place.frame, plan);
  if (Number.isFinite(cost)) pool.columns.push({ component, cost, zones: plan.zones.length, uses: usesOf(place.frame.group, plan), plan });
}

/** The columns that these branches leave. */
export function allowed(pool: Pool, branches: readonly Branch[]): readonly Column[] {
  return pool.columns.filter(({ component, plan }) => {
    const place = pool.components[component];
    return place && wayOpen(branches, place.alternative, place.joint) && agrees(plan, component, branches);
  });
}
