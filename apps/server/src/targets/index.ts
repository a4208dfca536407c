// What other nouns may use of targets.
export { targetsRoutes } from './routes.ts';
export { targetUses } from './uses.ts';
