export * from './compile.ts';
export * from './formula.ts';
export * from './formula-node.ts';
export * from './formula-print.ts';
export type { FigureOf } from './frame.ts';
export * from './indicator.ts';
export * from './library.ts';
export { inUnit, isUnit, type Measure, type ParsedUnit, parseUnit, sameDimension, unitFactor, unitName } from './measure.ts';
