// A small province for tests of the board: two counties of five parks in a row each, solved by the engine itself.
import { groupsOf, type Instance, type Park, solve, thisThread } from '@zhenghe/engine/planner';
import type { Solution } from './resolve.ts';

export const desk = thisThread(() => Promise.reject(new Error('no solver in tests')));

export function aPark(code: string, changes: Partial<Park> = {}): Park {
  return {
    ...{ code, name: `园区${code}`, jurisdiction: code.slice(0, 1), level: 1, x: 0, y: 0, weight: 1, outputs: [10, 5], staff: 20 },
    ...{ abolishLoss: 40, convertLoss: 30, trimLoss: 0, forbidden: false },
    ...changes,
  };
}

export function aProvince(changes: Partial<Instance> = {}): Instance {
  const row = (county: string, y: number) =>
    [0, 2, 4, 20, 22].map((x, at) => aPark(`${county}${at + 1}`, { x, y, level: at === 0 ? 2 : 1 }));
  const touching = (county: string): [string, string][] => [1, 2, 4].map((at) => [`${county}${at}`, `${county}${at + 1}`]);
  return {
    jurisdictions: ['a', 'b'].map((code) => ({ code, name: `${code}县`, zonesMin: 0, zonesMax: 2 })),
    parks: [...row('a', 0), ...row('b', 50)],
    adjacency: [...touching('a'), ...touching('b')],
    costs: { zone: 10, detachedPiece: 5, industry: 1, maxDetachedPieces: 1 },
    caps: { zones: 3, staffShare: null },
    locks: [],
    ...changes,
  };
}

/** As the server hands it out: the answer, and the curve of each group. */
export async function solutionOf(instance: Instance): Promise<Solution> {
  const answer = await solve(instance, desk);
  if (answer.status === 'infeasible') throw new Error('no plan');
  const groups = groupsOf(instance).flatMap(({ apart }) => apart.map(({ group }) => group));
  const curves = await Promise.all(groups.map((group) => desk.curve(group)));
  return { instance, plan: { plan: answer.plan, outcomes: answer.outcomes }, lowerBound: answer.lowerBound, curves };
}
