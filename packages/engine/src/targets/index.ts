export * from './comparable.ts';
export * from './growth-goal.ts';
export * from './progress.ts';
