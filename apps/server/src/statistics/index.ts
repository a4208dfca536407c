// What other nouns may use of statistics: forms of a day, publishing figures, filings in bulk, and what wiring.ts registers.
export { type FormsAsked, formsOn, type LoadedForm } from './forms.ts';
export { statisticsImport } from './import-kind.ts';
export { type NextDueAsked, nextDue } from './next-due.ts';
export { type Opening, openFilings } from './open.ts';
export { headOf, insertPublished, type NewFigure, type Publication } from './publish.ts';
export { insertManyPublished } from './publish-many.ts';
export { loadRealStatistics } from './real.ts';
export { readQualityCases, realStatisticsFiles } from './real-files.ts';
export { insertRoster, type RosterSpan } from './roster-queries.ts';
export { statisticsRoutes } from './routes.ts';
export { filingDecided, filingSubject } from './subject.ts';
export { type AskedUnit, unitsAsked } from './units.ts';
export { deleteTrainingStatistics, insertWholeFilings, type WholeAction, type WholeFiling, type WholePeriod } from './whole.ts';
export { figuresUnder, formDefinition, formUses } from './wired.ts';
