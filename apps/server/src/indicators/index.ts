// What other nouns may use of the indicator library: the library of a day, and what wiring.ts registers.
export { indicatorDefinition } from './definition.ts';
export type { FiguresUnder, NamedFigure } from './figures.ts';
export { type LoadedLibrary, libraryOn } from './library.ts';
export { type IndicatorsWiring, indicatorsRoutes } from './routes.ts';
export type { UsesOfNoun } from './uses.ts';
