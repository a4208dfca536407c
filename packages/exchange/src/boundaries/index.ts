export { faultyFiles } from './faulty-files.ts';
export { fieldWords, guessMapping, inFileWords, type MappedField, trainingMark } from './fields.ts';
export { boundaryLimits } from './limits.ts';
export { type ExportSystem, systemFor, type WritableCrs } from './outgoing.ts';
export type { ReadOptions } from './pace.ts';
export { readBoundaries } from './read-boundaries.ts';
export { epsgOf } from './statement.ts';
export { type BoundaryFile, type WriteOptions, writeBoundaries } from './write-boundaries.ts';
