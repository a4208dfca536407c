// What other nouns may use of policy.
export { storePacks } from './actions.ts';
export { provincialPlanDates, provincialQuotas, provincialRules } from './provincial.ts';
export { policyRoutes } from './routes.ts';
