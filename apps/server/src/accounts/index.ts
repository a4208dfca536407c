// Who may do what, for every other noun.
export { type Actor, actorOf, barredFrom } from './actor.ts';
export { authorised, mayActFor, mayActOn } from './authority.ts';
export { callerOfVisit } from './callers.ts';
export { planSetup, undoSetup, writeSetup } from './first-setup.ts';
export { setupChanges, setupStanding, setupState } from './first-setup-queries.ts';
export { mayImport } from './import-authority.ts';
export { returnFromProvider } from './oidc-return.ts';
export { mustHaveProved } from './own.ts';
export { accountsRoutes } from './routes.ts';
export { scopeOf, unitOfCard } from './scope.ts';
export { seedUnits } from './seed.ts';
export { offerSetup } from './setup.ts';

/** Only the demo profile calls this; production never loads the role cards. */
export const loadDemoDesk = async () => (await import('./demo.ts')).demoDesk;
