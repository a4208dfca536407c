// What other nouns may use of approvals: opening cases, acting in them, and reading where they stand.
export { actWithin, standingOf } from './act.ts';
export { officialCalendar } from './calendar.ts';
export { appendToCases, type NewAction, openCases } from './open.ts';
export { type CaseRecord, deleteCases, findCase, findCaseRecord, findCaseToChange, listActions, listCases } from './queries.ts';
export { type CaseHead, unitName, type WrittenAction } from './record.ts';
export { approvalsRoutes } from './routes.ts';
export type { CellPlace, Decision, Subject, Wired, Wiring } from './subject.ts';
export { placeOf } from './subject.ts';
