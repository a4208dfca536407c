// Where a list of entries departs from the list that was signed: which entry was changed, removed, inserted, moved or cut off.

export interface FoundEntry {
  /** The number it claims to have; null when it claims none. */
  readonly leaf: number | null;
  /** Hash of the leaf made from its content, as text. */
  readonly hash: string;
}

export type Tampering =
  | { readonly kind: 'changed'; readonly leaf: number; readonly position: number }
  | { readonly kind: 'removed'; readonly leaf: number; readonly position: null }
  | { readonly kind: 'cut-off'; readonly leaf: number; readonly position: null }
  | { readonly kind: 'reordered'; readonly leaf: number; readonly position: number }
  | { readonly kind: 'inserted'; readonly leaf: null; readonly position: number };

export interface CompareOptions {
  /** Entries behind the last signed one are new, not inserted: the signed list is of an earlier day. */
  readonly mayGoOn: boolean;
}

/** `signed` are leaf hashes in order; `found` the entries as they stand. Answers in the order of the signed list. */
export function compareEntries(signed: readonly string[], found: readonly FoundEntry[], { mayGoOn }: CompareOptions): readonly Tampering[] {
  const leafOf = new Map(signed.map((hash, leaf) => [hash, leaf]));
  const missing = new Set(signed.keys());
  const known: Placed[] = [];
  const unknown: Unknown[] = [];
  let last = -1;
  for (const [position, entry] of found.entries()) {
    const leaf = leafOf.get(entry.hash);
    if (leaf === undefined || !missing.delete(leaf)) unknown.push({ position, claimed: entry.leaf, after: last });
    else {
      known.push({ leaf, position });
      last = leaf;
    }
  }
  const changed = matched(unknown, missing);
  const end = known.at(-1)?.position ?? -1;
  const inserted = unknown.filter(({ position }) => !changed.some((one) => one.position === position) && !(mayGoOn && position > end));
  return [
    ...changed,
    ...gone(missing, signed.length),
    ...moved(known).map((one) => ({ kind: 'reordered' as const, ...one })),
    ...inserted.map(({ position }) => ({ kind: 'inserted' as const, leaf: null, position })),
  ].sort((left, right) => (left.leaf ?? left.position ?? 0) - (right.leaf ?? right.position ?? 0));
}

interface Placed {
  readonly leaf: number;
  readonly position: number;
}

interface Unknown {
  readonly position: number;
  readonly claimed: number | null;
  /** The signed entry last seen before it. */
  readonly after: number;
}

/** A foreign entry in the place of a missing one is that entry, changed. Takes what it matches out of `missing`. */
function matched(unknown: readonly Unknown[], missing: Set<number>): readonly Extract<Tampering, { kind: 'changed' }>[] {
  const changed: Extract<Tampering, { kind: 'changed' }>[] = [];
  let [run, after] = [0, -2];
  for (const one of unknown) {
    run = one.after === after ? run + 1 : 1;
    after = one.after;
    const leaf = [one.claimed, one.after + run].find((place) => place !== null && missing.has(place));
    if (leaf === undefined || leaf === null) continue;
    missing.delete(leaf);
    changed.push({ kind: 'changed', leaf, position: one.position });
  }
  return changed;
}

function gone(missing: ReadonlySet<number>, size: number): readonly Tampering[] {
  let end = size;
  while (missing.has(end - 1)) end -= 1;
  return [...missing].map((leaf) => ({ kind: leaf >= end ? 'cut-off' : 'removed', leaf, position: null }) as const);
}

/** The fewest entries that must have been moved: all but a longest rising row. */
function moved(known: readonly Placed[]): readonly Placed[] {
  const tails: number[] = [];
  const before = new Array<number>(known.length).fill(-1);
  for (const [index, { leaf }] of known.entries()) {
    const row = lowerBound(tails, known, leaf);
    before[index] = tails[row - 1] ?? -1;
    tails[row] = index;
  }
  const kept = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index);
  return known.filter((_, index) => !kept.has(index));
}

function lowerBound(tails: readonly number[], known: readonly Placed[], leaf: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const held = known[tails[middle] ?? -1]?.leaf ?? 0;
    if (held < leaf) low = middle + 1;
    else high = middle;
  }
  return low;
}
