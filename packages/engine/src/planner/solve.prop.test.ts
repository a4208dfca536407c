import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontierOf } from './frontier.ts';
import { thisThread } from './group-curve.ts';
import type { Instance, Lock, Park } from './instance.ts';
import { ruleBreaks } from './legal.ts';
import { solve } from './solve.ts';
import { anyInstance, bruteForce, kinds, leastWith } from './testing/testing-brute.ts';
import { aProvince } from './testing.ts';

const never = Number.POSITIVE_INFINITY;
const desk = () => thisThread(() => Promise.reject(new Error('no row couples these counties')));

const provinces = fc.record({
  counties: fc.tuple(kinds, kinds),
  joint: fc.boolean(),
  cap: fc.integer({ min: 0, max: 4 }),
});
type ProvinceKind = typeof provinces extends fc.Arbitrary<infer T> ? T : never;

/** Two counties of at most three parks each; perhaps a joint one, with parks that touch across. */
function anyProvince({ counties, joint, cap }: ProvinceKind): Instance {
  const parts = counties.map((kind, at) => named(anyInstance({ ...kind, parks: Math.min(kind.parks, 3) }), `c${at}`));
  const [one, other] = parts;
  if (one === undefined || other === undefined) throw new Error('two counties');
  const across = one.parks.flatMap((a) => other.parks.filter((b) => (a.staff + b.staff) % 3 === 0).map((b) => [a.code, b.code] as const));
  const both = { code: 'joint', name: 'joint', zonesMin: 0, zonesMax: 2, joins: ['c0', 'c1'] };
  return {
    ...one,
    jurisdictions: [...one.jurisdictions, ...other.jurisdictions, ...(joint ? [both] : [])],
    parks: [...one.parks, ...other.parks],
    adjacency: [...one.adjacency, ...other.adjacency, ...(joint ? across : [])],
    caps: { zones: cap, staffShare: null },
    locks: [...one.locks, ...other.locks],
    decisions: [...(one.decisions ?? []), ...(other.decisions ?? [])],
  };
}

/** Every code of a county of its own. */
function named(instance: Instance, county: string): Instance {
  const own = (code: string) => `${county}-${code}`;
  const lockOf = (lock: Lock): Lock => {
    if ('together' in lock) return { together: lock.together.map(own) };
    return 'apart' in lock ? { apart: [own(lock.apart[0]), own(lock.apart[1])] } : { ...lock, park: own(lock.park) };
  };
  return {
    ...instance,
    jurisdictions: instance.jurisdictions.map((one) => ({ ...one, code: county, zonesMax: Math.min(2, one.zonesMax) })),
    parks: instance.parks.map((park) => ({ ...park, code: own(park.code), jurisdiction: county })),
    adjacency: instance.adjacency.map(([a, b]) => [own(a), own(b)]),
    locks: instance.locks.map(lockOf),
    decisions: (instance.decisions ?? []).map((decision) => ({ plates: decision.plates.map(own) })),
  };
}

/** By number of zones, of the counties each by itself or jointly. */
function leastOf(instance: Instance): readonly number[] {
  const alone = ['c0', 'c1'].map((county) => within(instance, (park) => park.jurisdiction === county));
  const most = (code: string) => instance.jurisdictions.find((one) => one.code === code)?.zonesMax ?? -1;
  const joint = most('joint') < 0 ? [] : bruteForce(instance, instance.parks);
  return Array.from({ length: 5 }, (_, zones) => {
    const apart = Array.from({ length: zones + 1 }, (_, one) =>
      one > most('c0') || zones - one > most('c1') ? never : leastWith(alone[0] ?? [], one) + leastWith(alone[1] ?? [], zones - one),
    );
    return Math.min(...apart, zones > most('joint') ? never : leastWith(joint, zones));
  });
}

function within(instance: Instance, isIn: (park: Park) => boolean) {
  const parks = instance.parks.filter(isIn);
  const codes = new Set(parks.map((park) => park.code));
  const of = (lock: Lock) => ('together' in lock ? lock.together : 'apart' in lock ? lock.apart : [lock.park]);
  const locks = instance.locks.filter((lock) => of(lock).some((code) => codes.has(code)));
  return bruteForce({ ...instance, locks }, parks);
}

async function costOf(instance: Instance): Promise<number> {
  const answer = await solve(instance, desk());
  return answer.status === 'infeasible' ? never : answer.cost;
}

