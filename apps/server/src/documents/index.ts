// Official papers of plans: their procedures, and the worker that makes them.
export { documentsRoutes } from './routes.ts';
export { workOnDocuments } from './worker.ts';
