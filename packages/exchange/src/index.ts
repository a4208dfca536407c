export type { CellNote, CellProblem, Unreadable } from './kernel/index.ts';
export { limits } from './kernel/index.ts';
export * from './plans/index.ts';
