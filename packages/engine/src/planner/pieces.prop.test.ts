import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tablePieces } from './pieces.ts';
import { tabled } from './tables/table-curve.ts';
import { anyInstance, bruteForce, kinds, onlyGroup } from './testing/testing-brute.ts';

describe('a group by zones and detached pieces', () => {
  it('has the least cost for every number of both, as far as a piece more makes it less', () => {
    fc.assert(
      fc.property(kinds, (kind) => {
        const instance = anyInstance(kind);
        const found = tabled(onlyGroup(instance));
        const points = found === 'no plan' || found === null ? [] : (tablePieces(found) ?? []);
        const least = bruteForce(instance, instance.parks).filter((one) => one.zones <= kind.zonesMax);
        for (const one of least) {
          const under = points.filter((point) => point.zones === one.zones && point.detachedPieces <= one.detachedPieces);
          const best = least.filter((other) => other.zones === one.zones && other.detachedPieces <= one.detachedPieces);
          expect(under.at(-1)?.cost).toBeCloseTo(Math.min(...best.map((other) => other.cost)), 6);
        }
        for (const [at, point] of points.entries()) {
          const next = points[at + 1];
          if (next?.zones === point.zones) expect(next.cost).toBeLessThan(point.cost);
          expect(least.some((one) => one.zones === point.zones && one.detachedPieces === point.detachedPieces)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
