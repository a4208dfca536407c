// What a zone came from and what became of it, as trees along the dated acts (F01).
import type { Day } from '../kernel/index.ts';
import { inOrder } from './alive.ts';
import type { LineageAct } from './zone.ts';

export interface LineageTree {
  readonly zone: string;
  /** The act that leads here; null at the root. */
  readonly by: LineageAct | null;
  /** By date of the act. An act of a zone upon itself (a new name, a higher grade) opens no branch. */
  readonly next: readonly LineageTree[];
  /** True where the same branch already stands elsewhere in the tree, so it is not opened again. */
  readonly repeated: boolean;
}

/** Everything the zone was made of, through acts up to `day`. */
export function predecessorsOf(zone: string, acts: readonly LineageAct[], day: Day): LineageTree {
  const known = inOrder(acts).filter((act) => act.on <= day);
  return walk(zone, {
    next: byParty(known, (act) => [act.to, act.from]),
    // What came before can only have happened by the day of the act that led here.
    follows: (act, by) => by === null || act.on <= by.on,
  });
}

/** Everything that became of the zone, through acts up to `day`. */
export function successorsOf(zone: string, acts: readonly LineageAct[], day: Day): LineageTree {
  const known = inOrder(acts).filter((act) => act.on <= day);
  return walk(zone, {
    next: byParty(known, (act) => [act.from, act.to]),
    follows: (act, by) => by === null || act.on >= by.on,
  });
}

interface Step {
  readonly act: LineageAct;
  readonly zone: string;
}

interface Way {
  readonly next: ReadonlyMap<string, readonly Step[]>;
  readonly follows: (act: LineageAct, by: LineageAct | null) => boolean;
}

function walk(root: string, way: Way): LineageTree {
  const opened = new Set<string>();
  const open = (zone: string, by: LineageAct | null, path: ReadonlySet<string>): LineageTree => {
    const key = JSON.stringify([zone, by?.on ?? '']);
    const steps = (way.next.get(zone) ?? []).filter((step) => way.follows(step.act, by) && !path.has(step.zone));
    if (steps.length > 0 && opened.has(key)) return { zone, by, next: [], repeated: true };
    opened.add(key);
    const deeper = new Set([...path, zone]);
    return { zone, by, next: steps.map((step) => open(step.zone, step.act, deeper)), repeated: false };
  };
  return open(root, null, new Set());
}

function byParty(
  acts: readonly LineageAct[],
  sides: (act: LineageAct) => readonly [readonly string[], readonly string[]],
): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>();
  for (const act of acts) {
    const [here, there] = sides(act);
    for (const zone of new Set(here)) {
      const own = steps.get(zone) ?? [];
      steps.set(zone, own);
      for (const other of new Set(there)) if (other !== zone) own.push({ act, zone: other });
    }
  }
  return steps;
}
