// What other nouns may use of consultation.
export { consultationRoutes } from './routes.ts';
