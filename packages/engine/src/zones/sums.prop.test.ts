import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumOf } from '../kernel/index.ts';
import { type ActKind, actKinds, carrySums, type LineageAct, predecessorsOf, successorsOf } from './index.ts';

const zone = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const zones = (min: number, max: number) => fc.uniqueArray(zone, { minLength: min, maxLength: max });

/** Shares of one source that add up to exactly one: any twelve decimals with the rest to the last receiver. */
function sharesOf(from: readonly string[], to: readonly string[], parts: readonly number[]): NonNullable<LineageAct['shares']> {
  return from.flatMap((source) =>
    to.map((receiver, index) => {
      const before = parts.slice(0, to.length - 1);
      const share = index < to.length - 1 ? (before[index] ?? 0) : 1e12 - before.reduce((sum, part) => sum + part, 0);
      return { from: source, to: receiver, share: new Decimal(share).dividedBy(1e12).toFixed() };
    }),
  );
}

/** Sources and receivers a kind takes, so that most acts can be carried out; some still cannot and must carry nothing. */
const sides: Readonly<Record<ActKind, readonly [from: number, to: number]>> = {
  found: [0, 1],
  merge: [3, 1],
  split: [1, 3],
  'split-off': [1, 2],
  dissolve: [2, 0],
  convert: [1, 1],
  upgrade: [1, 1],
  rename: [1, 1],
};

const act: fc.Arbitrary<LineageAct> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...actKinds),
    month: fc.integer({ min: 1, max: 12 }),
    from: zones(3, 3),
    to: zones(3, 3),
    parts: fc.array(fc.integer({ min: 0, max: 333_333_333_333 }), { minLength: 3, maxLength: 3 }),
    withShares: fc.boolean(),
  })
  .map(({ id, kind, month, from: sources, to: receivers, parts, withShares }) => {
    const [from, to] = [sources.slice(0, sides[kind][0]), receivers.slice(0, sides[kind][1])];
    const act = { id, kind, on: `2020-${String(month).padStart(2, '0')}-01`, paper: '训练', from, to };
    return withShares && to.length > 0 ? { ...act, shares: sharesOf(from, to, parts) } : act;
  });

const base = fc
  .dictionary(zone, fc.integer({ min: 0, max: 9_999_999 }))
  .map((all) => new Map(Object.entries(all).map(([id, value]) => [id, new Decimal(value).dividedBy(100).toFixed()])));

describe('any sequence of acts', () => {
  it('conserves the whole', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), base, (acts, start) => {
        const { sums, ended } = carrySums(acts, start, '2020-12-31');
        expect(sumOf([...sums.values(), ...ended.values()]).toFixed()).toBe(sumOf(start.values()).toFixed());
      }),
      { numRuns: 300 },
    );
  });

  it('does not ask in which order the acts were entered', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), base, (acts, start) => {
        const unique = [...new Map(acts.map((one) => [one.id, one])).values()];
        const forward = carrySums(unique, start, '2020-12-31');
        const backward = carrySums([...unique].reverse(), start, '2020-12-31');
        expect([...backward.sums]).toEqual([...forward.sums]);
      }),
    );
  });

  it('has lineage trees that end', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), zone, (acts, start) => {
        expect(JSON.stringify(predecessorsOf(start, acts, '2020-12-31')).length).toBeGreaterThan(0);
        expect(JSON.stringify(successorsOf(start, acts, '2020-12-31')).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});
