// zhenghe-audit/1: the whole log as JSON lines, sealed by a signature over every byte before the last line.
// log, keys, heads, proofs between heads, entries in the order of their leaves, the leaf hashes, end.
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createTree, type Tree, toHex } from '@zhenghe/engine/audit';
import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { StartFault } from '../platform/fault.ts';
import { productVersion } from '../platform/product.ts';
import type { Signer } from '../platform/signing.ts';
import { BrokenLogFault, sealLog } from './actions.ts';
import { format, sealText } from './file-format.ts';
import { sha256 } from './hashes.ts';
import { listHeads, listLeaves, listSealed, type StoredHead } from './queries.ts';

export interface Exported {
  readonly size: number;
  readonly heads: number;
  readonly keyId: string;
}

const batch = 5000;
const hashesOnLine = 256;

/** An existing file is never written over; a failed export leaves no file. */
export async function exportLog(db: Database, signer: Signer, path: string): Promise<Exported> {
  if (existsSync(path))
    throw new StartFault(
      { zh: `${path} 已存在。`, en: `${path} exists already.` },
      { zh: '请换一个文件名：导出从不覆盖。', en: 'Choose another name: an export is never written over.' },
    );
  await sealOrLeave(db, signer);
  const half = `${path}.part`;
  const counted = { size: 0, heads: 0, keyId: signer.keyId };
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) =>
        pipeline(Readable.from(sealed(lines(tx, signer, counted), signer, counted)), createWriteStream(half, { mode: 0o600 })),
      );
    renameSync(half, path);
    return counted;
  } catch (fault) {
    rmSync(half, { force: true });
    throw fault;
  }
}

/** A log that was tampered with can still be taken out: the verifier then says where. */
async function sealOrLeave(db: Database, signer: Signer): Promise<void> {
  try {
    await sealLog(db, signer);
  } catch (fault) {
    if (!(fault instanceof BrokenLogFault)) throw fault;
  }
}

async function* sealed(content: AsyncGenerator<object>, signer: Signer, counted: { readonly size: number }): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let waiting = '';
  for await (const line of content) {
    waiting += `${JSON.stringify(line)}\n`;
    if (waiting.length < 65_536) continue;
    hash.update(waiting);
    yield waiting;
    waiting = '';
  }
  hash.update(waiting);
  const seal = { entries: counted.size, sha256: hash.digest('hex'), keyId: signer.keyId };
  yield `${waiting}${JSON.stringify({ kind: 'end', ...seal, userId: signer.userId, signature: signer.sign(sealText(seal)) })}\n`;
}

async function* lines(tx: Database, signer: Signer, counted: { size: number; heads: number }): AsyncGenerator<object> {
  await sql`set local statement_timeout = 0`.execute(tx);
  const heads = await listHeads(tx);
  counted.heads = heads.length;
  yield { kind: 'log', format, version: productVersion, at: new Date().toISOString() };
  const keys = new Map(
    [...heads, signer].map((one) => [one.keyId, { algorithm: one.algorithm, userId: one.userId, publicKey: one.publicKey }]),
  );
  for (const [keyId, key] of keys) yield { kind: 'key', keyId, ...key };
  for (const { publicKey: _, ...head } of heads) yield { kind: 'head', ...head };
  const tree = await treeOf(tx);
  yield* consistencyLines(tree, heads);
  for (let from = 0; from < tree.size(); from += batch) {
    for (const { leaf, ...entry } of await listSealed(tx, from, batch)) {
      counted.size += 1;
      yield { kind: 'entry', leaf, entry };
    }
  }
  for (let from = 0; from < tree.size(); from += hashesOnLine) {
    const width = Math.min(hashesOnLine, tree.size() - from);
    yield { kind: 'hashes', from, sha256: Array.from({ length: width }, (_, index) => toHex(tree.leaf(from + index))).join('') };
  }
}

/** A leaf that is gone leaves its number out: what stands behind it moves up, and no root fits any more. */
async function treeOf(tx: Database): Promise<Tree> {
  const tree = createTree(sha256);
  let from = 0;
  for (;;) {
    const leaves = await listLeaves(tx, from, 20_000);
    for (const leaf of leaves) tree.append(leaf.sha256);
    const last = leaves.at(-1);
    if (!last) return tree;
    from = last.leaf + 1;
  }
}

function* consistencyLines(tree: Tree, heads: readonly StoredHead[]): Generator<object> {
  for (const [index, head] of heads.entries()) {
    const next = heads[index + 1];
    if (!next || next.size > tree.size() || head.size > next.size) continue;
    yield { kind: 'consistency', first: head.size, second: next.size, path: tree.consistency(head.size, next.size).map(toHex) };
  }
}
