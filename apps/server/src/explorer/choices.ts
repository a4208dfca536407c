// What can be asked: indicators that have figures, the periods of each, and tags.

import type { InferContractRouterOutputs } from '@orpc/contract';
import type { explorer as contract } from '@zhenghe/contract/explorer';
import { bearersOf, heldOf } from '@zhenghe/engine/explorer';
import type { Context } from '../platform/api.ts';
import { type CubeAsked, cubeOf } from './holding.ts';
import { mayAsk, seenBy } from './sight.ts';
import { tagsOn } from './tags.ts';

type Choices = InferContractRouterOutputs<typeof contract>['choices'];

export async function choicesOf(context: Pick<Context, 'db' | 'rulebook' | 'caller'>, asked: CubeAsked): Promise<Choices> {
  const { db, rulebook, caller } = context;
  const tags = await tagsOn(db, rulebook, asked);
  const held = await cubeOf(db, rulebook, asked);
  const { explorer, loaded } = held;
  const seen = await seenBy(db, caller, { explorer, dataset: asked.dataset });
  const indicators = loaded.rows.flatMap(({ indicator }) => {
    if (indicator.mergedInto !== null || !mayAsk(seen, indicator)) return [];
    const span = heldOf(explorer, indicator.code);
    const { code, name, unit, group, formula } = indicator;
    return span ? [{ ...{ code, name, unit, group, derived: formula !== null }, ...span }] : [];
  });
  return {
    indicators,
    tags: tags.filter(({ tag }) => tag.expires >= asked.on).map(({ tag: { code, name } }) => ({ code, name })),
    units: bearersOf(explorer).size,
    publication: held.number,
  };
}
