// What other nouns may use of statistics: forms of a day, publishing figures, filings in bulk, and what wiring.ts registers.
export { formsOn } from './forms.ts';
export { statisticsImport } from './import-kind.ts';
export { nextDue } from './next-due.ts';
export { headOf, insertPublished, type NewFigure, type Publication } from './publish.ts';
export { insertManyPublished } from './publish-many.ts';
export { type QualityNote, qualityOf } from './quality.ts';
export { loadRealStatistics } from './real.ts';
export { realStatisticsFiles } from './real-files.ts';
export { insertRoster, type RosterSpan } from './roster-queries.ts';
export { statisticsRoutes } from './routes.ts';
export { filingDecided, filingSubject } from './subject.ts';
export { deleteTrainingStatistics, insertWholeFilings, type WholeAction, type WholeFiling } from './whole.ts';
export { figuresUnder, formDefinition, formUses } from './wired.ts';
