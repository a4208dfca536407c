// Checking proofs as RFC 9162 (2.1.3.2, 2.1.4.2) does. The hash may answer later, as the browser's does.
import { same } from './bytes.ts';
import { nodeBytes } from './tree.ts';

export type AnyHash = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

export interface Inclusion {
  readonly leafHash: Uint8Array;
  readonly leaf: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

export async function verifyInclusion(hash: AnyHash, { leafHash, leaf, size, path, root }: Inclusion): Promise<boolean> {
  if (leaf < 0 || leaf >= size) return false;
  let [low, high, made] = [leaf, size - 1, leafHash];
  for (const next of path) {
    if (high === 0) return false;
    if (isRight(low, high)) {
      made = await hash(nodeBytes(next, made));
      [low, high] = climbed(low, high);
    } else made = await hash(nodeBytes(made, next));
    [low, high] = [half(low), half(high)];
  }
  return high === 0 && same(made, root);
}

export interface Consistency {
  readonly first: number;
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

export async function verifyConsistency(hash: AnyHash, { first, second, firstRoot, secondRoot, path }: Consistency): Promise<boolean> {
  if (first < 0 || first > second) return false;
  if (first === second) return path.length === 0 && same(firstRoot, secondRoot);
  if (first === 0) return path.length === 0;
  const [start, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...path] : path;
  if (!start) return false;
  let [low, high] = [first - 1, second - 1];
  while (low % 2 === 1) [low, high] = [half(low), half(high)];
  let [older, newer] = [start, start];
  for (const next of rest) {
    if (high === 0) return false;
    if (isRight(low, high)) {
      older = await hash(nodeBytes(next, older));
      newer = await hash(nodeBytes(next, newer));
      [low, high] = climbed(low, high);
    } else newer = await hash(nodeBytes(newer, next));
    [low, high] = [half(low), half(high)];
  }
  return high === 0 && same(older, firstRoot) && same(newer, secondRoot);
}

function isRight(low: number, high: number): boolean {
  return low % 2 === 1 || low === high;
}

/** Skips the levels on which the last node has no neighbour. */
function climbed(low: number, high: number): [number, number] {
  let [l, h] = [low, high];
  while (l % 2 === 0 && l !== 0) [l, h] = [half(l), half(h)];
  return [l, h];
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
