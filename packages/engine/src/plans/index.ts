export { hasPlace, lockedFindings, openedWith } from './cells.ts';
export * from './check-plan.ts';
export * from './check-province.ts';
export { type Difference, differencesOf, rowLabel, type Shown, shownAt } from './differences.ts';
export * from './plan.ts';
export { planProblems } from './problems.ts';
export * from './rule.ts';
export * from './state.ts';
export { type PlanTotals, planTotals, type SumTotal } from './totals.ts';
