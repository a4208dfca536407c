// Where the master mixes columns, a choice is forced both ways: a joint jurisdiction or its members, a park in a zone or not, two parks
// in one zone or not. A choice is a lock on one group, so that whoever solves groups needs to know nothing of it.

import type { Group, GroupPlan } from '../group.ts';
import type { MasterColumn } from './columns-master.ts';

export type Branch =
  | { readonly kind: 'way'; readonly alternative: number; readonly joint: boolean }
  | { readonly kind: 'zone'; readonly component: number; readonly park: number; readonly inside: boolean }
  | { readonly kind: 'pair'; readonly component: number; readonly pair: readonly [number, number]; readonly together: boolean };

export function narrowed(group: Group, component: number, branches: readonly Branch[]): Group {
  return branches.reduce((one, branch) => (branch.kind !== 'way' && branch.component === component ? locked(one, branch) : one), group);
}

function locked(group: Group, branch: Exclude<Branch, { readonly kind: 'way' }>): Group {
  if (branch.kind === 'pair')
    return branch.together ? { ...group, together: [...group.together, branch.pair] } : { ...group, apart: [...group.apart, branch.pair] };
  const { park, inside } = branch;
  return inside
    ? { ...group, fixed: group.fixed.map((outcome, place) => (place === park ? 'merge' : outcome)) }
    : { ...group, parks: group.parks.map((one, place) => (place === park ? { ...one, forbidden: true } : one)) };
}

export function agrees(plan: GroupPlan, component: number, branches: readonly Branch[]): boolean {
  return branches.every((branch) => {
    if (branch.kind === 'way' || branch.component !== component) return true;
    if (branch.kind === 'zone') return plan.zones.some((zone) => zone.includes(branch.park)) === branch.inside;
    return plan.zones.some((zone) => branch.pair.every((park) => zone.includes(park))) === branch.together;
  });
}

export function wayOpen(branches: readonly Branch[], alternative: number, joint: boolean): boolean {
  return branches.every((branch) => branch.kind !== 'way' || branch.alternative !== alternative || branch.joint === joint);
}

interface Shared {
  readonly column: MasterColumn & { readonly plan: GroupPlan };
  readonly share: number;
}

/** Both ways of the choice that the master is least sure of; null where it mixes nothing. */
export function branchesOf(
  components: readonly { readonly alternative: number; readonly joint: boolean }[],
  shares: readonly Shared[],
): readonly [Branch, Branch] | null {
  const used = shares.filter(({ share }) => share > 1e-6);
  for (const [component, { alternative, joint }] of components.entries()) {
    const taken = used.filter(({ column }) => column.component === component).reduce((sum, { share }) => sum + share, 0);
    if (joint && taken > 1e-6 && taken < 1 - 1e-6)
      return [
        { kind: 'way', alternative, joint: taken > 0.5 },
        { kind: 'way', alternative, joint: taken <= 0.5 },
      ];
  }
  return parkOf(components.length, used) ?? pairOf(components.length, used);
}

function parkOf(components: number, used: readonly Shared[]): readonly [Branch, Branch] | null {
  let best: { readonly component: number; readonly park: number; readonly inside: number; readonly doubt: number } | null = null;
  for (let component = 0; component < components; component += 1) {
    const own = mixed(used, component);
    for (const park of new Set(own.flatMap(({ column }) => column.plan.zones.flat()))) {
      const inside = own.reduce((sum, { column, share }) => (column.plan.zones.some((zone) => zone.includes(park)) ? sum + share : sum), 0);
      const doubt = Math.min(inside, 1 - inside);
      if (doubt > (best?.doubt ?? 1e-6)) best = { component, park, inside, doubt };
    }
  }
  if (best === null) return null;
  const { component, park, inside } = best;
  const first = inside >= 0.5;
  return [
    { kind: 'zone', component, park, inside: first },
    { kind: 'zone', component, park, inside: !first },
  ];
}

function pairOf(components: number, used: readonly Shared[]): readonly [Branch, Branch] | null {
  for (let component = 0; component < components; component += 1) {
    const own = mixed(used, component);
    const [one, other] = own;
    if (!one || !other) continue;
    for (const zone of one.column.plan.zones) {
      for (const [place, a] of zone.entries()) {
        const b = zone.slice(place + 1).find((park) => !other.column.plan.zones.some((its) => its.includes(a) && its.includes(park)));
        if (b !== undefined) return bothWays(component, [a, b]);
      }
    }
  }
  return null;
}

function bothWays(component: number, pair: readonly [number, number]): readonly [Branch, Branch] {
  return [
    { kind: 'pair', component, pair, together: true },
    { kind: 'pair', component, pair, together: false },
  ];
}

/** Columns of a component that is made of several. */
function mixed(used: readonly Shared[], component: number): readonly Shared[] {
  const own = used.filter(({ column }) => column.component === component);
  return own.length > 1 ? own : [];
}
