// The overview is on top: nobody reads from it.
export { cockpitRoutes } from './routes.ts';
