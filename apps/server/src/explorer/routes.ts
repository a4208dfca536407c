// explorer.* of the contract: HTTP in and out, no thought.
import { api } from '../platform/api.ts';
import { onTheWire, pivotAnswer } from './answer.ts';
import { cardOf } from './card.ts';
import { choicesOf } from './choices.ts';
import { exportFile } from './export.ts';
import { tagDetail, tagRows, tryTag } from './tags.ts';

export const explorerRoutes = api.explorer.router({
  choices: api.explorer.choices.handler(({ context, input }) => choicesOf(context, input)),
  pivot: api.explorer.pivot.handler(async ({ context, input }) => onTheWire(await pivotAnswer(context, input))),
  card: api.explorer.card.handler(({ context, input }) => cardOf(context, input)),
  export: api.explorer.export.handler(({ context, input }) => exportFile(context, input)),
  tags: api.explorer.tags.handler(({ context, input }) => tagRows(context, input)),
  tag: api.explorer.tag.handler(({ context, input }) => tagDetail(context, input)),
  tryTag: api.explorer.tryTag.handler(({ context, input }) => tryTag(context, input)),
});
