// The tree of the stored leaves, kept in memory and grown by what was added since it was last asked for.
import { createTree, type Tree } from '@zhenghe/engine/audit';
import type { Database } from '../platform/database.ts';
import { sha256, sm3 } from './hashes.ts';
import { listLeaves } from './queries.ts';

export interface LogTree {
  readonly sha256: Tree;
  readonly sm3: Tree;
}

const batch = 20_000;
const kept = new WeakMap<Database, Promise<LogTree>>();

/** The leaves committed by now, perhaps with more behind them that are just being added: ask it for sizes of signed heads only. */
export function logTree(db: Database, reader: Database = db): Promise<LogTree> {
  const before = kept.get(db) ?? Promise.resolve(emptyTree());
  const now = before.then((tree) => grown(tree, reader));
  kept.set(db, now);
  now.catch(() => forgetTree(db));
  return now;
}

/** After a fault the next asker begins again: leaves that were rolled back must not stay in memory. */
export function forgetTree(db: Database): void {
  kept.delete(db);
}

function emptyTree(): LogTree {
  return { sha256: createTree(sha256), sm3: createTree(sm3) };
}

/** Stops at a gap: what follows cannot be a leaf of the signed tree. */
async function grown(tree: LogTree, db: Database): Promise<LogTree> {
  for (;;) {
    const leaves = await listLeaves(db, tree.sha256.size(), batch);
    for (const leaf of leaves) {
      if (leaf.leaf !== tree.sha256.size()) return tree;
      tree.sha256.append(leaf.sha256);
      tree.sm3.append(leaf.sm3);
    }
    if (leaves.length < batch) return tree;
  }
}
