// What other nouns may use of plans: loading them in bulk, and reading the list.

export { planRows } from './list.ts';
export { insertPlans, loadRealPlans } from './load.ts';
export { appendPlanActions, deleteTrainingPlans } from './queries.ts';
export type { Actor, NewPlan, NewPlanAction } from './record.ts';
export { loader } from './record.ts';
export { plansRoutes } from './routes.ts';
