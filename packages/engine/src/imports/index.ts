export * from './headings.ts';
export * from './outcome.ts';
export * from './rough-day.ts';
export * from './standing.ts';
