// Which parks adjoin by drawn land: the blocks of a plan's boundaries, each given to the park it came from.
import type { Dataset } from '@zhenghe/contract/kernel';
import { type Feature, neighboursOf } from '@zhenghe/engine/boundaries';
import type { Rulebook } from '@zhenghe/rulebook';
import { findSet } from '../boundaries/index.ts';
import type { listPlanLand } from '../plans/index.ts';
import type { Database } from '../platform/database.ts';
import { type Drawn, pairKey } from './adjacency.ts';

type PlanLand = Awaited<ReturnType<typeof listPlanLand>>[number];

interface Asked {
  readonly dataset: Dataset;
  readonly land: readonly PlanLand[];
  /** "place name" → id of the park in the register. */
  readonly parkIds: ReadonlyMap<string, string>;
}

/** Pairs of blocks, kept by their set and gap: measuring takes a moment and never changes. */
const measured = new Map<string, readonly (readonly [string, string])[]>();

export async function drawnLand(db: Database, rulebook: Rulebook, { land, parkIds }: Asked): Promise<Drawn> {
  const parks = new Set<string>();
  const pairs = new Set<string>();
  const gap = Number(rulebook.boundaryDefaults.gap);
  for (const { boundaries, jurisdiction, parkOfBlock } of land) {
    const set = boundaries === null ? null : await findSet(db, boundaries);
    if (!set) continue;
    const idOf = (block: string) => parkIds.get(`${jurisdiction} ${parkOfBlock[block] ?? ''}`);
    for (const { code } of set.features) {
      const id = idOf(code);
      if (id) parks.add(id);
    }
    for (const [a, b] of adjoining(set.sha256, set.features, gap)) {
      const [one, other] = [idOf(a), idOf(b)];
      if (one && other && one !== other) pairs.add(pairKey(one, other));
    }
  }
  return { parks, pairs };
}

function adjoining(sha256: string, features: readonly Feature[], gap: number): readonly (readonly [string, string])[] {
  const key = `${sha256} ${gap}`;
  const known = measured.get(key);
  if (known) return known;
  const pairs = neighboursOf(features, { gap, listed: gap, barriers: [] }).flatMap(({ a, b, adjacent }) =>
    adjacent ? [[a, b] as const] : [],
  );
  measured.set(key, pairs);
  return pairs;
}
