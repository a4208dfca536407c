export * from './crs.ts';
export * from './finding.ts';
export * from './layer.ts';
export * from './overlay.ts';
export * from './read.ts';
export * from './report.ts';
export * from './shape.ts';
