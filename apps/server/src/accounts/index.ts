// Who may do what, for every other noun.
export { authorised, mayActFor, type Role, roleOf } from './authority.ts';
export { accountsRoutes } from './routes.ts';