describe('solving a province', () => {
  it('finds the least cost under the cap, apart or jointly, and breaks no rule', async () => {
    await fc.assert(
      fc.asyncProperty(provinces, async (kind) => {
        const instance = anyProvince(kind);
        const least = leastOf(instance);
        const answer = await solve(instance, desk());
        const best = Math.min(...least.slice(0, kind.cap + 1));
        if (answer.status === 'infeasible') {
          expect(best).toBe(never);
          return;
        }
        expect(answer.cost).toBeCloseTo(best, 6);
        expect(answer.status).toBe('optimal');
        expect(ruleBreaks(instance, answer)).toEqual([]);
        for (const point of answer.curve) expect(point.cost ?? never).toBeCloseTo(least[point.zones] ?? never, 6);
        const next = Math.min(...least.slice(0, kind.cap + 2));
        expect(answer.capPrice).toBeCloseTo(best - next, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('costs the same under other names, at other places, in another order; and in another order the plan is the same', async () => {
    await fc.assert(
      fc.asyncProperty(provinces, fc.integer({ min: 0, max: 99 }), async (kind, turn) => {
        const instance = anyProvince(kind);
        const answer = await solve(instance, desk());
        const moved = { ...instance, parks: instance.parks.map((park) => ({ ...park, x: park.x + 100, y: park.y - 50 })) };
        const reordered: Instance = {
          ...instance,
          jurisdictions: turned(instance.jurisdictions, turn),
          parks: turned(instance.parks, turn),
          adjacency: turned(instance.adjacency, turn).map(([a, b]) => (turn % 2 === 0 ? [a, b] : [b, a])),
          locks: turned(instance.locks, turn),
        };
        const again = await solve(reordered, desk());
        // A conflict names locks by their places, and those have changed.
        if (answer.status === 'infeasible') {
          expect(again.status).toBe('infeasible');
          return;
        }
        expect(again).toEqual(answer);
        expect(await costOf(moved)).toBeCloseTo(answer.cost, 6);
        expect(await costOf(renamed(instance))).toBeCloseTo(answer.cost, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('never costs less under a lower cap or one lock more', async () => {
    await fc.assert(
      fc.asyncProperty(provinces, fc.nat(), async (kind, choice) => {
        const instance = anyProvince(kind);
        const cost = await costOf(instance);
        const lower = await costOf({ ...instance, caps: { ...instance.caps, zones: kind.cap - 1 } });
        const codes = instance.parks.map((park) => park.code);
        const [a, b] = [codes[choice % codes.length] ?? '', codes[(choice + 1) % codes.length] ?? ''];
        const locks: readonly Lock[] = [
          { together: [a, b] },
          { apart: [a, b] },
          { outcome: 'merge', park: a },
          { outcome: 'abolish', park: b },
        ];
        const locked = await costOf({ ...instance, locks: [...instance.locks, ...locks.slice(choice % 4, 1 + (choice % 4))] });
        const slack = 1e-6;
        expect(lower).toBeGreaterThanOrEqual(cost - slack);
        expect(locked).toBeGreaterThanOrEqual(cost - slack);
      }),
      { numRuns: 60 },
    );
  });

  it('has a frontier whose points cost what their plans cost, and begins where solving ends', async () => {
    await fc.assert(
      fc.asyncProperty(provinces, async (kind) => {
        const instance = { ...anyProvince(kind), caps: { zones: 99, staffShare: null } };
        const [answer, frontier] = [await solve(instance, desk()), await frontierOf(instance, desk())];
        if (answer.status === 'infeasible') {
          expect(frontier.points).toEqual([]);
          return;
        }
        expect(frontier.proven).toBe(true);
        expect(Math.min(...frontier.points.map((point) => point.cost))).toBeCloseTo(answer.cost, 6);
        for (const point of frontier.points) {
          const plan = frontier.planAt(point);
          expect(ruleBreaks(instance, plan)).toEqual([]);
          expect(plan.plan).toHaveLength(point.zones);
          const better = frontier.points.filter(
            (other) =>
              other !== point && other.zones <= point.zones && other.detachedPieces <= point.detachedPieces && other.cost <= point.cost,
          );
          expect(better).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function turned<T>(all: readonly T[], by: number): readonly T[] {
  const at = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(at), ...all.slice(0, at)].reverse();
}

/** Codes in the other order, too. */
function renamed(instance: Instance): Instance {
  const codes = instance.parks.map((park) => park.code).sort();
  const names = new Map(codes.map((code, at) => [code, `n${codes.length - at}`]));
  const name = (code: string) => names.get(code) ?? code;
  return {
    ...instance,
    parks: instance.parks.map((park) => ({ ...park, code: name(park.code) })),
    adjacency: instance.adjacency.map(([a, b]) => [name(a), name(b)]),
    locks: instance.locks.map((lock): Lock => {
      if ('together' in lock) return { together: lock.together.map(name) };
      return 'apart' in lock ? { apart: [name(lock.apart[0]), name(lock.apart[1])] } : { ...lock, park: name(lock.park) };
    }),
    decisions: (instance.decisions ?? []).map((decision) => ({ plates: decision.plates.map(name) })),
  };
}

describe('a person stops the work', () => {
  const province = aProvince({ parks: 60, jurisdictions: 4, seed: 5, most: 20 });

  it('and has a legal plan with a bound that holds', async () => {
    const stopped = await solve(province, {
      ...thisThread(() => Promise.reject(new Error('no rows')), { stopped: () => true }),
      stopped: () => true,
    });
    const proven = await solve(province, desk());
    if (stopped.status === 'infeasible' || proven.status === 'infeasible') throw new Error('this province has a plan');
    expect(ruleBreaks(province, stopped)).toEqual([]);
    expect(proven.status).toBe('optimal');
    expect(stopped.lowerBound).toBeLessThanOrEqual(proven.cost + 1e-6);
    expect(stopped.cost).toBeGreaterThanOrEqual(proven.cost - 1e-6);
    expect(stopped.status === 'optimal' || stopped.stopped).toBe(true);
  });

  it('and a province of many parks has no national plates together and no forbidden park in a zone', async () => {
    const answer = await solve(province, desk());
    if (answer.status === 'infeasible') throw new Error('this province has a plan');
    const zones = answer.plan.map((zone) => zone.parks.map((code) => province.parks.find((park) => park.code === code)));
    expect(zones.every((zone) => zone.filter((park) => park?.level === 3).length < 2)).toBe(true);
    expect(zones.flat().some((park) => park?.forbidden)).toBe(false);
  });
});
