// What other nouns may use of policy.
export { storePacks } from './actions.ts';
export { policyRoutes } from './routes.ts';
