export * from './cube.ts';
