export * from './archive.ts';
export * from './area.ts';
export * from './figure.ts';
export * from './limits.ts';
export * from './problem.ts';
export * from './raw-cell.ts';
export * from './sniff.ts';
export * from './workbook.ts';
