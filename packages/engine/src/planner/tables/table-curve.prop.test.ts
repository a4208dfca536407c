import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainsOf, unrounded } from '../explain/gains.ts';
import type { Group } from '../group.ts';
import { frameOf } from '../large/heuristic-frame.ts';
import { anyInstance, bruteForce, kinds, leastWith, onlyGroup } from '../testing/testing-brute.ts';
import { bestTwo, sideOf, tooMany } from '../zones-of-group.ts';
import { openTable } from './table.ts';
import { tableCurve, tabled } from './table-curve.ts';

const never = Number.POSITIVE_INFINITY;

function found(group: Group, split?: number) {
  const known = tabled(group, (one, units) => openTable(one, units, split));
  if (known === null) throw new Error('so few parks always fit a table');
  return known;
}

function curveOf(group: Group, split?: number): ReadonlyMap<number, number> {
  const known = found(group, split);
  return new Map(known === 'no plan' ? [] : tableCurve(known)?.points.map((point) => [point.zones, point.cost]));
}

describe('the tables of a group', () => {
  it('find the least cost for every number of zones, under locks and decisions', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 3 }), (kind, split) => {
        const instance = anyInstance(kind);
        const least = bruteForce(instance, instance.parks);
        for (const curve of [curveOf(onlyGroup(instance)), curveOf(onlyGroup(instance), split)]) {
          for (let zones = 0; zones <= kind.zonesMax; zones += 1) {
            const cost = leastWith(least, zones);
            if (cost === never) expect(curve.has(zones)).toBe(false);
            else expect(curve.get(zones)).toBeCloseTo(cost, 6);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('say the same rounded, sharpened and unrounded', () => {
    fc.assert(
      fc.property(kinds, (kind) => {
        const known = found(onlyGroup(anyInstance(kind)), 2);
        if (known === 'no plan') return;
        const gains = () =>
          gainsOf(known.table, frameOf(known.group), { units: known.units, most: 1 + known.group.costs.maxDetachedPieces });
        const two = (side: ReturnType<typeof sideOf>) => {
          const best = bestTwo(side, side);
          return best === null || best === tooMany ? null : best.gain;
        };
        const quick = two(sideOf(gains()));
        known.table.sharpen();
        for (const gain of [two(sideOf(gains())), two(sideOf(unrounded(gains())))]) {
          if (quick === null) expect(gain).toBeNull();
          else expect(gain).toBeCloseTo(quick, 6);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never know less than the bound they round down to', () => {
    fc.assert(
      fc.property(kinds, (kind) => {
        const known = found(onlyGroup(anyInstance(kind)), 2);
        if (known === 'no plan') return;
        const { table, units, group } = known;
        const gains = gainsOf(table, frameOf(group), { units, most: 1 + group.costs.maxDetachedPieces });
        for (let set = 1; set < 1 << gains.n; set += 1) {
          const exact = gains.exact(set);
          if (exact < never) expect(gains.least(set)).toBeLessThanOrEqual(exact * gains.scale + 1e-3);
        }
      }),
      { numRuns: 100 },
    );
  });
});
