// The tree against RFC 6962's own definition written naively, known values of its reference implementation, and SM3.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTree, fromHex, type Hash, leafHash, toHex, verifyConsistency, verifyInclusion } from './index.ts';

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const sm3: Hash = (bytes) => createHash('sm3').update(bytes).digest();

/** MTH of RFC 6962, 2.1, word for word. */
function naive(hash: Hash, data: readonly Uint8Array[]): Uint8Array {
  const [only] = data;
  if (!only) return hash(new Uint8Array());
  if (data.length === 1) return hash(Uint8Array.from([0, ...only]));
  let k = 1;
  while (k * 2 < data.length) k *= 2;
  return hash(Uint8Array.from([1, ...naive(hash, data.slice(0, k)), ...naive(hash, data.slice(k))]));
}

function treeOf(hash: Hash, data: readonly Uint8Array[]) {
  const tree = createTree(hash);
  for (const leaf of data) tree.append(leafHash(hash, leaf));
  return tree;
}

const someData = fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 70 });
/** Data with two sizes of its beginnings, the first not above the second. */
const twoSizes = someData.chain((data) =>
  fc
    .tuple(fc.constant(data), fc.nat(data.length), fc.nat(data.length))
    .map(([all, a, b]) => [all, Math.min(a, b), Math.max(a, b)] as const),
);
const flipped = (bytes: Uint8Array) => bytes.map((byte, index) => (index === 7 ? byte ^ 1 : byte));

describe.each([
  ['SHA-256', sha256],
  ['SM3', sm3],
] as const)('the tree with %s', (_, hash) => {
  it('has the root of the definition at every size', () => {
    fc.assert(
      fc.property(twoSizes, ([data, size]) => {
        expect(toHex(treeOf(hash, data).root(size))).toBe(toHex(naive(hash, data.slice(0, size))));
      }),
    );
  });

  it('proves every leaf, and no other leaf, place, size or root', async () => {
    await fc.assert(
      fc.asyncProperty(someData, fc.nat(), async (data, pick) => {
        const tree = treeOf(hash, data);
        const leaf = pick % data.length;
        const proof = { leafHash: tree.leaf(leaf), leaf, size: data.length, path: tree.inclusion(leaf), root: tree.root() };
        expect(await verifyInclusion(hash, proof)).toBe(true);
        expect(await verifyInclusion(hash, { ...proof, leafHash: flipped(proof.leafHash) })).toBe(false);
        expect(await verifyInclusion(hash, { ...proof, root: flipped(proof.root) })).toBe(false);
        expect(await verifyInclusion(hash, { ...proof, leaf: data.length })).toBe(false);
        expect(await verifyInclusion(hash, { ...proof, path: [...proof.path, proof.root] })).toBe(false);
        if (proof.path.length > 0) expect(await verifyInclusion(hash, { ...proof, path: proof.path.slice(1) })).toBe(false);
      }),
    );
  });

  it('proves that every earlier state is a beginning of every later one', async () => {
    await fc.assert(
      fc.asyncProperty(twoSizes, async ([data, first, second]) => {
        const tree = treeOf(hash, data);
        const roots = { firstRoot: tree.root(first), secondRoot: tree.root(second) };
        const proof = { first, second, ...roots, path: tree.consistency(first, second) };
        expect(await verifyConsistency(hash, proof)).toBe(true);
        if (first === 0 || first === second) return;
        expect(await verifyConsistency(hash, { ...proof, firstRoot: flipped(roots.firstRoot) })).toBe(false);
        expect(await verifyConsistency(hash, { ...proof, secondRoot: flipped(roots.secondRoot) })).toBe(false);
        expect(await verifyConsistency(hash, { ...proof, path: proof.path.map(flipped) })).toBe(false);
      }),
    );
  });
});

// The eight leaves and the roots that Certificate Transparency's reference implementation publishes for RFC 6962.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('known values', () => {
  const data = leaves.map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));
  const tree = treeOf(sha256, data);

  it('of RFC 6962 hold for every size', () => {
    expect(toHex(tree.root(0))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (const [index, root] of roots.entries()) expect(toHex(tree.root(index + 1))).toBe(root);
  });

  it('of its proofs hold', () => {
    expect(tree.inclusion(5, 8).map(toHex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(tree.consistency(6, 8).map(toHex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('of SM3 (GB/T 32905, appendix A) hold', () => {
    expect(toHex(sm3(Buffer.from('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  });

  it('says so when asked for what it does not hold', () => {
    expect(() => tree.root(9)).toThrow('no state of 9');
    expect(() => tree.inclusion(8)).toThrow('no leaf 8');
    expect(() => tree.consistency(9)).toThrow('no beginning');
    expect(fromHex('xyz')).toBeNull();
  });
});
