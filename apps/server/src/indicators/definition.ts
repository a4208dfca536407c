// Indicators as a kind of definition (wiring.ts registers it): what ships, and everything that would stop a draft.
import { type DefinitionKind, definitionKind } from '../definitions/index.ts';
import type { CompareFigures } from './figures.ts';
import { libraryOn } from './library.ts';
import { mergingProblems } from './merging.ts';
import { indicatorProblems } from './problems.ts';

/** `compare`: a merge also asks what statistics holds under both codes. */
export function indicatorDefinition(compare: CompareFigures) {
  const kind: DefinitionKind<'indicator'> = {
    kind: 'indicator',
    title: ({ name }) => name,
    shipped: (rulebook) => rulebook.indicators.map(({ indicator }) => bodyOf(indicator)),
    validate: async (db, { rulebook, dataset, on, body, beside }) => {
      const { library } = await libraryOn(db, rulebook, { dataset, on, beside });
      const problems = indicatorProblems({ indicator: body, library, rulebook });
      if (body.mergedInto === null || problems.length > 0) return problems;
      return mergingProblems(await compare(db, { dataset, code: body.code, into: body.mergedInto }));
    },
  };
  return definitionKind(kind);
}

type Shipped = Parameters<Parameters<typeof definitionKind<'indicator'>>[0]['title']>[0];

/** Lists of their own: what the engine only reads, the contract's type lets people write. */
function bodyOf<T extends { readonly aliases: readonly string[]; readonly calibres: readonly Shipped['calibres'][number][] }>({
  aliases,
  calibres,
  ...rest
}: T) {
  return { ...rest, aliases: [...aliases], calibres: [...calibres] };
}
