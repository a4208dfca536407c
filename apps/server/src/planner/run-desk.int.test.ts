import { type Instance, ruleBreaks } from '@zhenghe/engine/planner';
import { afterAll, expect, it } from 'vitest';
import { PlanningStopped, startSolving, stopPlanning } from './run-desk.ts';

afterAll(stopPlanning);

const one = { jurisdiction: '330726', x: 0, y: 0, weight: 1, outputs: [1], staff: 1, abolishLoss: 9, convertLoss: null, trimLoss: 0 };
const instance: Instance = {
  jurisdictions: [{ code: '330726', name: '浦江县', zonesMin: 0, zonesMax: 1 }],
  parks: [{ code: 'a', name: 'a', level: 2, forbidden: false, ...one }],
  adjacency: [],
  costs: { zone: 1, detachedPiece: 0, industry: 0, maxDetachedPieces: 0 },
  caps: { zones: 1, staffShare: null },
  locks: [],
};
const asked = (parks: Instance['parks']) =>
  startSolving({ kind: 'solve', instance: { ...instance, parks }, jurisdiction: null, earlier: null }, () => undefined).result;

it('a run that fails takes nothing with it: the next is answered in a thread of its own', async () => {
  const [sound] = instance.parks;
  if (!sound) throw new Error('no park');
  const unsound = asked([{ ...sound, jurisdiction: 'nowhere' }]);
  const next = asked(instance.parks);
  await expect(unsound).rejects.toThrow();
  const { result } = await next;
  if (result.kind !== 'solve' || result.answer.status === 'infeasible') throw new Error(JSON.stringify(result));
  expect([result.answer.cost, ruleBreaks(instance, result.answer)]).toEqual([1, []]);
});

it('is left for the next server where this one ends', async () => {
  await asked(instance.parks);
  const left = asked(instance.parks);
  // After the thread was asked.
  await Promise.resolve();
  const ended = expect(left).rejects.toThrow(PlanningStopped);
  await stopPlanning();
  await ended;
});
