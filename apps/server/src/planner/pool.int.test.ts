import { type Instance, type Park, solve, thisThread } from '@zhenghe/engine/planner';
import { afterAll, expect, it } from 'vitest';
import { openHighs } from './highs.ts';
import { PoolFault, planningDesk } from './pool.ts';

const desk = planningDesk(2);
afterAll(() => desk.close());

/** Places with 3, 4, 5 … parks in a row, each a little further from the last. */
function province(places: number, zones: number): Instance {
  const codes = Array.from({ length: places }, (_, at) => `33${String(1000 + at)}`);
  const parks = codes.flatMap((jurisdiction, at) =>
    Array.from(
      { length: 3 + (at % 7) },
      (_, number): Park => ({
        ...{ code: `${jurisdiction}-${number}`, name: `园区${number}`, jurisdiction, level: number === 0 ? 2 : 1 },
        ...{
          x: number * (2 + (at % 3)),
          y: at,
          weight: 0.5 + number,
          outputs: [number + 1, (at * number) % 5, 1, 0.5],
          staff: 10 + number,
        },
        ...{ abolishLoss: 4 + ((at * 7 + number * 3) % 11), convertLoss: number % 2 === 0 ? 3 : null, trimLoss: 0.25, forbidden: false },
      }),
    ),
  );
  const near = (a: Park, b: Park) => a.jurisdiction === b.jurisdiction && a.code < b.code && Math.hypot(a.x - b.x, a.y - b.y) <= 3;
  return {
    jurisdictions: codes.map((code) => ({ code, name: code, zonesMin: 0, zonesMax: 2 })),
    parks,
    adjacency: parks.flatMap((a) => parks.flatMap((b): [string, string][] => (near(a, b) ? [[a.code, b.code]] : []))),
    costs: { zone: 1, detachedPiece: 0.5, industry: 0.1, maxDetachedPieces: 1 },
    caps: { zones, staffShare: null },
    locks: [],
  };
}

it('answers what one thread answers by itself, and tells how far it is', async () => {
  const told: number[] = [];
  const listening = { ...desk, tell: ({ done }: { readonly done: number }) => void told.push(done) };
  const instance = province(15, 12);
  expect(await solve(instance, listening)).toEqual(await solve(instance, thisThread(openHighs)));
  expect(Math.max(...told)).toBe(15);
});

it('works on the same groups again, at other prices', async () => {
  const instance = { ...province(15, 12), caps: { zones: 12, staffShare: 0.4 } };
  expect(await solve(instance, desk)).toMatchObject({ status: expect.stringMatching(/optimal|bounded/) });
});

it('takes nothing after it was closed', async () => {
  const other = planningDesk(1);
  await other.close();
  await expect(solve(province(1, 1), other)).rejects.toThrow(PoolFault);
});
