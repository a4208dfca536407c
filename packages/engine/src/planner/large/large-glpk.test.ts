// The planner against a solver that shares nothing with it: GLPK, on a model written from the definition (testing-milp.ts).
import loadGlpk from 'glpk.js/node';
import { describe, expect, it } from 'vitest';
import { thisThread } from '../group-curve.ts';
import { groupsOf } from '../groups.ts';
import type { Instance } from '../instance.ts';
import { forGlpk, milpOf } from '../testing/testing-milp.ts';
import { aProvince } from '../testing.ts';
import { largeCurve } from './large.ts';

const glpk = await loadGlpk();
const tables = thisThread(() => Promise.reject(new Error('groups are solved without HiGHS')));

/** Least cost of one jurisdiction with exactly `zones` zones; null where there is no plan. */
function byGlpk(instance: Instance, zones: number): number | null {
  const { result } = glpk.solve(forGlpk(milpOf(instance, zones), glpk), { msglev: glpk.GLP_MSG_OFF, presol: true, mipgap: 0 });
  return result.status === glpk.GLP_OPT ? result.z : null;
}

describe('every jurisdiction of a small province with every number of zones costs the same by GLPK, by tables and by boxes', () => {
  const invented = aProvince({ parks: 42, jurisdictions: 9, seed: 3, most: 7 });
  const province = { ...invented, costs: { ...invented.costs, maxDetachedPieces: 1 } };
  it.each(province.jurisdictions.map(({ code }) => code))('%s', async (code) => {
    const alone: Instance = {
      ...province,
      jurisdictions: [{ code, name: code, zonesMin: 1, zonesMax: 3 }],
      parks: province.parks.filter((park) => park.jurisdiction === code),
      adjacency: province.adjacency.filter(([a]) => a.startsWith(code)),
    };
    const group = groupsOf(alone)[0]?.apart[0]?.group;
    if (!group) throw new Error('one jurisdiction, one group');
    const curves = [await tables.curve(group), largeCurve(group)];
    expect(curves.map(({ method }) => method)).toEqual(['tables', 'milp']);
    for (const zones of [1, 2, 3]) {
      const least = byGlpk(alone, zones);
      for (const { points } of curves) {
        const point = points.find((one) => one.zones === zones);
        expect(point === undefined).toBe(least === null);
        if (least === null) continue;
        expect(point?.cost).toBeCloseTo(least, 6);
        expect(point?.bound).toBeCloseTo(least, 6);
      }
    }
  });
});
