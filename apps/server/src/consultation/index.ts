// What other nouns may use of consultation: what a round does to its subject, its answer table, and bringing rounds in.
export { mustBeAnswered, mustNotStandStill, standsStill } from './holding.ts';
export { insertWholeRounds, type WholeRound } from './open.ts';
export { purgeWhenDue } from './purge.ts';
export { deleteRounds } from './queries.ts';
export type { RoundHead, WrittenStep } from './record.ts';
export { consultationRoutes } from './routes.ts';
export { ruleFor } from './rule.ts';
export type { Consulted, ConsultedNouns } from './subject.ts';
export { answerTable } from './table.ts';
export { unitsToAsk } from './units.ts';
