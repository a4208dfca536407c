export * from './answer.ts';
export * from './cost.ts';
export * from './desk.ts';
export * from './group.ts';
export * from './groups.ts';
export * from './instance.ts';
export * from './legal.ts';
export type { Problem } from './problem.ts';
export * from './problems.ts';
