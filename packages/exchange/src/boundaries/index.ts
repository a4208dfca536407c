export { fieldWords, guessMapping, type MappedField, trainingMark } from './fields.ts';
export { boundaryLimits } from './limits.ts';
export type { ReadOptions } from './pace.ts';
export { readBoundaries } from './read-boundaries.ts';
export { epsgOf } from './statement.ts';
