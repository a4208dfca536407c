// What a zone came from and what became of it: the engine walks the acts, this puts names and papers on the tree.
import type { LineageNode } from '@zhenghe/contract/zones';
import type { Day } from '@zhenghe/engine/kernel';
import { type LineageAct, type LineageTree, predecessorsOf, successorsOf } from '@zhenghe/engine/zones';
import type { Database } from '../platform/database.ts';
import { type ActView, findZone, type Life, listActs, listLives } from './queries.ts';

/** Null when the zone does not exist on the day. Acts after the day are not known yet. */
export async function lineageOf(
  db: Database,
  id: string,
  asOf: Day,
): Promise<{ predecessors: LineageNode; successors: LineageNode } | null> {
  const zone = await findZone(db, id, asOf);
  if (!zone) return null;
  const views = new Map((await listActs(db, zone.dataset, asOf)).map((act) => [act.id, act]));
  const acts = [...views.values()].map(actOf);
  const before = predecessorsOf(id, acts, asOf);
  const after = successorsOf(id, acts, asOf);
  const lives = await listLives(db, [...new Set([...zonesOf(before), ...zonesOf(after)])], asOf);
  return { predecessors: nodeOf(before, views, lives), successors: nodeOf(after, views, lives) };
}

function actOf({ from, to, note, ...act }: ActView): LineageAct {
  return { ...act, from: from.map(({ id }) => id), to: to.map(({ id }) => id), ...(note === null ? {} : { note }) };
}

function zonesOf(tree: LineageTree): readonly string[] {
  return [tree.zone, ...tree.next.flatMap(zonesOf)];
}

function nodeOf(tree: LineageTree, views: ReadonlyMap<string, ActView>, lives: ReadonlyMap<string, Life>): LineageNode {
  const life = lives.get(tree.zone);
  return {
    id: tree.zone,
    name: life?.name ?? tree.zone,
    from: life?.from ?? tree.by?.on ?? '',
    to: life?.to ?? null,
    by: tree.by ? (views.get(tree.by.id) ?? null) : null,
    next: tree.next.map((next) => nodeOf(next, views, lives)),
  };
}
