// Which zone bodies exist on a day, from what is recorded of them and from the acts that made and unmade them.
import type { Day } from '../kernel/index.ts';
import type { ActKind, LineageAct } from './zone.ts';

/** `from` its first day and `to` the first day without it, where the register records them itself. */
export interface ZoneLife {
  readonly id: string;
  readonly from?: Day | null;
  readonly to?: Day | null;
}

const makers: ReadonlySet<ActKind> = new Set(['found', 'merge', 'split', 'split-off', 'upgrade', 'rename', 'convert']);

/** Ids in the order given. An act takes effect on its own day: a zone that ends that day is gone that day. */
export function aliveOn(zones: readonly ZoneLife[], acts: readonly LineageAct[], day: Day): readonly string[] {
  const byZone = actsByZone(acts);
  return zones.filter((zone) => isAlive(zone, byZone.get(zone.id) ?? [], day)).map((zone) => zone.id);
}

/** Acts by day, then by id, so that the order they were entered in never matters. */
export function inOrder(acts: readonly LineageAct[]): readonly LineageAct[] {
  return [...acts].sort((a, b) => compare(a.on, b.on) || compare(a.id, b.id));
}

/** Whether the act ends one of its sources: one it does not give back to, unless only a part was taken from it. */
export function ends(act: LineageAct, zone: string): boolean {
  if (!act.from.includes(zone) || act.to.includes(zone) || act.kind === 'split-off' || act.kind === 'found') return false;
  return act.to.length > 0 || act.kind === 'dissolve';
}

function isAlive(zone: ZoneLife, acts: readonly LineageAct[], day: Day): boolean {
  if (zone.to && zone.to <= day) return false;
  if (zone.from && zone.from > day) return false;
  const first = acts[0];
  let alive = Boolean(zone.from) || !first || first.from.includes(zone.id) || !makers.has(first.kind);
  for (const act of acts) {
    if (act.on > day) break;
    if (ends(act, zone.id)) alive = false;
    else if (act.to.includes(zone.id)) alive = true;
  }
  return alive;
}

function actsByZone(acts: readonly LineageAct[]): ReadonlyMap<string, readonly LineageAct[]> {
  const byZone = new Map<string, LineageAct[]>();
  for (const act of inOrder(acts)) {
    for (const zone of new Set([...act.from, ...act.to])) {
      const own = byZone.get(zone);
      if (own) own.push(act);
      else byZone.set(zone, [act]);
    }
  }
  return byZone;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
