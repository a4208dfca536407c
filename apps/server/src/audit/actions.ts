// Signing the log: committed entries become leaves in the order of their ids, then size and roots are signed. Never in a writer's
// transaction. A new head is signed only over a tree that still has the root of the last one.
import { headText, toHex } from '@zhenghe/engine/audit';
import type { Database } from '../platform/database.ts';
import type { Signer } from '../platform/signing.ts';
import { leafHashesOf } from './hashes.ts';
import { forgetTree, type LogTree, logTree } from './log-tree.ts';
import { insertHead, insertLeaves, lastHead, listUnsealed, type StoredHead, takeSealLock } from './queries.ts';

/** The stored leaves are not those that were signed: nothing more is signed over them. */
export class BrokenLogFault extends Error {
  override readonly name = 'BrokenLogFault';
}

const batch = 5000;
const hour = 3_600_000;

const under = new WeakMap<Database, Promise<unknown>>();

/** Signs everything committed by now; answers the last head when there is nothing new. One at a time, so that waiting holds no connection. */
export function sealLog(db: Database, signer: Signer, now: () => Date = () => new Date()): Promise<StoredHead> {
  const before = under.get(db) ?? Promise.resolve();
  const mine = before.catch(() => undefined).then(() => sealNow(db, signer, now));
  under.set(db, mine);
  return mine;
}

async function sealNow(db: Database, signer: Signer, now: () => Date): Promise<StoredHead> {
  try {
    return await db.transaction().execute(async (tx) => {
      await takeSealLock(tx);
      const last = await lastHead(tx);
      // Under the lock: leaves of other makers are committed by now.
      const tree = await logTree(db, tx);
      refuseBroken(tree, last);
      const added = await addLeaves(tx, tree);
      if (last && added === 0 && last.size === tree.sha256.size() && last.keyId === signer.keyId) return last;
      const head = { size: tree.sha256.size(), at: now().toISOString(), sha256: toHex(tree.sha256.root()), sm3: toHex(tree.sm3.root()) };
      const { algorithm, userId, keyId, publicKey } = signer;
      const signed = { ...head, algorithm, userId, keyId, publicKey, signature: signer.sign(headText(head)) };
      await insertHead(tx, signed);
      return signed;
    });
  } catch (fault) {
    forgetTree(db);
    throw fault;
  }
}

/** At most once an hour, and only when something was written since; asked for by the server's clock. */
export async function sealWhenDue(db: Database, signer: Signer, now: () => Date = () => new Date()): Promise<StoredHead | null> {
  const last = await lastHead(db);
  if (last && now().getTime() - Date.parse(last.at) < hour) return null;
  if ((await listUnsealed(db, 1)).length === 0) return null;
  return sealLog(db, signer, now);
}

async function addLeaves(tx: Database, tree: LogTree): Promise<number> {
  // What is committed behind the last read id waits for the next head, so that a head's leaves stand in the order of their ids.
  let after = '0';
  for (let added = 0; ; ) {
    const entries = await listUnsealed(tx, batch, after);
    after = entries.at(-1)?.id ?? after;
    const leaves = entries.map((entry) => ({ id: entry.id, ...leafHashesOf(entry) }));
    if (leaves.length > 0) await insertLeaves(tx, tree.sha256.size(), leaves);
    for (const leaf of leaves) {
      tree.sha256.append(leaf.sha256);
      tree.sm3.append(leaf.sm3);
    }
    added += leaves.length;
    if (entries.length < batch) return added;
  }
}

function refuseBroken(tree: LogTree, last: StoredHead | null): void {
  if (!last) return;
  if (tree.sha256.size() >= last.size && toHex(tree.sha256.root(last.size)) === last.sha256 && toHex(tree.sm3.root(last.size)) === last.sm3)
    return;
  throw new BrokenLogFault(`the audit log no longer has the root that was signed at ${last.at} over ${last.size} entries`);
}
