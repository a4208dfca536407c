export * from './block.ts';
export * from './cube.ts';
export * from './explorer.ts';
export * from './grouping.ts';
export * from './moves.ts';
export * from './pivot.ts';
export * from './plan.ts';
export { noteBit } from './tally.ts';
export type { PackedCell } from './values.ts';
