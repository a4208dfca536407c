export * from './plan.ts';
export * from './rule.ts';
