// Indicators as a kind of definition (wiring.ts registers it): what ships, and everything that would stop a draft.
import type { DefinitionProblem } from '@zhenghe/contract/indicators';
import type { Indicator } from '@zhenghe/engine/indicators';
import { type BodyOf, type DefinitionKind, definitionKind } from '../definitions/index.ts';
import type { FiguresUnder } from './figures.ts';
import { libraryOn } from './library.ts';
import { mergeStanding } from './merging.ts';
import { brokenElsewhere, indicatorProblems } from './problems.ts';

/** `figures`: a merge also asks what statistics holds under both codes. */
export function indicatorDefinition(figures: FiguresUnder) {
  const kind: DefinitionKind<'indicator'> = {
    kind: 'indicator',
    title: ({ name }) => name,
    shipped: (rulebook) => rulebook.indicators.map(({ indicator }) => bodyOf(indicator)),
    validate: async (db, { rulebook, dataset, on, body, beside }) => {
      const { library } = await libraryOn(db, rulebook, { dataset, on, beside });
      const draft = { indicator: body, library, rulebook };
      if (body.mergedInto === null) return indicatorProblems(draft);
      const other = library.all.find(({ code }) => code === body.mergedInto);
      if (!other) return [nowhere(body.mergedInto)];
      const merged = await mergeStanding(db, { dataset, figures, library }, { one: body, other });
      return [...merged.problems, ...brokenElsewhere(draft)];
    },
  };
  return definitionKind(kind);
}

function nowhere(into: string): DefinitionProblem {
  const message = { zh: `指标库中没有 ${into}，不能并入`, en: `The library has no ${into} to merge it into` };
  return { field: 'mergedInto', from: null, to: null, message };
}

/** Lists of their own: what the engine only reads, the contract's type lets people write. */
function bodyOf({ aliases, calibres, ...rest }: Indicator): BodyOf<'indicator'> {
  return { ...rest, aliases: [...aliases], calibres: [...calibres] };
}
