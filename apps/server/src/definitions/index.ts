// What other nouns may use of the definitions: what is in force on a day, how a kind is registered, and proposing many at once.

export { problemsOf as problemsOfDefinition, writeProposal } from './act.ts';
export { handOf, mustDefine } from './authority.ts';
export { type AnyKind, type DefinitionKind, type DefinitionKinds, definitionKind } from './kind.ts';
export { deleteDefinitions, listInForce as definitionsInForce, listInForceIds as definitionIdsInForce } from './queries.ts';
export type { Body, BodyOf, Definition } from './record.ts';
export { definitionsRoutes } from './routes.ts';
