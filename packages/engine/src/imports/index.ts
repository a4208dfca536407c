export * from './headings.ts';
export * from './outcome.ts';
export * from './standing.ts';
