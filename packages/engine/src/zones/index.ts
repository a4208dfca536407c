export * from './act-problems.ts';
export * from './alive.ts';
export * from './carry-sums.ts';
export * from './correct.ts';
export * from './lineage.ts';
export * from './zone.ts';
