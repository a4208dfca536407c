export { type ActionProblem, type Allowed, actionProblem, allowedActions, type Needs } from './allowed.ts';
export * from './case.ts';
export { afterAction, type CaseHistory, caseStanding } from './fold.ts';
export {
  type CaseStanding,
  isSameHand,
  type Opinion,
  openCase,
  type StepStanding,
  type Task,
  tasksOf,
  unitsOf,
  unlockedCells,
} from './standing.ts';
