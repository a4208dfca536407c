// The Merkle tree of RFC 6962: a leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖ right). Grows at the end only; whole subtrees
// are kept, so that a root or a proof for any size costs a logarithm. The hash is an argument: SHA-256 and SM3 alike.

/** 32 bytes out. Anything else is a fault of the caller. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

export interface Tree {
  readonly size: () => number;
  /** Takes the hash of a leaf, not its data. */
  readonly append: (leafHash: Uint8Array) => void;
  readonly leaf: (index: number) => Uint8Array;
  /** Of the first `size` leaves; of all without it. */
  readonly root: (size?: number) => Uint8Array;
  /** The path from a leaf to the root of the first `size` leaves, lowest first. */
  readonly inclusion: (leaf: number, size?: number) => readonly Uint8Array[];
  /** What shows that the first `first` leaves are a beginning of the first `second`. */
  readonly consistency: (first: number, second?: number) => readonly Uint8Array[];
}

export const hashLength = 32;

/** Asked for a leaf or a size that the tree does not have. */
export class TreeRangeFault extends Error {
  override readonly name = 'TreeRangeFault';
}

/** What the hash of a leaf is taken of. */
export function leafBytes(data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 1);
  bytes.set(data, 1);
  return bytes;
}

export function leafHash(hash: Hash, data: Uint8Array): Uint8Array {
  return hash(leafBytes(data));
}

export function nodeBytes(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return bytes;
}

/** Level 0 holds leaves, level n the roots of whole subtrees of 2^n leaves, one after the other. */
interface Level {
  bytes: Uint8Array;
  count: number;
}

export function createTree(hash: Hash): Tree {
  const levels: Level[] = [];
  const size = () => levels[0]?.count ?? 0;
  const whole = (level: number, index: number) => nodeAt(levels, level, index);
  // One buffer for all: a hash keeps nothing of what it was given.
  const pair = nodeBytes(new Uint8Array(hashLength), new Uint8Array(hashLength));
  const node = (left: Uint8Array, right: Uint8Array) => {
    pair.set(left, 1);
    pair.set(right, 1 + hashLength);
    return hash(pair);
  };
  /** The root of leaves from..to: a kept subtree, or its two parts as the RFC splits them. */
  const range = (from: number, to: number): Uint8Array => {
    const width = to - from;
    const level = Math.log2(width);
    if (Number.isInteger(level) && from % width === 0) return whole(level, from / width);
    const split = from + splitOf(width);
    return node(range(from, split), range(split, to));
  };
  return {
    size,
    append: (leaf) => grow(levels, leaf, node),
    leaf: (index) => whole(0, index),
    root: (asked = size()) => (within(asked, size()) === 0 ? hash(new Uint8Array()) : range(0, asked)),
    inclusion: (leaf, asked = size()) => {
      if (leaf < 0 || leaf >= within(asked, size())) throw new TreeRangeFault(`no leaf ${leaf} among ${asked}`);
      return inclusionPath(range, leaf, 0, asked);
    },
    consistency: (first, second = size()) => {
      if (first > within(second, size())) throw new TreeRangeFault(`${first} leaves are no beginning of ${second}`);
      return first === 0 || first === second ? [] : consistencyPath(range, first, [0, second], true);
    },
  };
}

type Range = (from: number, to: number) => Uint8Array;

function grow(levels: Level[], leaf: Uint8Array, node: (left: Uint8Array, right: Uint8Array) => Uint8Array): void {
  let bytes = leaf;
  for (let depth = 0; ; depth += 1) {
    const level = levels[depth] ?? { bytes: new Uint8Array(hashLength * 64), count: 0 };
    levels[depth] = level;
    push(level, bytes);
    if (level.count % 2 === 1) return;
    bytes = node(nodeAt(levels, depth, level.count - 2), nodeAt(levels, depth, level.count - 1));
  }
}

function push(level: Level, bytes: Uint8Array): void {
  const at = level.count * hashLength;
  if (at === level.bytes.length) {
    const wider = new Uint8Array(level.bytes.length * 2);
    wider.set(level.bytes);
    level.bytes = wider;
  }
  level.bytes.set(bytes, at);
  level.count += 1;
}

function nodeAt(levels: readonly Level[], depth: number, index: number): Uint8Array {
  const level = levels[depth];
  if (!level || index < 0 || index >= level.count) throw new TreeRangeFault(`no node ${index} at level ${depth}`);
  return level.bytes.subarray(index * hashLength, (index + 1) * hashLength);
}

function within(asked: number, size: number): number {
  if (Number.isInteger(asked) && asked >= 0 && asked <= size) return asked;
  throw new TreeRangeFault(`a tree of ${size} leaves has no state of ${asked}`);
}

/** The largest power of two below a width of 2 or more. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

function inclusionPath(range: Range, leaf: number, from: number, to: number): readonly Uint8Array[] {
  if (to - from === 1) return [];
  const split = from + splitOf(to - from);
  return leaf < split
    ? [...inclusionPath(range, leaf, from, split), range(split, to)]
    : [...inclusionPath(range, leaf, split, to), range(from, split)];
}

/** SUBPROOF of RFC 6962: `known` while the smaller tree is still a whole left part, whose root the asker has. */
function consistencyPath(range: Range, first: number, [from, to]: readonly [number, number], known: boolean): readonly Uint8Array[] {
  if (first === to) return known ? [] : [range(from, to)];
  const split = from + splitOf(to - from);
  return first <= split
    ? [...consistencyPath(range, first, [from, split], known), range(split, to)]
    : [...consistencyPath(range, first, [split, to], false), range(from, split)];
}
