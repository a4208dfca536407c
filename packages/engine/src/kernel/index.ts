export * from './cell.ts';
export * from './citation.ts';
export * from './day.ts';
export * from './decimal.ts';
export * from './finding.ts';
export * from './strength.ts';
export * from './text.ts';
export * from './unit.ts';
