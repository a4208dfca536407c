// Which layers the documents in force speak of: a county's clerk is told so where they do, and told where they do not.
import { layerKinds, rulingOn } from '@zhenghe/engine/boundaries';
import { loadPacks, rulesInForce } from '@zhenghe/rulebook';
import { expect, it } from 'vitest';

it('protected land is forbidden by S2-(十三), what a rule measures carries its clause, and the rest is said to be unruled', () => {
  const inForce = rulesInForce(loadPacks(), { on: '2021-06-10', jurisdiction: '330182' });
  const rules = inForce.ok ? inForce.boundaryRules : [];
  const said = layerKinds.map((kind) => {
    const { stance, clause } = rulingOn(kind, rules);
    return [kind, stance, clause?.clause ?? null];
  });
  expect(said).toEqual([
    ['ecology', 'forbidden', 'S2-(十三)'],
    ['farmland', 'forbidden', 'S2-(十三)'],
    ['water', 'forbidden', 'S2-(十三)'],
    ['urban', 'unruled', null],
    ['bluegreen', 'unruled', null],
    ['facilities', 'unruled', null],
    ['reserve', 'weighed', 'S2-(十三)'],
    ['approved', 'weighed', 'S2-(十三)'],
    ['township', 'weighed', 'S2-(十三)'],
    ['parcels', 'unruled', null],
    ['barrier', 'weighed', 'S2-二(二)整合优化'],
  ]);
});
