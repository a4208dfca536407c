export * from './plan.ts';
export * from './rule.ts';
export * from './state.ts';
