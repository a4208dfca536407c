// Who may do what, for every other noun.
export { authorised, mayActFor } from './authority.ts';
export { accountsRoutes } from './routes.ts';

/** Only the demo profile calls this; production never loads the role cards. */
export const loadDemoDesk = async () => (await import('./demo.ts')).demoDesk;
