// What other nouns may use of plans: loading them in bulk, and reading the list.

export { emptyPlan, writeDraft } from './begin.ts';
export { planBounded } from './bounded.ts';
export { planConsulted } from './consulted.ts';
export { planDetail } from './detail.ts';
export { planImport } from './import-kind.ts';
export { planRows } from './list.ts';
export { insertPlans, loadRealPlans, openMissingCases } from './load.ts';
export { countStates, deleteTrainingPlans, listPlanLand } from './queries.ts';
export type { NewPlan } from './record.ts';
export { loader } from './record.ts';
export { plansRoutes } from './routes.ts';
export { appendPlanActions, type NewPlanAction } from './steps.ts';
export { planInForce, planSubject } from './subject.ts';
