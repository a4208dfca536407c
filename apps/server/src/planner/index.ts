// What other nouns may use of the planner.
export { insertTrainingScenarios } from './load.ts';
export { deleteTrainingScenarios } from './queries.ts';
export { plannerRoutes } from './routes.ts';
export { stopPlanning } from './run-desk.ts';
export { workOnRuns } from './work.ts';
