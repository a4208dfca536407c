// What other nouns may use of the explorer: the figures of this moment, who sees what of them, and what wiring.ts registers.
export { pivotOver } from './answer.ts';
export { tagDefinition, tagUses } from './definition.ts';
export { cubeOf, type Held } from './holding.ts';
export { explorerRoutes } from './routes.ts';
export { mayAsk, type Seen, seenBy } from './sight.ts';
