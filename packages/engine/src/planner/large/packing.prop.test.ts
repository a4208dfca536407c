import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainsOf } from '../explain/gains.ts';
import { tabled } from '../tables/table-curve.ts';
import { anyInstance, kinds, onlyGroup } from '../testing/testing-brute.ts';
import { sideOf, tooMany } from '../zones-of-group.ts';
import { frameOf } from './heuristic-frame.ts';
import { bestPacking } from './packing.ts';
import { bestPartitions } from './partition.ts';

describe('packing', () => {
  it('finds what all partitions find, with any limit on detached pieces', () => {
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 2, max: 4 }),
        fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
        (kind, count, detached) => {
          const found = tabled(onlyGroup(anyInstance({ ...kind, parks: kind.parks + 3 })));
          if (found === 'no plan' || found === null) return;
          const gains = gainsOf(found.table, frameOf(found.group), { units: found.units, most: 1 + found.group.costs.maxDetachedPieces });
          if (gains.n < count) return;
          const wanted = bestPartitions(gains, count, detached)[count - 1] ?? null;
          const packed = bestPacking(sideOf(gains), { count, ...(detached === undefined ? {} : { detached }) });
          expect(packed).not.toBe(tooMany);
          if (wanted === null) expect(packed).toBeNull();
          else expect(packed === null || packed === tooMany ? null : packed.gain).toBeCloseTo(wanted.gain, 6);
        },
      ),
      { numRuns: 150 },
    );
  });
});
