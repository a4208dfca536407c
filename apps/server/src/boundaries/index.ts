// What other nouns may use of boundaries: their procedures, the worker of readings, a plan's report, and keeping what ships or is drawn.
export { stopThread } from './desk.ts';
export { deleteTrainingBoundaries, findSet, insertLayer, keepSet } from './queries.ts';
export { boundaryUploads, workOnReadings } from './readings.ts';
export { carriedFindings } from './report.ts';
export { boundariesRoutes } from './routes.ts';
export type { Bounded, BoundedNoun, BoundedNouns } from './subject.ts';
