// indicators.* of the contract: HTTP in and out, no thought. The wiring says who names indicators and who holds figures.
import type { DefinitionKinds } from '../definitions/index.ts';
import { api } from '../platform/api.ts';
import { bundleFile } from './bundle.ts';
import { readBundle } from './bundle-read.ts';
import { indicatorDetail } from './detail.ts';
import type { FiguresUnder } from './figures.ts';
import { typedFormula } from './formula.ts';
import { libraryOn } from './library.ts';
import { libraryRows } from './list.ts';
import { mergingOf } from './merging.ts';
import { type UsesOfNoun, usesOn } from './uses.ts';

export interface IndicatorsWiring {
  /** Nouns that name indicators: forms, targets, tags. */
  readonly uses: readonly UsesOfNoun[];
  readonly figures: FiguresUnder;
  readonly definitions: DefinitionKinds;
}

export const indicatorsRoutes = ({ uses: nouns, figures, definitions: kinds }: IndicatorsWiring) =>
  api.indicators.router({
    library: api.indicators.library.handler(async ({ context: { db, rulebook }, input }) => {
      const loaded = await libraryOn(db, rulebook, input);
      return libraryRows(loaded, await usesOn(db, { ...input, rulebook, nouns }, loaded), input);
    }),
    get: api.indicators.get.handler(({ context, input }) => indicatorDetail(context, nouns, input)),
    formula: api.indicators.formula.handler(async ({ context: { db, rulebook }, input }) =>
      typedFormula((await libraryOn(db, rulebook, input)).library, input),
    ),
    merging: api.indicators.merging.handler(({ context, input }) => mergingOf(context, { nouns, figures }, input)),
    bundle: api.indicators.bundle.handler(({ context: { db, rulebook }, input }) => bundleFile({ db, rulebook, kinds }, input)),
    readBundle: api.indicators.readBundle.handler(({ context, input }) => readBundle(context, kinds, input)),
  });
