// A plan as the board shows it: each jurisdiction with its zones, members, converted and abolished parks. Pure.
import type { Plan, PlannedZone } from '@zhenghe/engine/planner';
import type { Instance, Lock, Park } from '../shapes.ts';
import { lockedParks } from './locks.ts';

/** open: nothing is proposed yet. */
export type Role = 'lead' | 'member' | 'convert' | 'abolish' | 'open';

export interface ParkView {
  readonly park: Park;
  readonly role: Role;
  /** The lead of its zone; null outside zones. */
  readonly lead: string | null;
  /** To its lead; null outside zones. */
  readonly km: number | null;
  readonly locked: boolean;
  /** Stands elsewhere than in the baseline. */
  readonly moved: boolean;
}

export interface ZoneView {
  /** From 1, within its jurisdiction. */
  readonly number: number;
  readonly lead: Park;
  readonly parks: readonly ParkView[];
}

export interface PlaceView {
  readonly code: string;
  readonly name: string;
  readonly zonesMin: number;
  readonly zonesMax: number;
  readonly zones: readonly ZoneView[];
  readonly converted: readonly ParkView[];
  readonly abolished: readonly ParkView[];
  /** Without a place in the plan. */
  readonly open: readonly ParkView[];
  readonly parks: readonly ParkView[];
}

export interface BoardView {
  /** In the order of their codes; a joint one that was taken stands for its members. */
  readonly places: readonly PlaceView[];
  readonly parks: ReadonlyMap<string, ParkView>;
}

interface Beside {
  readonly locks: readonly Lock[];
  /** The baseline that "moved" speaks of. */
  readonly before: Plan | null;
}

export function boardView(instance: Instance, plan: Plan | null, { locks, before }: Beside): BoardView {
  const placeOf = placesOf(plan);
  const wasAt = before ? placesOf(before) : null;
  const locked = lockedParks(locks);
  const byCode = new Map(instance.parks.map((park) => [park.code, park]));
  const parks = new Map(
    instance.parks.map((park): [string, ParkView] => {
      const lead = placeOf.get(park.code)?.lead ?? null;
      const role = roleOf(park.code, lead, plan);
      return [park.code, { park, role, lead, km: kmTo(park, byCode.get(lead ?? '')), locked: locked.has(park.code), moved: false }];
    }),
  );
  if (wasAt && before && plan) {
    // What the other plan does not speak of has not moved.
    for (const [code, view] of parks)
      if (before.outcomes[code]) parks.set(code, { ...view, moved: hasMoved(view, wasAt.get(code)?.lead ?? null, before.outcomes[code]) });
  }
  const taken = instance.jurisdictions.filter((one) => one.joins && plan?.plan.some((zone) => zone.jurisdiction === one.code));
  const inside = new Set(taken.flatMap((one) => one.joins ?? []));
  const shown = [...instance.jurisdictions.filter((one) => !one.joins && !inside.has(one.code)), ...taken];
  const places = shown.sort((a, b) => (a.code < b.code ? -1 : 1)).map((one) => placeView(one, parks, plan));
  return { places, parks };
}

function placesOf(plan: Plan | null): ReadonlyMap<string, PlannedZone> {
  return new Map(plan?.plan.flatMap((zone) => zone.parks.map((park) => [park, zone] as const)));
}

function roleOf(code: string, lead: string | null, plan: Plan | null): Role {
  if (lead !== null) return lead === code ? 'lead' : 'member';
  const outcome = plan?.outcomes[code];
  return outcome === 'convert' || outcome === 'abolish' ? outcome : 'open';
}

function kmTo(park: Park, lead: Park | undefined): number | null {
  return lead ? Math.hypot(park.x - lead.x, park.y - lead.y) : null;
}

function hasMoved(view: ParkView, lead: string | null, outcome: Plan['outcomes'][string] | undefined): boolean {
  return view.lead !== lead || (view.lead === null && view.role !== outcome);
}

function placeView(one: Instance['jurisdictions'][number], all: ReadonlyMap<string, ParkView>, plan: Plan | null): PlaceView {
  const members = new Set(one.joins ?? [one.code]);
  const parks = [...all.values()].filter(({ park }) => members.has(park.jurisdiction)).sort(byPark);
  const zones = (plan?.plan ?? []).filter((zone) => zone.jurisdiction === one.code).flatMap((zone) => zoneView(zone, all));
  const of = (role: Role) => parks.filter((view) => view.role === role);
  return {
    ...{ code: one.code, name: one.name, zonesMin: one.zonesMin, zonesMax: one.zonesMax, parks },
    ...{ converted: of('convert'), abolished: of('abolish'), open: of('open') },
    zones: zones.map((zone, place) => ({ ...zone, number: place + 1 })),
  };
}

function zoneView(zone: PlannedZone, all: ReadonlyMap<string, ParkView>): Omit<ZoneView, 'number'>[] {
  const lead = all.get(zone.lead);
  if (!lead) return [];
  const others = zone.parks.flatMap((code) => (code === zone.lead ? [] : (all.get(code) ?? []))).sort(byPark);
  return [{ lead: lead.park, parks: [lead, ...others] }];
}

function byPark(a: ParkView, b: ParkView): number {
  return a.park.code < b.park.code ? -1 : 1;
}

export function outputOf({ outputs }: Park): number {
  return outputs.reduce((sum, output) => sum + output, 0);
}
