// Verifies an export offline: signatures, roots, proofs, then every entry; what departs is named entry by entry.
import {
  type AuditHead,
  compareEntries,
  createTree,
  fromHex,
  hashLength,
  headText,
  same,
  type Tampering,
  type Tree,
  toHex,
  verifyConsistency,
} from '@zhenghe/engine/audit';
import { keyIdOf } from '../platform/signing.ts';
import { detailsOf } from './details.ts';
import { type Finding, told } from './findings.ts';
import { sha256 } from './hashes.ts';
import { isSigned, type ReadExport, readExport, sealHolds } from './read-export.ts';
import type { Suspicion } from './suspicion.ts';

export interface Report {
  readonly ok: boolean;
  readonly size: number;
  readonly heads: number;
  readonly head: ReadExport['heads'][number] | null;
  /** The key that signed the last head, and whether the asker brought it or it came with the file. */
  readonly key: { readonly id: string; readonly pinned: boolean } | null;
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  /** Public key (PEM) from elsewhere; without it the file's own keys are believed. */
  readonly key?: string;
  /** An earlier export of the same log: the only witness against a log that was rewritten as a whole. */
  readonly against?: string;
}

/** The earlier export is itself not whole, so it is no witness. */
export class BadWitnessFault extends Error {
  override readonly name = 'BadWitnessFault';
}

export async function verifyFile(path: string, options: VerifyOptions = {}): Promise<Report> {
  const { read, head, suspicions } = await inspected(path, options.key);
  const witness = options.against === undefined ? [] : await compareWithWitness(read, options.against);
  const details = await detailsOf(path, options.against, [...suspicions, ...witness]);
  const findings = told(suspicions, witness, details);
  return {
    ok: findings.length === 0,
    size: read.entries.sha256.size(),
    heads: read.heads.length,
    head,
    key: head ? { id: head.keyId, pinned: options.key !== undefined } : null,
    findings,
  };
}

interface Inspection {
  readonly head: Report['head'];
  readonly suspicions: readonly Suspicion[];
}

/** Bytes that give the signed roots are the signed ones. Only where they do not, each entry is read for what it says. */
async function inspected(path: string, key: string | undefined): Promise<Inspection & { readonly read: ReadExport }> {
  const written = pinned(await readExport(path, 'as-written'), key);
  const inspection = await inspect(written);
  if (inspection.suspicions.length === 0) return { read: written, ...inspection };
  const read = pinned(await readExport(path, 'parsed'), key);
  return { read, ...(await inspect(read)) };
}

/** With a key of the asker's, only that key counts. */
function pinned(read: ReadExport, key: string | undefined): ReadExport {
  return key === undefined ? read : { ...read, keys: new Map([[keyIdOf(key), key]]) };
}

async function inspect(read: ReadExport): Promise<Inspection> {
  const unreadable = read.unreadable.map((line) => ({ kind: 'unreadable' as const, line }));
  const forged = read.heads.filter((head) => !isSigned(read.keys, headText(head), head));
  const trusted = read.heads.filter((head) => !forged.includes(head));
  const head = trusted.at(-1) ?? null;
  const signatures = forged.map((bad) => ({ kind: 'head' as const, size: bad.size, at: bad.at, why: 'signature' as const }));
  const content = head ? compareWithHead(read, head, trusted) : [{ kind: 'head' as const, size: 0, at: '', why: 'none' as const }];
  const proofs = await badProofs(read, trusted);
  const seal = sealHolds(read) ? [] : [{ kind: 'seal' as const, present: read.seal !== null }];
  return { head, suspicions: [...unreadable, ...signatures, ...content, ...proofs, ...seal] };
}

function compareWithHead(read: ReadExport, head: AuditHead, trusted: readonly AuditHead[]): readonly Suspicion[] {
  const { entries } = read;
  if (hasRoots(entries, head) && isListed(read, head.size)) {
    return trusted.filter((one) => !hasRoots(entries, one)).map((one) => ({ kind: 'head', size: one.size, at: one.at, why: 'root' }));
  }
  const listed = treeOf(read.listed);
  if (hasRoot(listed, head) && listed.size() === head.size) {
    const tampered = sameLeaves(listed, entries) ? [] : compareEntries(leavesOf(listed), foundIn(entries), { mayGoOn: false });
    const wrong = tampered.length > 0 ? [] : trusted.filter((one) => !hasRoots(entries, one));
    return [...tampered, ...wrong.map((one) => ({ kind: 'head' as const, size: one.size, at: one.at, why: 'root' as const }))];
  }
  // The list of leaf hashes is not what was signed; the entries themselves may still be.
  if (hasRoots(entries, head)) {
    const more = entries.leaves
      .slice(head.size)
      .map((_, index) => ({ kind: 'inserted' as const, leaf: null, position: head.size + index }));
    return [{ kind: 'proof', first: head.size, second: head.size }, ...more];
  }
  return narrowed(entries, listed, head, trusted);
}

