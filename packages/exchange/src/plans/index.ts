export { planLines, planSheet, sheetLayouts, sheetTitle, trainingMark } from './layout.ts';
export { type PlanFile, readPlanFile } from './plan-file.ts';
export type { PlanPlaces, ReadOptions } from './read-workbook.ts';
export { writePlanWorkbook } from './write-workbook.ts';