/** Between the last head that still fits and the first that does not; a file that only ends too early is told apart from that. */
function narrowed(entries: ReadExport['entries'], listed: Tree, head: AuditHead, trusted: readonly AuditHead[]): readonly Suspicion[] {
  const size = entries.sha256.size();
  const good = trusted.filter((one) => hasRoots(entries, one)).at(-1)?.size ?? 0;
  const bad = trusted.find((one) => one.size > good && one.size <= size);
  const differing = compareEntries(leavesOf(listed), foundIn(entries), { mayGoOn: listed.size() < head.size });
  const known = listed.size() > 0 && differing.length > 0 ? differing : [];
  if (!bad && size < head.size && known.length === 0) return [{ kind: 'cut-range', first: size, last: head.size - 1 }];
  return [...known, { kind: 'range', first: good, last: (bad ?? head).size - 1 }];
}

async function badProofs(read: ReadExport, trusted: readonly AuditHead[]): Promise<readonly Suspicion[]> {
  const roots = new Map(trusted.map((head) => [head.size, fromHex(head.sha256)]));
  const bad: Suspicion[] = [];
  for (const { first, second, path } of read.consistency) {
    const [firstRoot, secondRoot] = [roots.get(first), roots.get(second)];
    const bytes = path.flatMap((text) => fromHex(text) ?? []);
    if (!firstRoot || !secondRoot) continue;
    const holds = bytes.length === path.length && (await verifyConsistency(sha256, { first, second, firstRoot, secondRoot, path: bytes }));
    if (!holds) bad.push({ kind: 'proof', first, second });
  }
  return bad;
}

async function compareWithWitness(read: ReadExport, path: string): Promise<readonly Tampering[]> {
  const { read: witness, suspicions } = await inspected(path, undefined);
  if (suspicions.length > 0) throw new BadWitnessFault(path);
  return compareEntries(leavesOf(witness.entries.sha256), foundIn(read.entries), { mayGoOn: true });
}

function hasRoot(tree: Tree, { size, sha256: root }: AuditHead): boolean {
  return size <= tree.size() && toHex(tree.root(size)) === root;
}

function hasRoots(entries: ReadExport['entries'], head: AuditHead): boolean {
  return hasRoot(entries.sha256, head) && toHex(entries.sm3.root(head.size)) === head.sm3;
}

function sameLeaves(listed: Tree, { sha256: tree, leaves }: ReadExport['entries']): boolean {
  return listed.size() === tree.size() && toHex(listed.root()) === toHex(tree.root()) && leaves.every((leaf, index) => leaf === index);
}

/** The entries are as many as the head covers, in their order, and the list names just their hashes. */
function isListed({ entries: { sha256: tree, leaves }, listed }: ReadExport, size: number): boolean {
  if (tree.size() !== size || !leaves.every((leaf, index) => leaf === index)) return false;
  let leaf = 0;
  for (const hash of hashesOf(listed)) {
    if (leaf >= size || !same(hash, tree.leaf(leaf))) return false;
    leaf += 1;
  }
  return leaf === size;
}

function treeOf(listed: ReadExport['listed']): Tree {
  const tree = createTree(sha256);
  for (const hash of hashesOf(listed)) tree.append(hash);
  return tree;
}

function* hashesOf(listed: ReadExport['listed']): Generator<Uint8Array> {
  for (const line of listed) for (let from = 0; from < line.length; from += hashLength) yield line.subarray(from, from + hashLength);
}

function leavesOf(tree: Tree): readonly string[] {
  return Array.from({ length: tree.size() }, (_, index) => toHex(tree.leaf(index)));
}

function foundIn({ sha256: tree, leaves }: ReadExport['entries']) {
  return leaves.map((leaf, index) => ({ leaf, hash: toHex(tree.leaf(index)) }));
}
